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
import java.util.function.Predicate;

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
    inputs.forEach(v -> activity.varied.addAll(activity.places(v)));
    outputs.forEach(v -> activity.useful.addAll(activity.places(v)));
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

  /** The variable itself, or what can be reached from the object or array that it holds. */
  private Set<?> places(Var var) {
    if (!var.type().isReference()) {
      return Set.of(var);
    }
    return var.type().leaf().isFloating()
        ? Set.of(aliasing.leafOf(var.read()))
        : aliasing.reachable(aliasing.classOf(var));
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
    } else if (e instanceof Expr.Load || (e instanceof Expr.Field f && f.isOfStruct())) {
      sink.accept(aliasing.numbers(e));
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

  /** Whether a variable, or a number in what it refers to, carries a derivative. */
  public boolean isActive(Var var) {
    return isActive(var.read());
  }

  /** Whether the value of an expression, or a number in what it refers to, carries a derivative. */
  public boolean isActive(Expr e) {
    if (e.type().isReference()) {
      return any(e, place -> varied.contains(place) && useful.contains(place));
    }
    boolean[] found = new boolean[1];
    sources(e, place -> found[0] |= varied.contains(place) && useful.contains(place));
    return found[0];
  }

  /** Whether the numbers of this class carry derivatives: elements of arrays, or a field's. */
  public boolean isActive(Aliasing.Node numbers) {
    Object place = aliasing.find(numbers);
    return varied.contains(place) && useful.contains(place);
  }

  /** Whether a number in this place, or one that what it holds leads to, carries a derivative. */
  public boolean isActivePlace(Expr place) {
    return place.type().isReference() ? isActive(place) : isActive(aliasing.numbers(place));
  }

  /** Whether what is put into this variable matters to the outputs. */
  public boolean isUseful(Var var) {
    return var.type().isReference()
        ? any(var.read(), useful::contains)
        : var.type().isFloating() && useful.contains(var);
  }

  /** Whether numbers in what this refers to may depend on the inputs. */
  public boolean holdsVaried(Expr reference) {
    return any(reference, varied::contains);
  }

  /** Whether numbers in what this refers to matter to the outputs. */
  public boolean holdsUseful(Expr reference) {
    return any(reference, useful::contains);
  }

  private boolean any(Expr reference, Predicate<Object> test) {
    Type leaf = reference.type().leaf();
    if (leaf instanceof Type.Primitive || reference instanceof Expr.Const) {
      return leaf.isFloating() && test.test(aliasing.leafOf(reference));
    }
    return !leaf.equals(Type.STRING)
        && aliasing.reachable(aliasing.classOf(reference)).stream().anyMatch(test);
  }
}
