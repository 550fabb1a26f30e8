package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the bodies of functions in the place of their calls; slots of the tape stay the same. */
final class Inlining {
  /** Statements beyond which one function is too long to be worth it. */
  private static final int MOST = 4000;

  private final Map<FunctionId, Function> known;
  private final Set<FunctionId> open = new HashSet<>();
  private int count;

  Inlining(Map<FunctionId, Function> known) {
    this.known = known;
  }

  /** The function without calls, its variables all its own. */
  Function apply(Function function) {
    Copy copy = new Copy();
    List<Var> params = function.params().stream().map(copy::fresh).toList();
    Block body = copy.block(function.body());
    return new Function(
        function.id(),
        function.name(),
        params,
        function.results().stream().map(copy::var).toList(),
        body);
  }

  private final class Copy extends Rewriter {
    private final Map<Var, Expr> values = new HashMap<>();

    Var fresh(Var var) {
      Var made = new Var(var.name(), var.type());
      values.put(var, made.read());
      return made;
    }

    @Override
    public Var var(Var var) {
      Expr value = values.get(var);
      return value == null ? fresh(var) : ((Expr.Read) value).var();
    }

    @Override
    public Expr expr(Expr e) {
      if (e instanceof Expr.Read read) {
        Expr value = values.get(read.var());
        return value == null ? fresh(read.var()).read() : value;
      }
      return super.expr(e);
    }

    @Override
    public void stmt(Stmt s, List<Stmt> out) {
      if (++count > MOST) {
        throw new NotInLanes("too long");
      }
      if (s instanceof Stmt.Call call) {
        call(call, out);
      } else if (!(s instanceof Stmt.Mark)) {
        super.stmt(s, out);
      }
    }

    private void call(Stmt.Call call, List<Stmt> out) {
      Function callee = known.get(call.callee());
      if (callee == null || !open.add(call.callee())) {
        throw new NotInLanes("recursion");
      }
      Set<Var> written = new HashSet<>();
      Walk.statements(callee.body(), s -> written.addAll(Walk.written(s)));
      Copy copy = new Copy();
      for (int i = 0; i < call.args().size(); i++) {
        Var param = callee.params().get(i);
        Expr arg = expr(call.args().get(i));
        boolean plain = arg instanceof Expr.Read || arg instanceof Expr.Const;
        boolean result = callee.results().contains(param);
        if (plain && arg.type().equals(param.type()) && !written.contains(param) && !result) {
          copy.values.put(param, arg);
        } else {
          out.add(new Stmt.Declare(copy.fresh(param), arg));
        }
      }
      callee.body().stmts().forEach(s -> copy.stmt(s, out));
      List<Stmt> results = new ArrayList<>();
      for (int i = 0; i < call.targets().size(); i++) {
        Expr value = copy.expr(callee.results().get(i).read());
        results.add(new Stmt.Assign(var(call.targets().get(i)), value));
      }
      out.addAll(results);
      open.remove(call.callee());
    }
  }
}
