package io.cotangent.implicit;

import io.cotangent.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the constraints that hold with equality leave it open which multipliers a minimiser has,
 * and whether that matters: the minimiser and the optimal value have derivatives only if all of
 * them give the same. Equalities that depend on each other don't count: where a change of the
 * parameters makes them contradict each other there is no problem any more, and along all others
 * the multipliers give the same.
 */
final class Dependence {
  /** How close to zero a constraint is that holds with equality. */
  private static final double NEAR = 1e-7;

  /** How small a gradient's part outside the others' span counts as none. */
  private static final double RANK = 1e-9;

  /** How small a change of the parameters' cotangent counts as none. */
  private static final double SAME = 1e-6;

  private final Linearisation at;
  private final int all;
  private final int parameters;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> combinations = new ArrayList<>();

  private Dependence(Linearisation at, int all, int parameters) {
    this.at = at;
    this.all = all;
    this.parameters = parameters;
  }

  /**
   * Whether there are other multipliers that give the optimal value another derivative.
   *
   * @param lagrangian the Lagrangian
   * @param theta the parameters
   * @param z the unknowns and their multipliers
   * @param n how many unknowns there are without the multipliers
   * @param equalities how many equalities there are
   */
  static boolean isOpen(
      GradientEquations lagrangian, double[] theta, double[] z, int n, int equalities) {
    double[] gradient = new double[z.length];
    lagrangian.residual(z, theta, gradient);
    Dependence found = new Dependence(lagrangian.at(z, theta), z.length, theta.length);
    for (int i = n; i < z.length; i++) {
      if ((i < n + equalities || gradient[i] >= -NEAR)
          && found.isOpenWith(i, n, i >= n + equalities)) {
        return true;
      }
    }
    return false;
  }

  /** Takes one more constraint, by Gram and Schmidt, and tells whether its multiplier is open. */
  private boolean isOpenWith(int constraint, int n, boolean counts) {
    double[] combination = new double[all];
    combination[constraint] = 1;
    double[] rest = new double[all];
    at.matrix().apply(combination, rest);
    Arrays.fill(rest, n, all, 0);
    double size = Vectors.norm(rest);
    for (int round = 0; round < 2; round++) {
      for (int k = 0; k < basis.size(); k++) {
        double part = Vectors.dot(rest, basis.get(k));
        Vectors.add(rest, -part, basis.get(k));
        Vectors.add(combination, -part, combinations.get(k));
      }
    }
    double left = Vectors.norm(rest);
    if (left <= RANK * size) {
      return counts && matters(combination);
    }
    Vectors.scale(rest, 1 / left);
    Vectors.scale(combination, 1 / left);
    basis.add(rest);
    combinations.add(combination);
    return false;
  }

  /** Whether multipliers that change like this change the parameters' cotangent. */
  private boolean matters(double[] combination) {
    double[] sum = new double[parameters];
    double[] part = new double[parameters];
    double[] one = new double[all];
    double size = 0;
    for (int i = 0; i < all; i++) {
      if (combination[i] != 0) {
        one[i] = combination[i];
        at.toParameters(one, part);
        one[i] = 0;
        Vectors.add(sum, 1, part);
        size = Math.max(size, Vectors.norm(part));
      }
    }
    return Vectors.norm(sum) > SAME * size;
  }
}
