package bad;

import io.cotangent.Differentiable;

class PrivateField {
  private static final double CONSTANT = 2;
  private static double rate = 3;

  @Differentiable
  static double f(double x) {
    return x * CONSTANT - rate;
  }
}

// error 11:27 field 'rate' can't be read by the generated class: make it package-private or pass it as a parameter [cotangent:private-field]
