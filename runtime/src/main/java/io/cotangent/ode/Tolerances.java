package io.cotangent.ode;

/** The norm in which errors of states are measured. */
record Tolerances(double absolute, double relative) {
  /** The root mean square of errors in units of their tolerances. */
  double norm(double[] error, double[] y, double[] other) {
    double sum = 0;
    for (int i = 0; i < error.length; i++) {
      double size = Math.max(Math.abs(y[i]), Math.abs(other[i]));
      double scaled = error[i] / (absolute + relative * size);
      sum += scaled * scaled;
    }
    return error.length == 0 ? 0 : Math.sqrt(sum / error.length);
  }
}
