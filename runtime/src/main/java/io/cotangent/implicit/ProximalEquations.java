package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Optional;

/**
 * The equations of a minimum over a set, or of a sum with a function whose proximal step is known:
 * {@code F(x, θ) = P(x - ∇f(x, θ), θ) - x}. Used by one thread at a time.
 */
public final class ProximalEquations implements Equations {
  private final GradientEquations smooth;
  private final VectorEquations step;
  private final boolean sized;
  private final Optional<UnknownsMap> bound;
  private final double[] gradient;
  private final double[] moved;
  private final double[] stepped;

  /**
   * Equations whose parameters may change.
   *
   * @param smooth the gradient of {@code f}
   * @param step the projection or the proximal step {@code P}, with the step's length as its last
   *     parameter if it has one
   * @param sized whether it has
   */
  public ProximalEquations(GradientEquations smooth, VectorEquations step, boolean sized) {
    this(smooth, step, sized, Optional.empty());
  }

  private ProximalEquations(
      GradientEquations smooth, VectorEquations step, boolean sized, Optional<UnknownsMap> bound) {
    this.smooth = smooth;
    this.step = step;
    this.sized = sized;
    this.bound = bound;
    int n = smooth.unknowns();
    gradient = new double[n];
    moved = new double[n];
    stepped = new double[sized ? n + 1 : n];
  }

  /**
   * The same for parameters that don't change.
   *
   * @param alone the step as a function of the unknowns, followed by its length if it has one
   * @return equations whose {@code theta} is always that of {@code alone}
   */
  public ProximalEquations bound(UnknownsMap alone) {
    return new ProximalEquations(smooth, step, sized, Optional.of(alone));
  }

  /** The gradient of {@code f}. */
  GradientEquations smooth() {
    return smooth;
  }

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
    if (bound.isPresent()) {
      bound.get().value(sized(y, length), out);
    } else {
      step.value(y, extended(theta, length), out);
    }
  }

  /** Overwritten by the next call. */
  private double[] sized(double[] y, double length) {
    System.arraycopy(y, 0, stepped, 0, y.length);
    if (sized) {
      stepped[y.length] = length;
    }
    return stepped;
  }

  private double[] extended(double[] theta, double length) {
    return sized ? Arrangement.followed(theta, new double[] {length}) : theta;
  }

  /** Overwritten by the next call. */
  private double[] moved(double[] x, double[] theta) {
    smooth.residual(x, theta, gradient);
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] - gradient[i];
    }
    return moved;
  }

  @Override
  public void residual(double[] x, double[] theta, double[] out) {
    step(moved(x, theta), theta, 1, out);
    Vectors.add(out, -1, x);
  }

  @Override
  public Linearisation at(double[] x, double[] theta) {
    return new AtPoint(x.clone(), bound.isPresent() ? theta : theta.clone());
  }

  /** Whether {@code P} has a kink so near that the solution's error hides on which side it is. */
  boolean isKink(double[] x, double[] theta) {
    double[] y = moved(x, theta).clone();
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
    private final Linearisation slope;
    private final Linearisation projection;
    private final double[] own;
    private final double[] first = new double[unknowns()];
    private final double[] second = new double[unknowns()];
    private final double[] input = new double[stepped.length];
    private VectorMap forward;
    private VectorMap reverse;

    AtPoint(double[] x, double[] theta) {
      slope = smooth.at(x, theta);
      double[] y = moved(x, theta).clone();
      projection = step.at(y, extended(theta, 1));
      own = new double[parameters() + (sized ? 1 : 0)];
      forward = projection.matrix()::apply;
      reverse = projection.matrix()::applyTransposed;
      if (bound.isPresent()) {
        double[] point = sized(y, 1).clone();
        forward =
            (v, out) -> {
              forward = bound.get().pushforward(point);
              forward.apply(v, out);
            };
        reverse =
            (w, out) -> {
              reverse = bound.get().pullback(point);
              reverse.apply(w, out);
            };
      }
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

    /** {@code P_y v}; the step's length stays. */
    private void along(double[] v, double[] out) {
      if (bound.isPresent()) {
        System.arraycopy(v, 0, input, 0, v.length);
        input[input.length - 1] = sized ? 0 : input[input.length - 1];
        forward.apply(input, out);
      } else {
        forward.apply(v, out);
      }
    }

    /** {@code P_yᵀ w}. */
    private void back(double[] w, double[] out) {
      if (bound.isPresent()) {
        reverse.apply(w, input);
        System.arraycopy(input, 0, out, 0, out.length);
      } else {
        reverse.apply(w, out);
      }
    }

    @Override
    public void apply(double[] x, double[] out) {
      slope.matrix().apply(x, second);
      for (int i = 0; i < first.length; i++) {
        first[i] = x[i] - second[i];
      }
      along(first, out);
      Vectors.add(out, -1, x);
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      back(x, first);
      slope.matrix().applyTransposed(first, second);
      for (int i = 0; i < out.length; i++) {
        out[i] = first[i] - second[i] - x[i];
      }
    }

    /** {@code P_θ θ̇ - P_y g_θ θ̇}. */
    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      slope.alongParameters(thetaDot, first);
      Vectors.scale(first, -1);
      along(first, out);
      projection.alongParameters(extended(thetaDot, 0), second);
      Vectors.add(out, 1, second);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      back(w, first);
      slope.toParameters(first, out);
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
      back(w, back);
      double[] yDot = new double[n];
      slope.matrix().apply(zDot, yDot);
      slope.alongParameters(thetaDot, second);
      for (int i = 0; i < n; i++) {
        yDot[i] = zDot[i] - yDot[i] - second[i];
      }
      double[] backDot = new double[n];
      projection.curvature(w, yDot, extended(thetaDot, 0), backDot, own);
      double[] part = new double[n];
      double[] thetaPart = new double[parameters()];
      slope.curvature(back, zDot, thetaDot, part, thetaPart);
      slope.matrix().applyTransposed(backDot, second);
      for (int i = 0; i < n; i++) {
        zOut[i] = backDot[i] - second[i] - part[i];
      }
      slope.toParameters(backDot, thetaOut);
      for (int i = 0; i < thetaOut.length; i++) {
        thetaOut[i] = own[i] - thetaOut[i] - thetaPart[i];
      }
    }
  }
}
