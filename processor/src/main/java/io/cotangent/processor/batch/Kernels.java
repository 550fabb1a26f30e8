package io.cotangent.processor.batch;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.KernelText;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kernels of a batched method: value, gradient, Jacobian-vector and vector-Jacobian product,
 * from the same functions as the plain Java.
 *
 * @param text what goes into the generated class, where nothing stands in the way
 * @param problems what does
 */
public record Kernels(Optional<KernelText> text, List<Problem> problems) {

  /**
   * Writes the kernels.
   *
   * @param plan the derivatives of one item
   * @param over indices of the batched parameters
   * @param primal the method itself, and what it calls
   * @param name where the method's name stands in the source
   */
  public static Kernels of(
      DerivativeClass plan, List<Integer> over, List<Function> primal, Span name) {
    DeviceProblems problems = new DeviceProblems();
    problems.at(name);
    // What the method itself does is told at its own line, once; its derivatives do nothing else.
    List<String> parts = new ArrayList<>(write(plan, over, primal, problems, List.of("value")));
    if (problems.all().isEmpty()) {
      List<Function> all = new ArrayList<>(primal);
      all.addAll(plan.helpers());
      boolean scalar = !plan.resultType().isArray();
      parts = write(plan, over, all, problems, scalar ? SCALAR : ARRAY);
    }
    if (!problems.all().isEmpty()) {
      return new Kernels(Optional.empty(), problems.all());
    }
    boolean usesDouble = parts.stream().anyMatch(part -> part.matches("(?s).*\\b[dD]oubles?\\b.*"));
    return new Kernels(Optional.of(new KernelText(parts, usesDouble)), List.of());
  }

  private static final List<String> SCALAR = List.of("value", "gradient", "jvp", "vjp");
  private static final List<String> ARRAY = List.of("value", "jvp", "vjp");

  private static List<String> write(
      DerivativeClass plan,
      List<Integer> over,
      List<Function> functions,
      DeviceProblems problems,
      List<String> wanted) {
    CFunctions all = new CFunctions(functions, problems);
    List<String> kernels = new ArrayList<>();
    for (String kernel : wanted) {
      Entry entry =
          switch (kernel) {
            case "value" -> value(functions.get(0));
            case "gradient", "vjp" -> plan.forms().reverse();
            default -> plan.forms().jvp();
          };
      String function = all.reach(entry.function());
      kernels.add(new KernelEntry(plan, over, kernel, entry, function, problems).text());
    }
    List<String> parts = all.text();
    parts.addAll(kernels);
    return parts;
  }

  private static Entry value(Function primal) {
    List<Role> params = new ArrayList<>();
    for (int i = 0; i < primal.params().size(); i++) {
      params.add(new Role(Kind.PRIMAL, i));
    }
    return new Entry(primal, params, List.of(Role.of(Kind.VALUE)));
  }

  /** Whether a type may be a parameter of a kernel. */
  static boolean isPlain(Type type) {
    boolean wide = type.rank() == 1 && type.leaf() == Type.LONG;
    return type.leaf() instanceof Type.Primitive && type.rank() <= 1 && !wide;
  }
}
