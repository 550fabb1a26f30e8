package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Forms of functions that give back the exception that they end in, or null, as their last result:
 * what they have done by then stays done, and has a derivative.
 */
public final class Variants {
  private static final String SUFFIX = "!";

  private Variants() {}

  /** Whether this identifies such a form. */
  public static boolean isVariant(FunctionId id) {
    return id.key().endsWith(SUFFIX);
  }

  /** The function that this is a form of, or the function itself. */
  public static FunctionId original(FunctionId id) {
    return isVariant(id)
        ? new FunctionId(id.key().substring(0, id.key().length() - SUFFIX.length()))
        : id;
  }

  static Function of(Function function, Block body, Var caught) {
    List<Var> results = new ArrayList<>(function.results());
    results.add(caught);
    String name = function.name().substring(0, 1).toUpperCase() + function.name().substring(1);
    return new Function(variant(function.id()), "try" + name, function.params(), results, body);
  }

  /** The call of the form whose exception goes into the variable. */
  static Stmt.Call call(Stmt.Call call, Var caught) {
    List<Var> targets = new ArrayList<>(call.targets());
    targets.add(caught);
    return new Stmt.Call(targets, variant(call.callee()), call.args(), call.span());
  }

  private static FunctionId variant(FunctionId id) {
    return new FunctionId(id.key() + SUFFIX);
  }
}
