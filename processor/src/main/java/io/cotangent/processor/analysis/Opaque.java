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
  private final Aliasing aliasing;
  private final Set<Var> holders = new HashSet<>();
  private final Set<Aliasing.Node> places = new HashSet<>();

  private Opaque(Activity activity, Aliasing aliasing) {
    this.activity = activity;
    this.aliasing = aliasing;
  }

  static Opaque of(Program program, Activity activity, Aliasing aliasing) {
    Opaque opaque = new Opaque(activity, aliasing);
    int before = -1;
    while (opaque.holders.size() + opaque.places.size() > before) {
      before = opaque.holders.size() + opaque.places.size();
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
    } else if (stmt instanceof Stmt.Store store) {
      flow(store.value(), new Expr.Load(store.array(), store.index()));
    } else if (stmt instanceof Stmt.Put put) {
      flow(put.value(), put.place());
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
    if (flows(from, to.type())) {
      holders.add(to);
    }
  }

  /** Into an element of an array or a field of an object: the whole array, or that field. */
  private void flow(Expr from, Expr place) {
    if (flows(from, place.type())) {
      places.add(aliasing.find(aliasing.home(place)));
    }
  }

  private boolean flows(Expr from, Type to) {
    if (from instanceof Expr.Invoke call) {
      intoReceiver(call);
      boolean keeps = to instanceof Type.Ref || BITS.contains(call.name());
      return keeps && takesIn(call);
    }
    return !to.carriesDerivative()
        && !(to.leaf() instanceof Type.Struct)
        && to != Type.BOOLEAN
        && holds(from);
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
    // Trees are written by passes that know what goes in and out.
    return !call.owner().equals("io.cotangent.runtime.Trees")
        && call.args().stream()
            .anyMatch(
                arg ->
                    holds(arg)
                        || (arg.type().isReference()
                            ? activity.holdsVaried(arg)
                            : activity.isVaried(arg)));
  }

  /** Whether the expression's value comes from such an object. */
  boolean holds(Expr e) {
    return Walk.any(e, this::isHeld) || Walk.any(e, this::isTextOfVaried);
  }

  private boolean isHeld(Expr e) {
    if (e instanceof Expr.Read read) {
      boolean all = read.type().isArray() && !(read.type().leaf() instanceof Type.Struct);
      return holders.contains(read.var())
          || (all && places.contains(aliasing.find(aliasing.classOf(read))));
    }
    boolean place = e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct());
    return place
        && !(e.type().leaf() instanceof Type.Struct)
        && places.contains(aliasing.find(aliasing.home(e)));
  }

  private boolean isTextOfVaried(Expr e) {
    return e instanceof Expr.Apply apply
        && apply.op() == Operator.CONCAT
        && apply.args().stream().anyMatch(activity::isVaried);
  }
}
