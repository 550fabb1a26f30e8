package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.FunctionId;
import java.util.ArrayList;
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
 * @param weighted whether the class is of the sum of its result's entries, weighted by one more
 *     parameter
 * @param span where it stands
 */
public record Lifted(
    String name,
    FunctionId function,
    List<Integer> wrt,
    int order,
    Map<String, Integer> copied,
    boolean weighted,
    Span span) {
  public Lifted {
    wrt = List.copyOf(wrt);
    copied = Map.copyOf(copied);
  }

  /** The name without the package. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The class of the weighted sum, for second derivatives. */
  Lifted summed(int weights) {
    List<Integer> all = new ArrayList<>(wrt);
    all.add(weights);
    return new Lifted(name + "Weighted", function, all, 2, copied, true, span);
  }
}
