package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;

/**
 * The equations of a minimum over a set, or of a sum with a function whose proximal step is known:
 * {@code F(x, θ) = P(x - ∇f(x, θ), θ) - x}.
 *
 * @param smooth the gradient of {@code f}
 * @param step the projection or the proximal step {@code P}, with the step's length as its last
 *     parameter if it has one
 * @param sized whether it has
 */
public record ProximalEquations(GradientEquations smooth, VectorEquations step, boolean sized)
    implements Equations {

  @Override
  public int unknowns() {
    return smooth.unknowns();
  }

  @Override
  public int parameters() {
    return smooth.parameters();
  }

  /** {@code P} of a point, for a step of this length. */
  void step(double[] y, double[] theta, double length, double[] out) {
    step.value(y, extended(theta, length), out);
  }

  private double[] extended(double[] theta, double length) {
    return sized ? Arrangement.followed(theta, new double[] {length}) : theta;
  }

  private double[] moved(double[] x, double[] theta) {
    double[] gradient = new double[x.length];
    smooth.residual(x, theta, gradient);
    double[] y = x.clone();
    Vectors.add(y, -1, gradient);
    return y;
  }

  @Override
  public void residual(double[] x, double[] theta, double[] out) {
    step(moved(x, theta), theta, 1, out);
    Vectors.add(out, -1, x);
  }

  @Override
  public Linearisation at(double[] x, double[] theta) {
    return new AtPoint(x.clone(), theta.clone());
  }

  /** Whether {@code P} has a kink so near that the solution's error hides on which side it is. */
  boolean isKink(double[] x, double[] theta) {
    double[] y = moved(x, theta);
    int n = x.length;
    double[] rest = new double[n];
    step(y, theta, 1, rest);
    Vectors.add(rest, -1, x);
    double reach = Math.max(1e-7 * (1 + Vectors.largest(y)), 2 * Vectors.norm(rest));
    double[] up = y.clone();
    double[] down = y.clone();
    for (int i = 0; i < n; i++) {
      double way = Math.cos(2.3 * i + 0.4);
      way = reach * (way + Math.signum(way)) / 2;
      up[i] += way;
      down[i] -= way;
    }
    double[] all = extended(theta, 1);
    LinearOperator above = step.at(up, all).matrix();
    LinearOperator below = step.at(down, all).matrix();
    // What one direction is blind for, the other sees.
    return isJump(above, below, n, 0) || isJump(above, below, n, Math.PI / 2);
  }

  private static boolean isJump(LinearOperator above, LinearOperator below, int n, double phase) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1 + 0.5 * Math.sin(1.7 * i + phase);
    }
    double[] jump = new double[n];
    double[] other = new double[n];
    above.apply(v, jump);
    below.apply(v, other);
    Vectors.add(jump, -1, other);
    return Vectors.norm(jump) > 1e-3 * Math.max(1, 0.01 * Vectors.norm(v));
  }

  /** The derivatives at a point. */
  private final class AtPoint implements Linearisation, LinearOperator {
    private final Linearisation gradient;
    private final Linearisation projection;
    private final double[] own;
    private final double[] first = new double[unknowns()];
    private final double[] second = new double[unknowns()];
    private final double[] fixed = new double[parameters()];

    AtPoint(double[] x, double[] theta) {
      gradient = smooth.at(x, theta);
      projection = step.at(moved(x, theta), extended(theta, 1));
      own = new double[parameters() + (sized ? 1 : 0)];
    }

    @Override
    public LinearOperator matrix() {
      return this;
    }

    @Override
    public boolean symmetric() {
      return false;
    }

    @Override
    public int size() {
      return unknowns();
    }

    @Override
    public void apply(double[] x, double[] out) {
      along(x, fixed, out);
      Vectors.add(out, -1, x);
    }

    /** {@code P_y (ẋ - H ẋ - g_θ θ̇) + P_θ θ̇}. */
    private void along(double[] xDot, double[] thetaDot, double[] out) {
      change(xDot, thetaDot, first);
      projection.matrix().apply(first, out);
      projection.alongParameters(extended(thetaDot, 0), second);
      Vectors.add(out, 1, second);
    }

    private void change(double[] xDot, double[] thetaDot, double[] yDot) {
      gradient.matrix().apply(xDot, yDot);
      gradient.alongParameters(thetaDot, second);
      Vectors.add(yDot, 1, second);
      for (int i = 0; i < yDot.length; i++) {
        yDot[i] = xDot[i] - yDot[i];
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      projection.matrix().applyTransposed(x, first);
      gradient.matrix().applyTransposed(first, second);
      for (int i = 0; i < out.length; i++) {
        out[i] = first[i] - second[i] - x[i];
      }
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      along(new double[unknowns()], thetaDot, out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      projection.matrix().applyTransposed(w, first);
      gradient.toParameters(first, out);
      projection.toParameters(w, own);
      for (int i = 0; i < out.length; i++) {
        out[i] = own[i] - out[i];
      }
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      int n = unknowns();
      double[] back = new double[n];
      projection.matrix().applyTransposed(w, back);
      double[] yDot = new double[n];
      change(zDot, thetaDot, yDot);
      double[] backDot = new double[n];
      projection.curvature(w, yDot, extended(thetaDot, 0), backDot, own);
      double[] part = new double[n];
      double[] thetaPart = new double[parameters()];
      gradient.curvature(back, zDot, thetaDot, part, thetaPart);
      gradient.matrix().applyTransposed(backDot, second);
      for (int i = 0; i < n; i++) {
        zOut[i] = backDot[i] - second[i] - part[i];
      }
      gradient.toParameters(backDot, thetaOut);
      for (int i = 0; i < thetaOut.length; i++) {
        thetaOut[i] = own[i] - thetaOut[i] - thetaPart[i];
      }
    }
  }
}
