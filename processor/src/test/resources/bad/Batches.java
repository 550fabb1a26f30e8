package bad;

import io.cotangent.Batched;
import io.cotangent.Differentiable;

class Batches {
  @Batched(over = "x")
  static double alone(double x) {
    return x;
  }

  @Differentiable
  @Batched(over = {"x", "z"})
  static double unknown(double x, double y) {
    return x * y;
  }

  @Differentiable
  @Batched(over = {})
  static double nothing(double x) {
    return x;
  }

  @Differentiable
  @Batched(over = {"a", "text"})
  static double types(double[][] a, String text) {
    return a[0][0] * text.length();
  }

  @Differentiable
  @Batched(over = "x")
  static double[][] result(double x) {
    return new double[][] {{x}};
  }

  @Differentiable
  @Batched(over = "x")
  static double same(double x) {
    return x;
  }

  @Differentiable(name = "Other")
  @Batched(over = "x")
  static double same(double[] x) {
    return x[0];
  }
}

// error 14:17 over names 'z': name some of the parameters x, y [cotangent:batch-over]
// error 20:17 over names 'nothing': name some of the parameters x [cotangent:batch-over]
// error 26:17 'a' of type double[][] can't be part of a batch: batch numbers, booleans and arrays of them of rank one (flatten others), and differentiate only by double, float and arrays of them [cotangent:batch-type]
// error 26:17 'text' of type java.lang.String can't be part of a batch: batch numbers, booleans and arrays of them of rank one (flatten others), and differentiate only by double, float and arrays of them [cotangent:batch-type]
// error 32:21 results of type double[][] can't be batched: return double, float, or a flat array of them [cotangent:batch-result]
// error 38:17 two @Batched methods would both generate 'BatchesSameBatch': give each a name, as in @Batched(name = "...") [cotangent:batch-overloads]
// error 44:17 two @Batched methods would both generate 'BatchesSameBatch': give each a name, as in @Batched(name = "...") [cotangent:batch-overloads]
// error 8:17 @Batched on 'alone' has nothing to batch: add @Differentiable to it [cotangent:batch-alone]
