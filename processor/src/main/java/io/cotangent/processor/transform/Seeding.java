package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** How a reverse sweep begins: a given cotangent goes into an adjoint. */
record Seeding(Adjoints adjoints) {

  /** For both sweeps in one function that may be differentiated again; gives the parameter. */
  Var joint(Var end, List<Stmt> reverse) {
    if (!end.type().isReference()) {
      return number(end, reverse);
    }
    Var seed = new Var("cotangent", end.type());
    reverse.addAll(ArrayLoops.add(adjoints.shadow(end).read(), seed.read()));
    return seed;
  }

  /** For both sweeps in one function that users call: the cotangent's shape is checked. */
  Var checked(Var end, List<Stmt> reverse) {
    List<Stmt> start = new ArrayList<>();
    Var seed = split(end, start);
    Expr name = new Expr.Const(seed.name(), Type.STRING);
    call("requireShape", reverse, name, end.read(), seed.read());
    reverse.addAll(start);
    return seed;
  }

  /** For a reverse sweep of its own; gives the parameter. */
  Var split(Var end, List<Stmt> reverse) {
    if (!end.type().isReference()) {
      return number(end, reverse);
    }
    Var seed = new Var("cotangent", end.type());
    call("add", reverse, adjoints.shadow(end).read(), seed.read());
    return seed;
  }

  private Var number(Var end, List<Stmt> reverse) {
    Var seed = new Var("cotangent", end.type());
    reverse.add(new Stmt.Assign(adjoints.bar(end), seed.read()));
    return seed;
  }

  private static void call(String name, List<Stmt> reverse, Expr... args) {
    Expr call = Arithmetic.support("Trees", name, Type.VOID, args);
    reverse.add(new Stmt.Eval((Expr.Invoke) call));
  }
}
