package io.cotangent.fuzz.eval;

/** Combines the derivatives of arguments with an operation's partials. */
final class ChainRule {
  private static final double ENORMOUS = 1e50;
  private static final double ENORMOUS_FLOAT = 1e10;

  private final int directions;
  private final boolean second;
  private boolean overflowed;

  ChainRule(int directions, boolean second) {
    this.directions = directions;
    this.second = second;
  }

  /**
   * Whether a value came to be infinite or NaN elsewhere than at an operation's singular point: in
   * an input, a literal, or by overflow. Zero guards are not promised to help against these.
   */
  boolean overflowed() {
    return overflowed;
  }

  /** Notes a value that no operation gave. */
  void note(double value) {
    overflowed |= !Double.isFinite(value);
  }

  /** The active number that an input is: unit tangent in its own direction. */
  Num input(double value, int direction, boolean isFloat) {
    double[] gradient = new double[directions];
    gradient[direction] = 1;
    double[] hessian = second ? new double[directions * directions] : null;
    return new Num(value, gradient, gradient.clone(), hessian, hessian, isFloat ? Num.FLOAT : 0);
  }

  /** The result of an operation on numbers, given its value and its partials. */
  Num apply(double value, boolean isFloat, Jet jet, Num... args) {
    int marks = 0;
    boolean active = false;
    overflowed |= !Double.isFinite(value) && isOverflow(jet, args);
    for (int i = 0; i < args.length; i++) {
      if (args[i].isActive()) {
        active = true;
        marks |= args[i].marks | marksOf(jet, i, args, isFloat);
      }
    }
    if (!active) {
      return Num.passive(value);
    }
    double[] gradient = new double[directions];
    double[] gradientScale = new double[directions];
    for (int j = 0; j < args.length; j++) {
      accumulate(gradient, jet.first()[j], args[j].gradient);
      accumulate(gradientScale, jet.firstScale()[j], args[j].gradientScale);
    }
    double[] hessian = second ? new double[directions * directions] : null;
    double[] hessianScale = second ? new double[directions * directions] : null;
    if (second) {
      curvature(hessian, hessianScale, jet, args);
    }
    return new Num(
        value, gradient, gradientScale, hessian, hessianScale, marks | (isFloat ? Num.FLOAT : 0));
  }

  /** Whether finite arguments with finite partials gave a result that is not. */
  private static boolean isOverflow(Jet jet, Num[] args) {
    for (int i = 0; i < args.length; i++) {
      if (!Double.isFinite(args[i].value) || !Double.isFinite(jet.first()[i])) {
        return false;
      }
    }
    return true;
  }

  private static int marksOf(Jet jet, int i, Num[] args, boolean isFloat) {
    double limit = isFloat ? ENORMOUS_FLOAT : ENORMOUS;
    if (!(Math.abs(jet.first()[i]) <= limit)) {
      return Num.SINGULAR | Num.SINGULAR_SECOND;
    }
    for (int j = 0; j < args.length; j++) {
      double q = jet.second()[Jet.packed(i, j, args.length)];
      if (args[j].isActive() && !(Math.abs(q) <= limit)) {
        return Num.SINGULAR_SECOND;
      }
    }
    return 0;
  }

  private static void accumulate(double[] into, double factor, double[] tangent) {
    if (tangent == null) {
      return;
    }
    for (int k = 0; k < into.length; k++) {
      if (tangent[k] != 0) {
        into[k] += factor * tangent[k];
      }
    }
  }

  private void curvature(double[] hessian, double[] hessianScale, Jet jet, Num[] args) {
    for (int i = 0; i < args.length; i++) {
      accumulate(hessian, jet.first()[i], args[i].hessian);
      accumulate(hessianScale, jet.firstScale()[i], args[i].hessianScale);
      for (int j = 0; j < args.length; j++) {
        if (args[i].isActive() && args[j].isActive()) {
          int at = Jet.packed(i, j, args.length);
          outer(hessian, jet.second()[at], args[i].gradient, args[j].gradient);
          outer(hessianScale, jet.secondScale()[at], args[i].gradientScale, args[j].gradientScale);
        }
      }
    }
  }

  private void outer(double[] into, double factor, double[] left, double[] right) {
    for (int k = 0; k < directions; k++) {
      if (left[k] != 0) {
        for (int l = 0; l < directions; l++) {
          if (right[l] != 0) {
            into[k * directions + l] += factor * left[k] * right[l];
          }
        }
      }
    }
  }
}
