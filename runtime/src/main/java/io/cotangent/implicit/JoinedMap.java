package io.cotangent.implicit;

import io.cotangent.VectorFunction;
import io.cotangent.linear.Vectors;

/** A function of unknowns and parameters as one of the unknowns alone. */
record JoinedMap(VectorFunction function, Arrangement arrangement, double[] theta)
    implements UnknownsMap {
  @Override
  public int dimension() {
    return arrangement.unknowns();
  }

  private double[] point(double[] z) {
    return arrangement.join(z, theta);
  }

  @Override
  public double[] value(double[] z) {
    return function.value(point(z));
  }

  @Override
  public void value(double[] z, double[] out) {
    double[] value = value(z);
    if (value.length != out.length) {
      throw new IllegalArgumentException(
          "the method gives " + value.length + " numbers for " + out.length + " unknowns");
    }
    Vectors.copy(value, out);
  }

  @Override
  public double[] jvp(double[] z, double[] zDot) {
    return function.jvp(point(z), arrangement.join(zDot, new double[theta.length]));
  }

  @Override
  public double[] vjp(double[] z, double[] cotangent) {
    double[] out = new double[z.length];
    arrangement.unknowns(function.vjp(point(z), cotangent), out);
    return out;
  }

  @Override
  public double[][] jacobian(double[] z) {
    double[][] rows = function.jacobian(point(z));
    for (int i = 0; i < rows.length; i++) {
      double[] row = new double[z.length];
      arrangement.unknowns(rows[i], row);
      rows[i] = row;
    }
    return rows;
  }

  @Override
  public VectorMap pullback(double[] z) {
    double[] at = z.clone();
    return (x, out) -> Vectors.copy(vjp(at, x), out);
  }

  @Override
  public VectorMap pushforward(double[] z) {
    double[] at = z.clone();
    return (x, out) -> Vectors.copy(jvp(at, x), out);
  }
}
