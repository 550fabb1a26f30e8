package io.cotangent.fuzz.ast;

import java.util.List;
import java.util.stream.Collectors;

/** Writes statements as indented Java. */
final class StmtPrinter implements Stmt.Visitor<Void> {
  /** One program in so many has loops that run again from copies of their state. */
  private static final int CHECKPOINTED = 5;

  private final ExprPrinter expressions;
  private final boolean checkpointed;
  private int loops;
  private StringBuilder out = new StringBuilder();
  private int indent;

  StmtPrinter(Program program, String ownClass, int indent) {
    this.expressions = new ExprPrinter(program, ownClass, this);
    this.checkpointed =
        program.batching() == null && Math.floorMod(program.name().hashCode(), CHECKPOINTED) == 0;
    this.indent = indent;
  }

  /** The text of the statements, each on lines of its own. */
  String print(List<Stmt> body) {
    out = new StringBuilder();
    all(body);
    return out.toString();
  }

  private void all(List<Stmt> body) {
    for (Stmt s : body) {
      s.accept(this);
    }
  }

  private Void line(String text) {
    out.append("  ".repeat(indent)).append(text).append('\n');
    return null;
  }

  private void nested(List<Stmt> body) {
    indent++;
    all(body);
    indent--;
  }

  private static String label(String label) {
    return label.isEmpty() ? "" : label + ": ";
  }

  private static String jump(String word, String label) {
    return label.isEmpty() ? word + ";" : word + " " + label + ";";
  }

  private Void braced(String head, List<Stmt> body) {
    line(head + " {");
    nested(body);
    return line("}");
  }

  /** Every other loop of some programs keeps copies. */
  private Void loop(String head, List<Stmt> body) {
    line(head + " {");
    hinted(body);
    return line("}");
  }

  private void hinted(List<Stmt> body) {
    if (checkpointed && loops++ % 2 == 0) {
      line("  io.cotangent.Cotangent.checkpoint(" + (1 + loops % 3) + ");");
    }
    nested(body);
  }

  @Override
  public Void local(Stmt.Local s) {
    String modifier = s.modifier().equals("final") ? "final " : "";
    String type = s.modifier().equals("var") ? "var" : s.ty().toString();
    return line(modifier + type + " " + declarator(s) + ";");
  }

  private String declarator(Stmt.Local s) {
    return s.init() == null ? s.name() : s.name() + " = " + expressions.print(s.init());
  }

  @Override
  public Void eval(Stmt.Eval s) {
    return line(expressions.print(s.expr()) + ";");
  }

  @Override
  public Void ifElse(Stmt.If s) {
    line("if (" + expressions.print(s.test()) + ") {");
    nested(s.yes());
    if (!s.no().isEmpty()) {
      line("} else {");
      nested(s.no());
    }
    return line("}");
  }

  @Override
  public Void forLoop(Stmt.For s) {
    String test = s.test() == null ? "" : " " + expressions.print(s.test());
    String update = s.update().stream().map(expressions::print).collect(Collectors.joining(", "));
    String space = update.isEmpty() ? "" : " ";
    return loop(
        label(s.label()) + "for (" + init(s.init()) + ";" + test + ";" + space + update + ")",
        s.body());
  }

  private String init(List<Stmt> init) {
    StringBuilder text = new StringBuilder();
    for (Stmt s : init) {
      text.append(text.length() == 0 ? "" : ", ");
      if (s instanceof Stmt.Local l) {
        text.append(text.length() == 0 ? l.ty() + " " : "").append(declarator(l));
      } else {
        text.append(expressions.print(((Stmt.Eval) s).expr()));
      }
    }
    return text.toString();
  }

  @Override
  public Void forEach(Stmt.ForEach s) {
    return loop(
        label(s.label())
            + "for ("
            + s.ty()
            + " "
            + s.name()
            + " : "
            + expressions.print(s.array())
            + ")",
        s.body());
  }

  @Override
  public Void whileLoop(Stmt.While s) {
    String test = "while (" + expressions.print(s.test()) + ")";
    if (!s.testLast()) {
      return loop(label(s.label()) + test, s.body());
    }
    line(label(s.label()) + "do {");
    hinted(s.body());
    return line("} " + test + ";");
  }

  @Override
  public Void breakTo(Stmt.Break s) {
    return line(jump("break", s.label()));
  }

  @Override
  public Void continueTo(Stmt.Continue s) {
    return line(jump("continue", s.label()));
  }

  @Override
  public Void returnValue(Stmt.Return s) {
    return line(s.value() == null ? "return;" : "return " + expressions.print(s.value()) + ";");
  }

  @Override
  public Void yieldValue(Stmt.Yield s) {
    String value = expressions.print(s.value());
    // javac takes "yield (switch ... case 1, 2 ...) - x" for a call of a method named yield.
    return line((value.startsWith("(switch") ? "yield +" : "yield ") + value + ";");
  }

  @Override
  public Void switchOn(Stmt.Switch s) {
    return line(switchText(s.selector(), s.arrows(), s.arms()));
  }

  /** The text of a switch, without the indentation of its first line. */
  String switchText(Expr selector, boolean arrows, List<SwitchArm> arms) {
    StringBuilder saved = out;
    out = new StringBuilder();
    indent++;
    for (SwitchArm arm : arms) {
      arm(arm, arrows);
    }
    indent--;
    String text = out.toString();
    out = saved;
    return "switch (" + expressions.print(selector) + ") {\n" + text + "  ".repeat(indent) + "}";
  }

  private void arm(SwitchArm arm, boolean arrows) {
    String head =
        arm.isDefault()
            ? "default"
            : "case "
                + arm.labels().stream().map(expressions::print).collect(Collectors.joining(", "));
    if (!arrows) {
      line(head + ":");
      nested(arm.body());
    } else if (arm.value() != null) {
      line(head + " -> " + expressions.print(arm.value()) + ";");
    } else {
      braced(head + " ->", arm.body());
    }
  }

  @Override
  public Void block(Stmt.Block s) {
    return braced(s.label().isEmpty() ? "" : s.label() + ":", s.body());
  }

  @Override
  public Void throwNew(Stmt.Throw s) {
    String detail = s.detail() == null ? "" : " + (" + expressions.print(s.detail()) + ")";
    return line("throw new " + s.type() + "(\"" + s.text() + "\"" + detail + ");");
  }

  @Override
  public Void attempt(Stmt.Try s) {
    line("try {");
    nested(s.body());
    for (Stmt.Catch clause : s.catches()) {
      line("} catch (" + String.join(" | ", clause.types()) + " " + clause.name() + ") {");
      nested(clause.body());
    }
    if (!s.last().isEmpty()) {
      line("} finally {");
      nested(s.last());
    }
    return line("}");
  }

  @Override
  public Void rethrow(Stmt.Rethrow s) {
    return line("throw " + s.name() + ";");
  }

  @Override
  public Void assertThat(Stmt.Assert s) {
    return line("assert " + expressions.print(s.test()) + " : \"" + s.text() + "\";");
  }
}
