package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Gives special functions, which are long, statements of their own. */
final class Extraction extends Rewriter {
  private List<Stmt> before = new ArrayList<>();
  private boolean conditional;

  static boolean isLong(Expr e) {
    return e instanceof Expr.Apply apply
        && apply.op() instanceof MathOp math
        && math.owner().equals("io.cotangent.SpecialMath");
  }

  @Override
  public Block block(Block block) {
    List<Stmt> outer = before;
    boolean outside = conditional;
    before = new ArrayList<>();
    conditional = false;
    Block made = super.block(block);
    before = outer;
    conditional = outside;
    return made;
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    boolean simple = s instanceof Stmt.Assign || s instanceof Stmt.Store || s instanceof Stmt.Push;
    if (s instanceof Stmt.Declare d && isLong(d.init())) {
      Expr init = super.expr(d.init());
      out.addAll(taken());
      out.add(new Stmt.Declare(d.var(), init));
    } else if (s instanceof Stmt.Declare || simple) {
      Stmt made = rebuilt(s);
      out.addAll(taken());
      out.add(made);
    } else {
      boolean outer = conditional;
      conditional = true;
      Stmt made = rebuilt(s);
      conditional = outer;
      out.add(made);
    }
  }

  private List<Stmt> taken() {
    List<Stmt> taken = before;
    before = new ArrayList<>();
    return taken;
  }

  @Override
  public Expr expr(Expr e) {
    boolean outer = conditional;
    boolean chooses =
        e instanceof Expr.Conditional
            || e instanceof Expr.Apply a && (a.op() == Operator.AND || a.op() == Operator.OR);
    conditional |= chooses;
    Expr made = super.expr(e);
    conditional = outer;
    if (isLong(made) && !conditional) {
      Var var = new Var(((MathOp) ((Expr.Apply) made).op()).name(), made.type());
      before.add(new Stmt.Declare(var, made));
      return var.read();
    }
    return made;
  }
}
