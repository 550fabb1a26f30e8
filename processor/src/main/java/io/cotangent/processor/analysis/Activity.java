package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.rules.Rule;
import io.cotangent.processor.rules.Rules;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which values depend on the inputs (varied) and matter to the outputs (useful), over the whole
 * program to a fixed point; active is both (Hascoët, Naumann and Pascual 2005).
 */
public final class Activity {
  private final Aliasing aliasing;
  private final Set<Object> varied = new HashSet<>();
  private final Set<Object> useful = new HashSet<>();

  private Activity(Aliasing aliasing) {
    this.aliasing = aliasing;
  }

  static Activity of(
      Program program, Aliasing aliasing, Collection<Var> inputs, Collection<Var> outputs) {
    Activity activity = new Activity(aliasing);
    inputs.forEach(v -> activity.varied.add(activity.place(v)));
    outputs.forEach(v -> activity.useful.add(activity.place(v)));
    Flow flow = Flow.of(program, aliasing);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Flow.Edge edge : flow.edges()) {
        changed |= activity.isVaried(edge.from()) && activity.varied.add(edge.to());
      }
      // Usefulness flows backwards: against the order of the edges it takes few rounds.
      for (int i = flow.edges().size() - 1; i >= 0; i--) {
        Flow.Edge edge = flow.edges().get(i);
        if (activity.useful.contains(edge.to())) {
          int before = activity.useful.size();
          activity.sources(edge.from(), activity.useful::add);
          changed |= activity.useful.size() > before;
        }
      }
    }
    return activity;
  }

  private Object place(Var var) {
    return var.type().isArray() ? aliasing.leafOf(var.read()) : var;
  }

  /** Whether a scalar expression's value depends differentiably on the inputs. */
  public boolean isVaried(Expr e) {
    boolean[] found = new boolean[1];
    sources(e, place -> found[0] |= varied.contains(place));
    return found[0];
  }

  /** The places that a scalar expression's value depends on differentiably. */
  private void sources(Expr e, Consumer<Object> sink) {
    if (!e.type().isFloating()) {
      return;
    }
    if (e instanceof Expr.Read x) {
      sink.accept(x.var());
    } else if (e instanceof Expr.Pop x) {
      sink.accept(x.slot());
    } else if (e instanceof Expr.Load x) {
      sink.accept(aliasing.leafOf(x.array()));
    } else if (e instanceof Expr.Cast x) {
      sources(x.operand(), sink);
    } else if (e instanceof Expr.Conditional x) {
      sources(x.then(), sink);
      sources(x.otherwise(), sink);
    } else if (e instanceof Expr.Apply x) {
      Optional<Rule> rule = Rules.of(x);
      for (int i = 0; rule.isPresent() && i < x.args().size(); i++) {
        if (rule.get().partials().get(i).isPresent()) {
          sources(x.args().get(i), sink);
        }
      }
    }
  }

  /** Whether a scalar variable, or the elements of an array variable, carry a derivative. */
  public boolean isActive(Var var) {
    if (!var.type().carriesDerivative()) {
      return false;
    }
    Object place = place(var);
    return varied.contains(place) && useful.contains(place);
  }

  /** Whether the value of a scalar expression, or the elements of an array, carry a derivative. */
  public boolean isActive(Expr e) {
    if (e.type().isArray()) {
      return e.type().carriesDerivative() && isActive(aliasing.leafOf(e));
    }
    boolean[] found = new boolean[1];
    sources(e, place -> found[0] |= varied.contains(place) && useful.contains(place));
    return found[0];
  }

  /** Whether the elements of the arrays of a bottom class carry a derivative. */
  public boolean isActive(Aliasing.Node leaf) {
    Object place = aliasing.find(leaf);
    return varied.contains(place) && useful.contains(place);
  }

  /** Whether what is put into this variable matters to the outputs. */
  public boolean isUseful(Var var) {
    Type type = var.type();
    return type.carriesDerivative() && useful.contains(place(var));
  }

  /** Whether elements of this array may depend on the inputs. */
  public boolean holdsVaried(Expr array) {
    return array.type().carriesDerivative() && varied.contains(aliasing.leafOf(array));
  }
}
