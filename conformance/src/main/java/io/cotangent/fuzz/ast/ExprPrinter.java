package io.cotangent.fuzz.ast;

import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java, with no more parentheses than they need. */
final class ExprPrinter implements Expr.Visitor<String> {
  private static final int PRIMARY = 16;
  private static final int POSTFIX = 15;
  private static final int PREFIX = 14;
  private static final int TERNARY = 2;
  private static final int ANY = 1;

  private final Program program;
  private final String ownClass;
  private final StmtPrinter statements;

  ExprPrinter(Program program, String ownClass, StmtPrinter statements) {
    this.program = program;
    this.ownClass = ownClass;
    this.statements = statements;
  }

  String print(Expr e) {
    return print(e, ANY);
  }

  private String print(Expr e, int least) {
    String text = e.accept(this);
    return precedence(e) < least ? "(" + text + ")" : text;
  }

  private String list(List<Expr> es) {
    return es.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private static int precedence(Expr e) {
    if (e instanceof Expr.Binary b) {
      return Operators.precedence(b.op());
    }
    if (e instanceof Expr.Step s) {
      return s.prefix() ? PREFIX : POSTFIX;
    }
    if (e instanceof Expr.Unary || e instanceof Expr.Cast) {
      return PREFIX;
    }
    if (e instanceof Expr.NewArray || e instanceof Expr.ArrayLit) {
      return PREFIX;
    }
    if (e instanceof Expr.Cond) {
      return TERNARY;
    }
    return e instanceof Expr.Assign || e instanceof Expr.SwitchExpr ? ANY : PRIMARY;
  }

  @Override
  public String lit(Expr.Lit e) {
    return Literals.print(e.value());
  }

  @Override
  public String variable(Expr.Var e) {
    return e.name();
  }

  @Override
  public String constant(Expr.Const e) {
    return e.owner().isEmpty() ? program.name() + "." + e.name() : e.owner() + "." + e.name();
  }

  @Override
  public String index(Expr.Index e) {
    return print(e.array(), PRIMARY) + "[" + print(e.index()) + "]";
  }

  @Override
  public String length(Expr.Length e) {
    return print(e.array(), PRIMARY) + ".length";
  }

  @Override
  public String unary(Expr.Unary e) {
    return e.op() + print(e.operand(), POSTFIX);
  }

  @Override
  public String binary(Expr.Binary e) {
    int p = Operators.precedence(e.op());
    return print(e.left(), p) + " " + e.op() + " " + print(e.right(), p + 1);
  }

  @Override
  public String cond(Expr.Cond e) {
    return print(e.test(), TERNARY + 1)
        + " ? "
        + print(e.yes(), TERNARY)
        + " : "
        + print(e.no(), TERNARY);
  }

  @Override
  public String cast(Expr.Cast e) {
    return "(" + e.ty() + ") " + print(e.operand(), POSTFIX);
  }

  @Override
  public String assign(Expr.Assign e) {
    return print(e.target(), POSTFIX) + " " + e.op() + "= " + print(e.value());
  }

  @Override
  public String step(Expr.Step e) {
    String op = e.delta() > 0 ? "++" : "--";
    String target = print(e.target(), PRIMARY);
    return e.prefix() ? op + target : target + op;
  }

  @Override
  public String call(Expr.Call e) {
    Method m = program.helper(e.method());
    String name = m.owner().equals(ownClass) ? m.name() : m.owner() + "." + m.name();
    return name + "(" + list(e.args()) + ")";
  }

  @Override
  public String math(Expr.MathCall e) {
    return (e.strict() ? "StrictMath." : "Math.") + e.name() + "(" + list(e.args()) + ")";
  }

  @Override
  public String newArray(Expr.NewArray e) {
    StringBuilder text = new StringBuilder("new ").append(e.ty().base().javaName());
    for (Expr length : e.lengths()) {
      text.append('[').append(print(length)).append(']');
    }
    return text.append("[]".repeat(e.ty().rank() - e.lengths().size())).toString();
  }

  @Override
  public String arrayLit(Expr.ArrayLit e) {
    return "new " + e.ty() + " {" + list(e.elements()) + "}";
  }

  @Override
  public String cloneOf(Expr.CloneOf e) {
    return print(e.array(), PRIMARY) + ".clone()";
  }

  @Override
  public String switchExpr(Expr.SwitchExpr e) {
    return statements.switchText(e.selector(), e.arrows(), e.arms());
  }
}
