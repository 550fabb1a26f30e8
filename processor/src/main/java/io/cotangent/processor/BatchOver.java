package io.cotangent.processor;

import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.backend.ObjectParts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the names in {@code over} mean: a parameter, all that an object holds, or, as in {@code
 * option.strike}, a part of it.
 *
 * @param params the parameters of the method of numbers
 * @param paths for each of them the names that it goes by, the longest last
 */
record BatchOver(List<Parameter> params, List<List<String>> paths) {

  /** Whether one of the names stands for the parameter or for parts of it. */
  static boolean names(List<String> wanted, String param) {
    return wanted.stream().anyMatch(name -> name.equals(param) || name.startsWith(param + "."));
  }

  /**
   * The names of all parameters of a method of numbers.
   *
   * @param objects the parameters of the method that it stands for, if that is another
   * @param packed the index of one whose parts are one array, or -1
   */
  static List<List<String>> paths(
      List<Parameter> params, Optional<List<ObjectClass.Parameter>> objects, int packed) {
    List<List<String>> paths = new ArrayList<>();
    if (objects.isEmpty()) {
      params.forEach(param -> paths.add(List.of(param.name())));
      return paths;
    }
    for (int i = 0; i < objects.get().size(); i++) {
      ObjectClass.Parameter param = objects.get().get(i);
      List<String> path = List.of(param.name());
      if (param.object().isPresent() && i != packed) {
        collect(path, param.object().get(), paths);
      } else {
        paths.add(path);
      }
    }
    return paths;
  }

  private static void collect(List<String> path, ObjectParts parts, List<List<String>> paths) {
    for (ObjectParts.Part part : parts.fields()) {
      List<String> longer = new ArrayList<>(path);
      longer.add(path.get(path.size() - 1) + "." + part.name());
      if (part.object().isPresent()) {
        collect(longer, part.object().get(), paths);
      } else if (part.isKept()) {
        paths.add(longer);
      }
    }
  }

  /**
   * The indices of the parameters that are batched.
   *
   * @param problems takes the reasons why there can't be a batch
   */
  List<Integer> of(List<String> wanted, Span name, List<Problem> problems) {
    Set<String> unknown = new LinkedHashSet<>(wanted);
    List<Integer> over = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Parameter param = params.get(i);
      Set<String> matching = new HashSet<>(paths.get(i));
      matching.retainAll(new HashSet<>(wanted));
      unknown.removeAll(matching);
      if (!matching.isEmpty()) {
        over.add(i);
        if (!(param.type().leaf() instanceof Type.Primitive) || param.type().rank() > 1) {
          problems.add(problem(ProblemKind.BATCH_TYPE, name, path(i), param.type().toString()));
        }
      }
    }
    Set<String> all = new LinkedHashSet<>();
    paths.forEach(all::addAll);
    String known = String.join(", ", all);
    unknown.forEach(each -> problems.add(problem(ProblemKind.BATCH_OVER, name, each, known)));
    if (over.isEmpty() && problems.isEmpty()) {
      problems.add(problem(ProblemKind.BATCH_OVER, name, "nothing", known));
    }
    return over;
  }

  private String path(int index) {
    List<String> names = paths.get(index);
    return names.get(names.size() - 1);
  }

  private static Problem problem(ProblemKind kind, Span span, String... args) {
    return new Problem(kind, span, List.of(args));
  }
}
