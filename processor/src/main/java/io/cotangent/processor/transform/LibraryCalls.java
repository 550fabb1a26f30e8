package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.rules.ArrayFunctions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of library functions that the rules give as IR become calls of that. */
public final class LibraryCalls extends Rewriter {
  private final Map<FunctionId, Function> library = new LinkedHashMap<>();

  private LibraryCalls() {}

  /** The program together with the library functions that it calls. */
  public static Program apply(Program program) {
    LibraryCalls pass = new LibraryCalls();
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    program.functions().forEach((id, f) -> functions.put(id, f.withBody(pass.block(f.body()))));
    functions.putAll(pass.library);
    return program.with(functions);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && function(d.init()).isPresent()) {
      out.add(new Stmt.Declare(d.var(), Exprs.defaultValue(d.var().type())));
      out.add(call(d.var(), (Expr.Invoke) d.init()));
    } else if (s instanceof Stmt.Assign a && function(a.value()).isPresent()) {
      Var value = new Var(((Expr.Invoke) a.value()).name(), a.var().type());
      stmt(new Stmt.Declare(value, a.value()), out);
      out.add(new Stmt.Assign(a.var(), value.read()));
    } else {
      super.stmt(s, out);
    }
  }

  private static Optional<Function> function(Expr e) {
    return e instanceof Expr.Invoke call ? ArrayFunctions.of(call) : Optional.empty();
  }

  private Stmt call(Var target, Expr.Invoke call) {
    Function function = function(call).orElseThrow();
    library.putIfAbsent(function.id(), function);
    return new Stmt.Call(List.of(target), function.id(), call.args(), call.span());
  }
}
