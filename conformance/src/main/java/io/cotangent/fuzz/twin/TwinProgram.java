package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.eval.Dual;
import io.cotangent.fuzz.eval.DualRun;
import io.cotangent.fuzz.eval.Outcome;
import io.cotangent.fuzz.run.Specimen;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * A program that is written twice.
 *
 * @param members what its class declares besides the differentiable method
 * @param body the method's statements
 * @param params the method's parameters
 * @param result the method's result type
 * @param explicitWrt whether the annotation names the parameters
 */
record TwinProgram(
    long seed,
    String name,
    Node members,
    Node body,
    List<Param> params,
    String result,
    List<Integer> wrt,
    boolean explicitWrt,
    int order)
    implements Specimen {
  /** Stands for the name of the program's class. */
  static final String SELF = "@P";

  private static final String PLAIN = "programs";
  private static final String DUAL = "duals";

  /** A parameter. */
  record Param(String type, String name) {}

  TwinProgram with(Node newMembers, Node newBody) {
    return new TwinProgram(
        seed, name, newMembers, newBody, params, result, wrt, explicitWrt, order);
  }

  @Override
  public List<String> parameters() {
    return params.stream().map(Param::name).toList();
  }

  @Override
  public Map<String, String> files() {
    String imports =
        "import java.util.*;\nimport java.util.function.*;\nimport java.util.stream.*;";
    return Map.of(PLAIN + "." + name, text(PLAIN, imports, annotation(), false));
  }

  @Override
  public Map<String, String> twins() {
    String imports =
        "import io.cotangent.fuzz.eval.Dual;\nimport java.util.*;\nimport java.util.function.*;\n"
            + "import java.util.stream.*;\n"
            + List.of(
                    "DoubleUnaryOperator",
                    "DoubleBinaryOperator",
                    "DoubleSupplier",
                    "DoubleFunction",
                    "ToDoubleFunction",
                    "IntToDoubleFunction",
                    "DoubleConsumer",
                    "DoublePredicate",
                    "DoubleStream",
                    "Duals")
                .stream()
                .map(n -> "import io.cotangent.fuzz.dual." + n + ";")
                .collect(Collectors.joining("\n"));
    return Map.of(DUAL + "." + name, text(DUAL, imports, "", true));
  }

  private String annotation() {
    String names =
        wrt.stream()
            .map(i -> "\"" + params.get(i).name() + "\"")
            .collect(Collectors.joining(", ", "wrt = {", "}"));
    List<String> elements = new ArrayList<>();
    if (explicitWrt) {
      elements.add(names);
    }
    if (order == 2) {
      elements.add("order = 2");
    }
    return "@io.cotangent.Differentiable"
        + (elements.isEmpty() ? "" : "(" + String.join(", ", elements) + ")")
        + "\n";
  }

  private String text(String inPackage, String imports, String annotation, boolean onDuals) {
    String head =
        params.stream()
            .map(p -> Node.of(p.type(), p.type()).text(onDuals) + " " + p.name())
            .collect(Collectors.joining(", "));
    String all =
        "package "
            + inPackage
            + ";\n\n"
            + imports
            + "\n\npublic final class "
            + SELF
            + " {\n"
            + members.text(onDuals)
            + annotation
            + "public static "
            + Node.of(result, result).text(onDuals)
            + " f("
            + head
            + ") {\n"
            + body.text(onDuals)
            + "}\n}\n";
    return Layout.indented(all.replace(SELF, name));
  }

  private Class<?> type(String type, String inPackage, ClassLoader loader) {
    boolean plain = inPackage.equals(PLAIN);
    if (type.endsWith("[]")) {
      return type(type.substring(0, type.length() - 2), inPackage, loader).arrayType();
    }
    try {
      return switch (type) {
        case "double" -> plain ? double.class : Dual.class;
        case "int" -> int.class;
        case "boolean" -> boolean.class;
        case "void" -> void.class;
        default -> Class.forName(inPackage + "." + name + "$" + type, true, loader);
      };
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Class<?>> types(String inPackage, ClassLoader loader) {
    List<Class<?>> types = new ArrayList<>();
    params.forEach(p -> types.add(type(p.type(), inPackage, loader)));
    return types;
  }

  @Override
  public List<Class<?>> parameterTypes(ClassLoader loader) {
    return types(PLAIN, loader);
  }

  @Override
  public Class<?> resultType(ClassLoader loader) {
    return type(result, PLAIN, loader);
  }

  @Override
  public Object[] arguments(Object[] point, ClassLoader loader) {
    List<Class<?>> types = parameterTypes(loader);
    Object[] args = new Object[point.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = Mirror.convert(point[i], types.get(i), d -> d);
    }
    return args;
  }

  @Override
  public Outcome outcome(
      Object[] args, int derivatives, boolean assertions, int fuel, ClassLoader loader) {
    List<Class<?>> types = types(DUAL, loader);
    return DualRun.run(
        directions(args),
        derivatives,
        () -> {
          DoubleFunction<Object> inputs = Dual.inputs();
          Object[] duals = new Object[args.length];
          for (int i = 0; i < duals.length; i++) {
            boolean active = derivatives > 0 && wrt.contains(i);
            duals[i] = Mirror.convert(args[i], types.get(i), active ? inputs : Dual::of);
          }
          Method f =
              Class.forName(DUAL + "." + name, true, loader)
                  .getDeclaredMethod("f", types.toArray(new Class<?>[0]));
          return f.invoke(null, duals);
        },
        value -> Mirror.convert(value, resultType(loader), Double::valueOf),
        thrown -> thrown.replaceFirst("^" + DUAL + "\\.", PLAIN + "."));
  }
}
