package io.cotangent.processor.ir;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the IR as text: one statement a line, two blanks of indent a block, variables by name and
 * calls by identity.
 */
public final class Printer {
  private final Function<Var, String> vars;
  private final Function<FunctionId, String> functions;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private Printer(Function<Var, String> vars, Function<FunctionId, String> functions) {
    this.vars = vars;
    this.functions = functions;
  }

  /** The function as a person reads it. */
  public static String print(io.cotangent.processor.ir.Function function) {
    return print(function, Var::name, FunctionId::key);
  }

  /** The function with the names that are given to its variables and to what it calls. */
  public static String print(
      io.cotangent.processor.ir.Function function,
      Function<Var, String> vars,
      Function<FunctionId, String> functions) {
    Printer printer = new Printer(vars, functions);
    printer.line("(" + printer.declared(function.params()) + ")");
    printer.block(function.body());
    printer.line("results " + printer.declared(function.results()));
    return printer.out.toString();
  }

  private String declared(List<Var> list) {
    return list.stream().map(v -> v.type() + " " + vars.apply(v)).collect(Collectors.joining(", "));
  }

  private void block(Block block) {
    depth++;
    block.stmts().forEach(this::stmt);
    depth--;
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void stmt(Stmt s) {
    if (s instanceof Stmt.Declare x) {
      line(x.var().type() + " " + vars.apply(x.var()) + " = " + expr(x.init()));
    } else if (s instanceof Stmt.Assign x) {
      line(vars.apply(x.var()) + " = " + expr(x.value()));
    } else if (s instanceof Stmt.Store x) {
      line(expr(x.array()) + "[" + expr(x.index()) + "] = " + expr(x.value()));
    } else if (s instanceof Stmt.Put x) {
      line(expr(x.receiver()) + "." + x.name() + " = " + expr(x.value()));
    } else if (s instanceof Stmt.If x) {
      line("if " + expr(x.test()));
      block(x.then());
      line("else");
      block(x.otherwise());
    } else if (s instanceof Stmt.While x) {
      line("while " + expr(x.test()));
      block(x.body());
    } else if (s instanceof Stmt.Counted x) {
      String index = vars.apply(x.index());
      String range = expr(x.from()) + "; " + x.relation().symbol() + " " + expr(x.bound());
      line("for " + index + " = " + range + "; += " + x.step());
      block(x.body());
    } else if (s instanceof Stmt.Call x) {
      String targets = x.targets().stream().map(vars).collect(Collectors.joining(", "));
      line(targets + " = call " + functions.apply(x.callee()) + "(" + exprs(x.args()) + ")");
    } else if (s instanceof Stmt.Eval x) {
      line(expr(x.call()));
    } else if (s instanceof Stmt.Throw x) {
      line("throw " + expr(x.exception()));
    } else if (s instanceof Stmt.Assert x) {
      Expr message = x.message();
      line("assert " + expr(x.test()) + (message == null ? "" : " : " + expr(message)));
    } else if (s instanceof Stmt.Push x) {
      line("push " + expr(x.value()));
    } else if (s instanceof Stmt.Keep x) {
      line("keep at " + expr(x.place()) + " " + expr(x.value()));
    } else if (s instanceof Stmt.Mark x) {
      line("// " + x.line());
    } else if (s instanceof Stmt.Attempt x) {
      line("attempt, exception to " + vars.apply(x.caught()));
      block(x.body());
    } else if (s instanceof Stmt.Try x) {
      line("try");
      block(x.body());
      x.catches().forEach(this::clause);
      line("finally");
      block(x.last());
    } else {
      jump(s);
    }
  }

  private void clause(Stmt.Catch clause) {
    line("catch " + clause.types() + " " + vars.apply(clause.exception()));
    block(clause.body());
  }

  private void jump(Stmt s) {
    if (s instanceof Stmt.Loop x) {
      line("loop " + x.label() + (x.testAtEnd() ? " until not " : " while ") + expr(x.test()));
      block(x.body());
      line("update");
      block(x.update());
    } else if (s instanceof Stmt.Labelled x) {
      line(x.label() + ":");
      block(x.body());
    } else if (s instanceof Stmt.Break x) {
      line("break " + x.label());
    } else if (s instanceof Stmt.Continue x) {
      line("continue " + x.label());
    } else {
      line("return");
    }
  }

  private String exprs(List<Expr> list) {
    return list.stream().map(this::expr).collect(Collectors.joining(", "));
  }

  private String expr(Expr e) {
    if (e instanceof Expr.Const x) {
      return x.value() instanceof String text ? "\"" + text + "\"" : x.type() + ":" + x.value();
    } else if (e instanceof Expr.Read x) {
      return vars.apply(x.var());
    } else if (e instanceof Expr.Apply x) {
      return x.op() + ":" + x.type() + "(" + exprs(x.args()) + ")";
    } else if (e instanceof Expr.Cast x) {
      return "(" + x.type() + ") " + expr(x.operand());
    } else if (e instanceof Expr.Conditional x) {
      return "(" + expr(x.test()) + " ? " + expr(x.then()) + " : " + expr(x.otherwise()) + ")";
    } else if (e instanceof Expr.Load x) {
      return expr(x.array()) + "[" + expr(x.index()) + "]";
    } else if (e instanceof Expr.Length x) {
      return expr(x.array()) + ".length";
    } else if (e instanceof Expr.StaticField x) {
      return x.owner() + "." + x.name();
    } else if (e instanceof Expr.Field x) {
      return expr(x.receiver()) + "." + x.name();
    } else if (e instanceof Expr.InstanceOf x) {
      return expr(x.operand()) + " instanceof " + x.tested();
    } else if (e instanceof Expr.NewStruct x) {
      return "new " + x.type() + (x.isShadow() ? " shadow" : "");
    } else if (e instanceof Expr.NewArray x) {
      return "new " + x.type() + "(" + exprs(x.dimensions()) + ")";
    } else if (e instanceof Expr.CloneArray x) {
      return "clone " + expr(x.array());
    } else if (e instanceof Expr.Invoke x) {
      return x.invocation() + " " + x.owner() + "." + x.name() + "(" + exprs(x.args()) + ")";
    }
    if (e instanceof Expr.Segment x) {
      return (x.made() ? "reserve " : "release ") + expr(x.count()) + " " + x.slot().type();
    } else if (e instanceof Expr.Kept x) {
      return "kept at " + expr(x.place()) + " " + e.type();
    }
    return (e instanceof Expr.Next ? "next " : "pop ") + e.type();
  }
}
