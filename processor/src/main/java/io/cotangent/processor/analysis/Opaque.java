package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Which objects (and bit patterns) hold numbers that depend on the inputs, because an unknown
 * method put them there. A number that comes out of one again has lost its derivative.
 */
final class Opaque {
  private static final Set<String> BITS =
      Set.of("doubleToLongBits", "doubleToRawLongBits", "floatToIntBits", "floatToRawIntBits");

  private final Activity activity;
  private final Set<Var> holders = new HashSet<>();

  private Opaque(Activity activity) {
    this.activity = activity;
  }

  static Opaque of(Program program, Activity activity) {
    Opaque opaque = new Opaque(activity);
    int before = -1;
    while (opaque.holders.size() > before) {
      before = opaque.holders.size();
      for (Function function : program.functions().values()) {
        if (program.rule(function.id()).isEmpty()) {
          Walk.statements(function.body(), stmt -> opaque.visit(stmt, program));
        }
      }
    }
    return opaque;
  }

  private void visit(Stmt stmt, Program program) {
    if (stmt instanceof Stmt.Declare d) {
      flow(d.init(), d.var());
    } else if (stmt instanceof Stmt.Assign a) {
      flow(a.value(), a.var());
    } else if (stmt instanceof Stmt.Eval eval) {
      intoReceiver(eval.call());
    } else if (stmt instanceof Stmt.Attempt attempt) {
      Walk.expressions(attempt.body(), e -> intoException(e, attempt.caught()));
    } else if (stmt instanceof Stmt.Call call) {
      Function callee = program.get(call.callee());
      for (int i = 0; i < call.args().size(); i++) {
        flow(call.args().get(i), callee.params().get(i));
      }
      for (int i = 0; i < call.targets().size(); i++) {
        flow(callee.results().get(i).read(), call.targets().get(i));
      }
    }
  }

  private void flow(Expr from, Var to) {
    if (from instanceof Expr.Invoke call) {
      intoReceiver(call);
      boolean keeps = to.type() instanceof Type.Ref || BITS.contains(call.name());
      if (keeps && takesIn(call)) {
        holders.add(to);
      }
    } else if (!to.type().carriesDerivative() && to.type() != Type.BOOLEAN && holds(from)) {
      holders.add(to);
    }
  }

  /** What is passed to a method may be in the exception that the method throws. */
  private void intoException(Expr e, Var caught) {
    if (e instanceof Expr.Invoke call && takesIn(call)) {
      holders.add(caught);
    }
  }

  /** What is passed to a method of an object may stay in the object. */
  private void intoReceiver(Expr.Invoke call) {
    if (call.invocation() == Expr.Invocation.VIRTUAL
        && call.args().get(0) instanceof Expr.Read receiver
        && takesIn(call)) {
      holders.add(receiver.var());
    }
  }

  private boolean takesIn(Expr.Invoke call) {
    return call.args().stream()
        .anyMatch(
            arg ->
                holds(arg)
                    || (arg.type().isReference()
                        ? activity.holdsVaried(arg)
                        : activity.isVaried(arg)));
  }

  /** Whether the expression's value comes from such an object. */
  boolean holds(Expr e) {
    return Walk.any(e, part -> part instanceof Expr.Read read && holders.contains(read.var()))
        || Walk.any(e, this::isTextOfVaried);
  }

  private boolean isTextOfVaried(Expr e) {
    return e instanceof Expr.Apply apply
        && apply.op() == Operator.CONCAT
        && apply.args().stream().anyMatch(activity::isVaried);
  }
}
