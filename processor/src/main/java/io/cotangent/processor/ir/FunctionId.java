package io.cotangent.processor.ir;

/**
 * Names a function of a {@link Program}.
 *
 * @param key unique in the program, such as {@code demo.Model#helper(double,double[])}
 */
public record FunctionId(String key) {
  @Override
  public String toString() {
    return key;
  }
}
