package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of the class's own functions, and where their results go. */
final class CallEmitter {
  private final Names names;
  private final ExpressionEmitter expressions;
  private final FunctionTable functions;
  private final @Nullable String workspace;
  private final CodeBlock.Builder out;

  CallEmitter(
      Names names,
      ExpressionEmitter expressions,
      FunctionTable functions,
      @Nullable String workspace,
      CodeBlock.Builder out) {
    this.names = names;
    this.expressions = expressions;
    this.functions = functions;
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * Where the statements from {@code at} on are declarations of exactly the targets of the call
   * that follows them, with constants that nobody will see: the call's index, else {@code at}.
   */
  static int callAfterDeclarations(List<Stmt> stmts, int at) {
    int call = at;
    while (call < stmts.size()
        && stmts.get(call) instanceof Stmt.Declare declare
        && declare.init() instanceof Expr.Const) {
      call++;
    }
    if (call == at || call == stmts.size() || !(stmts.get(call) instanceof Stmt.Call last)) {
      return at;
    }
    List<Var> declared =
        stmts.subList(at, call).stream().map(stmt -> ((Stmt.Declare) stmt).var()).toList();
    boolean same = declared.size() == last.targets().size() && declared.containsAll(last.targets());
    return same ? call : at;
  }

  /** The call where its targets are declared already. */
  void emit(Stmt.Call call) {
    emit(call, false);
  }

  /** The call with its targets' declarations. */
  void emitDeclaring(Stmt.Call call) {
    emit(call, true);
  }

  private void emit(Stmt.Call call, boolean declare) {
    FunctionId callee = call.callee();
    if (workspace == null || !callee.isSelfContained()) {
      plain(call, declare);
      return;
    }
    String arrays =
        functions.reaches(callee, e -> e instanceof Expr.NewArray || e instanceof Expr.CloneArray)
            ? mark("arrays")
            : null;
    String states =
        functions.reaches(callee, e -> e instanceof Expr.NewStruct s && s.isShadow())
            ? mark("states")
            : null;
    plain(call, declare);
    release("arrays", arrays);
    release("states", states);
  }

  /** The place from which on the workspace's pool will have what the next call makes. */
  private String mark(String pool) {
    String mark = names.fresh(pool + "Before");
    out.addStatement("int $N = $N.$N.mark()", mark, workspace, pool);
    return mark;
  }

  private void release(String pool, @Nullable String mark) {
    if (mark != null) {
      out.addStatement("$N.$N.release($N)", workspace, pool, mark);
    }
  }

  private void plain(Stmt.Call call, boolean declare) {
    Compiled callee = functions.get(call.callee());
    CodeBlock invocation = invocation(callee, call.args());
    List<Var> targets = call.targets();
    if (targets.isEmpty()) {
      out.addStatement("$L", invocation);
    } else if (callee.hasRecord()) {
      String results = names.fresh(callee.name() + "Result");
      out.addStatement("$N $N = $L", callee.record(), results, invocation);
      for (int i = 0; i < targets.size(); i++) {
        CodeBlock component = CodeBlock.of("$N.$N()", results, callee.resultNames().get(i));
        assign(targets.get(i), component, declare);
      }
    } else {
      assign(targets.get(0), invocation, declare);
      for (int i = 1; i < targets.size(); i++) {
        CodeBlock field = CodeBlock.of("$N.$N", workspace, callee.resultNames().get(i));
        assign(targets.get(i), field, declare);
      }
    }
  }

  private void assign(Var target, CodeBlock value, boolean declare) {
    if (declare) {
      out.addStatement("$T $N = $L", JavaTypes.of(target.type()), names.declare(target), value);
    } else {
      out.addStatement("$N = $L", names.of(target), value);
    }
  }

  private CodeBlock invocation(Compiled callee, List<Expr> args) {
    CodeBlock arguments = expressions.arguments(args);
    if (!callee.taped()) {
      return CodeBlock.of("$N($L)", callee.name(), arguments);
    }
    String ws = Objects.requireNonNull(workspace, "a function without tape calls one with");
    String comma = args.isEmpty() ? "" : ", ";
    return CodeBlock.of("$N($L$L$N)", callee.name(), arguments, comma, ws);
  }
}
