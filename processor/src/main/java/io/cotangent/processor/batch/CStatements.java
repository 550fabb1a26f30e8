package io.cotangent.processor.batch;

import io.cotangent.processor.backend.KernelText;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements of the IR as OpenCL C. An item that fails goes on with zeros to its end, past every
 * loop; the host then throws.
 */
final class CStatements {
  private final CNames names;
  private final CExpressions expressions;
  private final DeviceProblems problems;
  private final Map<FunctionId, String> functions;
  private final StringBuilder out;
  private int depth = 1;
  private String lastComment = "";

  CStatements(
      CNames names, DeviceProblems problems, Map<FunctionId, String> functions, StringBuilder out) {
    this.names = names;
    this.problems = problems;
    this.functions = functions;
    this.out = out;
    expressions = new CExpressions(names, problems);
  }

  void block(Block block) {
    block.stmts().forEach(this::stmt);
  }

  void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void nested(String head, Block body) {
    line(head + " {");
    depth++;
    block(body);
    depth--;
  }

  private void stmt(Stmt s) {
    if (s instanceof Stmt.Mark mark) {
      problems.at(mark.span());
      comment(mark.line());
    } else if (s instanceof Stmt.If branch) {
      nested("if (" + expressions.emit(branch.test()) + ")", branch.then());
      if (!branch.otherwise().isEmpty()) {
        nested("} else", branch.otherwise());
      }
      line("}");
    } else if (s instanceof Stmt.While loop) {
      nested("while (!it->error && " + expressions.emit(loop.test()) + ")", loop.body());
      line("}");
    } else if (s instanceof Stmt.Counted loop) {
      counted(loop);
    } else if (s instanceof Stmt.Call call) {
      call(call);
    } else {
      simple(s);
    }
  }

  /** A backslash at the end of a comment would take the next line in. */
  private void comment(String source) {
    if (!source.equals(lastComment)) {
      line("// " + source.replaceAll("\\\\+$", ""));
      lastComment = source;
    }
  }

  private void counted(Stmt.Counted loop) {
    String from = expressions.emit(loop.from());
    String i = names.of(loop.index());
    String type = type(loop.index().type());
    String bound = expressions.emit(loop.bound());
    nested(
        String.format(
            "for (%s %s = %s; !it->error && %s %s %s; %s += %d)",
            type, i, from, i, loop.relation().symbol(), bound, i, loop.step()),
        loop.body());
    line("}");
  }

  private void simple(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      if (!isText(d.var())) {
        String init = expressions.emit(d.init());
        line(type(d.var().type()) + " " + names.of(d.var()) + " = " + init + ";");
      }
    } else if (s instanceof Stmt.Assign a) {
      if (!isText(a.var())) {
        line(names.of(a.var()) + " = " + expressions.emit(a.value()) + ";");
      }
    } else if (s instanceof Stmt.Store store) {
      store(store);
    } else if (s instanceof Stmt.Push push) {
      push(push);
    } else if (s instanceof Stmt.Throw) {
      line("fail(it, THROWN);");
    } else if (s instanceof Stmt.Eval eval) {
      problems.add("the call of '" + eval.call().name() + "'", eval.call().span());
    } else if (s instanceof Stmt.Assert check) {
      line("#ifdef " + KernelText.ASSERTS);
      line("if (!(" + expressions.emit(check.test()) + ")) fail(it, THROWN);");
      line("#endif");
    } else {
      problems.add("an object");
    }
  }

  /** Text can only go into messages of exceptions, which the host makes. */
  private static boolean isText(Var var) {
    return var.type().equals(Type.STRING);
  }

  private void store(Stmt.Store store) {
    Optional<String> set = CExpressions.of(store.array().type(), "set");
    if (set.isEmpty()) {
      problems.add("an array of type " + store.array().type());
      return;
    }
    line(
        String.format(
            "%s(%s, %s, %s, it);",
            set.get(),
            expressions.emit(store.array()),
            expressions.emit(store.index()),
            expressions.emit(store.value())));
  }

  private void push(Stmt.Push push) {
    Type type = push.slot().type();
    String value = expressions.emit(push.value());
    if (type.isArray()) {
      Optional<String> function = CExpressions.of(type, "push_array");
      if (function.isPresent()) {
        line(function.get() + "(" + value + ", it);");
      } else {
        problems.add("an array of type " + type);
      }
    } else if (type instanceof Type.Primitive) {
      line("push_" + COperations.letter(type) + "(" + value + ", it);");
    } else {
      problems.value(type);
    }
  }

  private void call(Stmt.Call call) {
    problems.at(call.span());
    List<String> args = expressions.arguments(call.args());
    List<Var> targets = call.targets();
    for (int i = 1; i < targets.size(); i++) {
      args.add("&" + names.of(targets.get(i)));
    }
    args.add("it");
    String result = targets.isEmpty() ? "" : names.of(targets.get(0)) + " = ";
    line(result + functions.get(call.callee()) + "(" + String.join(", ", args) + ");");
  }

  private String type(Type type) {
    return CTypes.of(type).orElseGet(() -> problems.value(type));
  }
}
