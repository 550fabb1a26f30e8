package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A function of the IR in normal form as a private static method. */
final class FunctionEmitter {
  private final FunctionTable functions;
  private final ClassName workspaceType;
  private final List<? extends TypeName> exceptions;

  /** Emits functions that may throw the checked {@code exceptions}. */
  FunctionEmitter(
      FunctionTable functions, ClassName workspaceType, List<? extends TypeName> exceptions) {
    this.functions = functions;
    this.workspaceType = workspaceType;
    this.exceptions = exceptions;
  }

  /** The method. */
  MethodSpec emit(Compiled compiled) {
    return emit(compiled, CodeBlock.of(""));
  }

  /** The method, which begins with {@code first}. */
  MethodSpec emit(Compiled compiled, CodeBlock first) {
    Function function = compiled.function();
    Identifiers identifiers = Identifiers.of(function);
    Names names = new Names(identifiers.hidden(), identifiers.variables());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(compiled.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(resultType(compiled))
            .addExceptions(exceptions);
    for (Var param : function.params()) {
      method.addParameter(JavaTypes.of(param.type()), names.declare(param));
    }
    String workspace = null;
    if (compiled.taped()) {
      workspace = names.fresh("ws");
      method.addParameter(workspaceType, workspace);
    }
    CodeBlock.Builder body = CodeBlock.builder().add(first);
    if (workspace == null && callsTaped(function)) {
      workspace = names.fresh("ws");
      body.addStatement("$T $N = new $T()", workspaceType, workspace, workspaceType);
    }
    body(compiled, names, workspace, body);
    return method.addCode(body.build()).build();
  }

  private boolean callsTaped(Function function) {
    boolean[] calls = new boolean[1];
    Walk.calls(function.body(), call -> calls[0] |= functions.get(call.callee()).taped());
    return calls[0];
  }

  private TypeName resultType(Compiled compiled) {
    List<Var> results = compiled.function().results();
    if (results.isEmpty()) {
      return TypeName.VOID;
    }
    return compiled.hasRecord()
        ? ClassName.bestGuess(compiled.record())
        : JavaTypes.of(results.get(0).type());
  }

  private void body(
      Compiled compiled, Names names, @Nullable String workspace, CodeBlock.Builder out) {
    Function function = compiled.function();
    StatementEmitter emitter = new StatementEmitter(names, functions, workspace, out);
    List<Stmt> stmts = function.body().stmts();
    Expr last = function.results().size() == 1 ? lastValue(stmts, function.results().get(0)) : null;
    if (last != null) {
      if (emitter.emitAll(stmts.subList(0, stmts.size() - 1))) {
        Type type = function.results().get(0).type();
        emitter.emitReturn(last, type);
      }
    } else if (emitter.emitAll(stmts)) {
      results(compiled, names, workspace, out);
    }
  }

  /** The value that the last statement gives the result, where it does. */
  private static @Nullable Expr lastValue(List<Stmt> stmts, Var result) {
    Stmt last = stmts.isEmpty() ? null : stmts.get(stmts.size() - 1);
    if (last instanceof Stmt.Declare declare && declare.var() == result) {
      return declare.init();
    }
    return last instanceof Stmt.Assign assign && assign.var() == result ? assign.value() : null;
  }

  private static void results(
      Compiled compiled, Names names, @Nullable String workspace, CodeBlock.Builder out) {
    List<Var> results = compiled.function().results();
    if (compiled.hasRecord()) {
      CodeBlock values =
          results.stream()
              .map(result -> CodeBlock.of("$N", names.of(result)))
              .collect(CodeBlock.joining(", "));
      out.addStatement("return new $N($L)", compiled.record(), values);
    } else if (!results.isEmpty()) {
      for (int i = 1; i < results.size(); i++) {
        String field = compiled.resultNames().get(i);
        out.addStatement("$N.$N = $N", workspace, field, names.of(results.get(i)));
      }
      out.addStatement("return $N", names.of(results.get(0)));
    }
  }
}
