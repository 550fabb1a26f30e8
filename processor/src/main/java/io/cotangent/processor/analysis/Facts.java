package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is known about a program before a transform.
 *
 * @param program the program
 * @param aliasing which arrays may be the same
 * @param activity which values carry derivatives
 * @param writes which arrays are written, and when
 * @param singularity which values may be infinite or NaN at singular points
 */
public record Facts(
    Program program, Aliasing aliasing, Activity activity, Writes writes, Singularity singularity) {

  /**
   * The facts about {@code entry} and all that it calls.
   *
   * @param mayAlias groups of the entry's parameters within which a caller may pass one array twice
   * @param inputs the variables to differentiate with respect to
   * @param outputs the variables whose derivatives are wanted
   */
  public static Facts of(
      Program program,
      Function entry,
      List<List<Var>> mayAlias,
      Collection<Var> inputs,
      Collection<Var> outputs) {
    Aliasing aliasing = Aliasing.of(program);
    Set<Aliasing.Node> written = Writes.of(program, aliasing).of(entry.id());
    mayAlias.forEach(group -> unite(aliasing, written, group));
    return new Facts(
        program,
        aliasing,
        Activity.of(program, aliasing, inputs, outputs),
        Writes.of(program, aliasing),
        Singularity.of(program, entry, aliasing));
  }

  /** A caller may pass one array twice, or a row of a matrix; it matters where one is written. */
  private static void unite(Aliasing aliasing, Set<Aliasing.Node> written, List<Var> params) {
    List<Aliasing.Node> classes = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (Var param : params) {
      Aliasing.Node node = aliasing.classOf(param);
      Type type = param.type();
      while (type instanceof Type.Array array) {
        classes.add(node);
        types.add(type);
        node = aliasing.element(node);
        type = array.element();
      }
    }
    for (int i = 0; i < classes.size(); i++) {
      if (written.contains(aliasing.find(classes.get(i)))) {
        for (int j = 0; j < classes.size(); j++) {
          if (types.get(i).equals(types.get(j))) {
            aliasing.union(classes.get(i), classes.get(j));
          }
        }
      }
    }
  }

  /** Whether the function may write to what this parameter refers to, at any depth. */
  public boolean writesTo(Function function, Var param) {
    return param.type().isReference()
        && !(param.type() instanceof Type.Ref)
        && aliasing.reachable(aliasing.classOf(param)).stream()
            .anyMatch(writes.of(function.id())::contains);
  }
}
