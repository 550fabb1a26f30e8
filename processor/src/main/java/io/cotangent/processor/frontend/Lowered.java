package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.ir.Function;
import java.util.List;

/**
 * A method as raw IR.
 *
 * @param function what the method does; meaningless where there are problems
 * @param problems what could not be lowered, in the order of the source
 * @param original the method itself
 */
public record Lowered(Function function, List<Problem> problems, Original original) {
  public Lowered {
    problems = List.copyOf(problems);
  }
}
