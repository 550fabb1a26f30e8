package io.cotangent.fuzz.ast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a program as the Java files that hold it. */
public final class ProgramPrinter {
  private ProgramPrinter() {}

  /** The files of a program by the simple name of their class; the main class comes first. */
  public static Map<String, String> print(Program p) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(p.name(), mainClass(p));
    if (p.helpers().stream().anyMatch(m -> m.owner().equals(p.helperClass()))) {
      files.put(p.helperClass(), head(p.helperClass()) + methods(p, p.helperClass()) + "}\n");
    }
    return files;
  }

  /** The one file that all programs share: constants of another class. */
  public static String constantsFile() {
    StringBuilder text = new StringBuilder(head(ProgramConstants.OWNER));
    for (Expr.Const c : ProgramConstants.SHARED) {
      text.append(field("public ", c));
    }
    return text.append("}\n").toString();
  }

  private static String field(String modifier, Expr.Const c) {
    return "  "
        + modifier
        + "static final "
        + c.ty()
        + " "
        + c.name()
        + " = "
        + Literals.print(c.value())
        + ";\n";
  }

  private static String head(String name) {
    return "package " + Program.PACKAGE + ";\n\npublic final class " + name + " {\n";
  }

  private static String mainClass(Program p) {
    StringBuilder text = new StringBuilder(head(p.name()));
    for (Expr.Const c : ProgramConstants.OWN) {
      text.append(field("", c));
    }
    text.append('\n').append(annotation(p)).append(method(p, p.main(), "public"));
    text.append(methods(p, p.name()));
    return text.append(p.takesRecord() ? RecordPrinter.print(p) : "").append("}\n").toString();
  }

  private static String annotation(Program p) {
    String wrt = !p.explicitWrt() ? "" : "wrt = " + names(p, p.wrt());
    String order = p.order() == 2 ? "order = 2" : "";
    String elements = wrt.isEmpty() || order.isEmpty() ? wrt + order : wrt + ", " + order;
    return "  @io.cotangent.Differentiable"
        + (elements.isEmpty() ? "" : "(" + elements + ")")
        + "\n"
        + (p.batching() == null || p.takesRecord() ? "" : batched(p));
  }

  private static String batched(Program p) {
    return "  @io.cotangent.Batched(over = "
        + names(p, p.batching().over())
        + (p.batching().kernels() ? ", gpu = true" : "")
        + ")\n";
  }

  private static String names(Program p, List<Integer> params) {
    return params.stream()
        .map(i -> "\"" + p.main().params().get(i).name() + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String methods(Program p, String owner) {
    String modifier = owner.equals(p.name()) ? "private" : "";
    return p.helpers().stream()
        .filter(m -> m.owner().equals(owner))
        .map(m -> "\n" + method(p, m, modifier))
        .collect(Collectors.joining());
  }

  private static String method(Program p, Method m, String modifier) {
    StringBuilder params = new StringBuilder();
    for (int i = 0; i < m.params().size(); i++) {
      Method.Param param = m.params().get(i);
      boolean dots = m.varargs() && i == m.params().size() - 1;
      params
          .append(i == 0 ? "" : ", ")
          .append(dots ? param.ty().element() + "..." : param.ty().toString())
          .append(' ')
          .append(param.name());
    }
    String access = modifier.equals("private") && usedElsewhere(p, m) ? "" : modifier;
    return mark(p, m)
        + "  "
        + (access.isEmpty() ? "" : access + " ")
        + "static "
        + m.result()
        + " "
        + m.name()
        + "("
        + params
        + ") {\n"
        + new StmtPrinter(p, m.owner(), 2).print(m.body())
        + "  }\n";
  }

  /** Some of the helpers from numbers to a number store their local Jacobians. */
  private static String mark(Program p, Method m) {
    boolean numbers = m.params().stream().noneMatch(param -> param.ty().isArray());
    boolean floating = m.result().equals(Ty.DOUBLE) || m.result().equals(Ty.FLOAT);
    boolean chosen = (p.name() + m.id()).hashCode() % 3 == 0;
    return m != p.main() && numbers && floating && chosen ? "  @io.cotangent.Preaccumulate\n" : "";
  }

  /** Whether helpers of the other file may call the method, which then can't be private. */
  private static boolean usedElsewhere(Program p, Method m) {
    return p.helpers().stream().anyMatch(h -> !h.owner().equals(m.owner()));
  }
}
