package io.cotangent.processor.ir;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a function of a {@link Program}.
 *
 * @param key unique in the program, such as {@code demo.Model#helper(double,double[])}
 */
public record FunctionId(String key) {
  private static final String PREACCUMULATED = "#preaccumulated";
  private static final String REVERSE = "#reverse";
  private static final String COLUMN = "#column";
  private static final String CHECKPOINTED = "#checkpointed";
  private static final String AGAIN = "#again";
  private static final Pattern LOCAL_JACOBIAN =
      Pattern.compile(".*" + PREACCUMULATED + "[^#]*(" + REVERSE + "|" + COLUMN + ")[^#]*");

  /** The identity of the same function, marked as one whose local Jacobian is to be stored. */
  public FunctionId preaccumulated() {
    return new FunctionId(key + PREACCUMULATED);
  }

  /** Whether the function is marked so; its forms and instances are not. */
  public boolean isPreaccumulated() {
    return key.endsWith(PREACCUMULATED);
  }

  /** The name of the marked method that this is, or is a form of; none if it is no such. */
  public Optional<String> ofPreaccumulated() {
    return key.contains(PREACCUMULATED) ? Optional.of(method()) : Optional.empty();
  }

  /** The identity of the form of the function with both sweeps of reverse mode. */
  public FunctionId reverse() {
    return new FunctionId(key + REVERSE);
  }

  /** The identity of the form of the function that fills a column of its Jacobian. */
  public FunctionId column() {
    return new FunctionId(key + COLUMN);
  }

  /** The identity of a loop of the function that keeps copies of its state. */
  public FunctionId loop(int number) {
    return new FunctionId(key + "#loop" + number + CHECKPOINTED);
  }

  /** Whether the function is such a loop; its forms and instances are not. */
  public boolean isCheckpointed() {
    return key.endsWith(CHECKPOINTED);
  }

  /** The identity of the form of the function that runs its two sweeps again from a copy. */
  public FunctionId again() {
    return new FunctionId(key + AGAIN);
  }

  /**
   * Whether nothing that this form makes outlives it: it computes a marked function's local
   * Jacobian, or runs steps of a loop again.
   */
  public boolean isSelfContained() {
    return LOCAL_JACOBIAN.matcher(key).matches() || key.contains(AGAIN);
  }

  /** The name of the method of the source, where the key begins with class and method. */
  public String method() {
    return key.substring(key.indexOf('#') + 1, key.indexOf('('));
  }

  @Override
  public String toString() {
    return key;
  }
}
