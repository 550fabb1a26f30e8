package bad;

import io.cotangent.Differentiable;

class PrivateField {
  private static final double CONSTANT = 2;
  private static double rate = 3;
  private final double gain;

  PrivateField(double gain) {
    this.gain = gain;
  }

  @Differentiable
  double f(double x) {
    return gain * x * CONSTANT - rate;
  }
}

// error 16:12 field 'gain' can't be read by the generated class: make it package-private or pass it as a parameter [cotangent:private-field]
// error 16:34 field 'rate' can't be read by the generated class: make it package-private or pass it as a parameter [cotangent:private-field]
