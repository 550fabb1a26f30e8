package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import java.util.Optional;

/** A linearisation of some of the equations, for the unknowns with the same indices. */
final class Restricted implements Linearisation, LinearOperator {
  private final Linearisation whole;
  private final int[] kept;
  private final double[] input;
  private final double[] output;

  Restricted(Linearisation whole, int[] kept) {
    this.whole = whole;
    this.kept = kept;
    input = new double[whole.matrix().size()];
    output = new double[input.length];
  }

  double[] spread(double[] x) {
    double[] all = new double[input.length];
    for (int i = 0; i < kept.length; i++) {
      all[kept[i]] = x[i];
    }
    return all;
  }

  double[] gather(double[] all) {
    double[] x = new double[kept.length];
    gather(all, x);
    return x;
  }

  private void gather(double[] all, double[] x) {
    for (int i = 0; i < kept.length; i++) {
      x[i] = all[kept[i]];
    }
  }

  private double[] input(double[] x) {
    for (int i = 0; i < kept.length; i++) {
      input[kept[i]] = x[i];
    }
    return input;
  }

  @Override
  public LinearOperator matrix() {
    return this;
  }

  @Override
  public boolean symmetric() {
    return whole.symmetric();
  }

  /** That of the whole, where nothing is left out. */
  @Override
  public Optional<LinearOperator> preconditioner() {
    return kept.length == input.length ? whole.preconditioner() : Optional.empty();
  }

  @Override
  public int size() {
    return kept.length;
  }

  @Override
  public void apply(double[] x, double[] out) {
    whole.matrix().apply(input(x), output);
    gather(output, out);
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    whole.matrix().applyTransposed(input(x), output);
    gather(output, out);
  }

  @Override
  public void alongParameters(double[] thetaDot, double[] out) {
    whole.alongParameters(thetaDot, output);
    gather(output, out);
  }

  @Override
  public void toParameters(double[] w, double[] out) {
    whole.toParameters(input(w), out);
  }

  @Override
  public void curvature(
      double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
    double[] all = new double[input.length];
    whole.curvature(spread(w), spread(zDot), thetaDot, all, thetaOut);
    gather(all, zOut);
  }
}
