package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.FunctionId;
import java.util.List;
import java.util.Map;

/**
 * A lambda that is handed to an operation of the runtime, as a function of its own parameters and
 * of what it captures. It gets a class of derivatives, from which the operation's own are made.
 *
 * @param name the class's full name
 * @param function the function
 * @param wrt indices of the parameters that carry derivatives
 * @param order how often it is differentiated
 * @param copied how many fields it sets first, by class, as it copies objects that it captures
 * @param span where it stands
 */
public record Lifted(
    String name,
    FunctionId function,
    List<Integer> wrt,
    int order,
    Map<String, Integer> copied,
    Span span) {
  public Lifted {
    wrt = List.copyOf(wrt);
    copied = Map.copyOf(copied);
  }

  /** The name without the package. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
