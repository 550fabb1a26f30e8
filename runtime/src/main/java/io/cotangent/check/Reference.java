package io.cotangent.check;

import io.cotangent.check.CentralDifferences.Estimate;
import java.util.function.UnaryOperator;

/** A Jacobian by finite differences, to compare others with. */
final class Reference {
  /** What derivatives whose terms cancel may be off, relative to the function's own size. */
  private static final double NOISE = 1e3 * Math.ulp(1.0);

  private final Estimate[] columns;
  private final double relative;

  /**
   * Differentiates a function.
   *
   * @param function the function
   * @param x the point
   * @param components how many entries the function's value has
   * @param relative the relative tolerance of comparisons
   */
  Reference(UnaryOperator<double[]> function, double[] x, int components, double relative) {
    this.columns = new Estimate[x.length];
    for (int j = 0; j < x.length; j++) {
      columns[j] = CentralDifferences.along(function, x, j, components);
    }
    this.relative = relative;
  }

  /** Compares a Jacobian, whose entries are called {@code name[row][column]}. */
  void compare(String name, String by, double[][] jacobian) {
    Comparison comparison = new Comparison(by, "finite differences give");
    for (int i = 0; i < jacobian.length; i++) {
      compareRow(comparison, name + "[" + i + "]", i, jacobian[i]);
    }
    comparison.done();
  }

  /** Compares the only row of a gradient, whose entries are called {@code name[column]}. */
  void compareGradient(String name, String by, double[] gradient) {
    Comparison comparison = new Comparison(by, "finite differences give");
    compareRow(comparison, name, 0, gradient);
    comparison.done();
  }

  /** How far rounding may move one entry of the Jacobian. */
  double noise(int row, int column) {
    return NOISE * columns[column].size()[row];
  }

  /** How far rounding may move the product of a row and a direction. */
  double noiseAlong(int row, double[] direction) {
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      sum += noise(row, j) * Math.abs(direction[j]);
    }
    return sum;
  }

  private void compareRow(Comparison comparison, String name, int row, double[] given) {
    double scale = 0;
    for (int j = 0; j < given.length; j++) {
      scale = Math.max(scale, Math.abs(columns[j].value()[row]));
      scale = Math.max(scale, Double.isFinite(given[j]) ? Math.abs(given[j]) : 0);
    }
    for (int j = 0; j < given.length; j++) {
      Estimate column = columns[j];
      comparison.finiteDifference(
          name + "[" + j + "]",
          given[j],
          column.value()[row],
          column.error()[row],
          relative,
          noise(row, j),
          Math.max(scale, column.size()[row]));
    }
  }
}
