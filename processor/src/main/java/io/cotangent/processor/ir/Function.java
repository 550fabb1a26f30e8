package io.cotangent.processor.ir;

import java.util.List;

/**
 * A function of the IR.
 *
 * @param id its identity in the program
 * @param name the Java name to write, before it is made unique
 * @param params its parameters, which the body may assign
 * @param results the variables whose values it gives back when the body ends; the body declares
 *     them at its top level, unless they are parameters
 * @param body what it does
 */
public record Function(
    FunctionId id, String name, List<Var> params, List<Var> results, Block body) {
  public Function {
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  /** The same function with another body. */
  public Function withBody(Block newBody) {
    return new Function(id, name, params, results, newBody);
  }
}
