package io.cotangent.implicit;

import java.util.Arrays;

/**
 * Where unknowns and parameters stand in the one array that a generated function takes: some
 * parameters, the solution, the other parameters, the multipliers.
 *
 * @param before how many parameters come first
 * @param solution how many numbers the solution has
 * @param after how many parameters come after it
 * @param multipliers how many numbers come last
 */
public record Arrangement(int before, int solution, int after, int multipliers) {
  /** The number of unknowns: the solution and the multipliers. */
  int unknowns() {
    return solution + multipliers;
  }

  /** The number of parameters. */
  int parameters() {
    return before + after;
  }

  /** The length of the whole. */
  int size() {
    return unknowns() + parameters();
  }

  /** The array for these unknowns and parameters. */
  double[] join(double[] z, double[] theta) {
    double[] all = new double[size()];
    if (theta.length != parameters() || z.length != unknowns()) {
      throw new IllegalArgumentException(
          z.length + " unknowns and " + theta.length + " parameters for " + this);
    }
    System.arraycopy(theta, 0, all, 0, before);
    System.arraycopy(z, 0, all, before, solution);
    System.arraycopy(theta, before, all, before + solution, after);
    System.arraycopy(z, solution, all, before + solution + after, multipliers);
    return all;
  }

  /** The array followed by another. */
  static double[] followed(double[] all, double[] by) {
    double[] longer = Arrays.copyOf(all, all.length + by.length);
    System.arraycopy(by, 0, longer, all.length, by.length);
    return longer;
  }

  /** Takes the unknowns' entries out of such an array. */
  void unknowns(double[] all, double[] out) {
    System.arraycopy(all, before, out, 0, solution);
    System.arraycopy(all, before + solution + after, out, solution, multipliers);
  }

  /** Takes the parameters' entries out of such an array. */
  void parameters(double[] all, double[] out) {
    System.arraycopy(all, 0, out, 0, before);
    System.arraycopy(all, before + solution, out, before, after);
  }
}
