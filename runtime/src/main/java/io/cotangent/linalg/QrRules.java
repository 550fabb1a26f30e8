package io.cotangent.linalg;

/**
 * Derivatives of the QR factorisation (S. F. Walter and L. Lehmann, "Algorithmic differentiation of
 * linear algebra functions", 2010; H.-J. Liao and others, "Differentiable programming tensor
 * networks", 2019). The leading {@code min(m, n)} columns must be independent; what follows them in
 * a wide matrix is {@code Qᵀ} times its columns.
 */
public final class QrRules {
  private QrRules() {}

  private record Parts(Dual q, Dual r) {}

  private static double[][] strictlyLower(double[][] a) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      System.arraycopy(a[i], 0, out[i], 0, i);
    }
    return out;
  }

  /** The upper triangle, mirrored. */
  private static double[][] mirrored(double[][] a) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = i; j < a.length; j++) {
        out[i][j] = a[i][j];
        out[j][i] = a[i][j];
      }
    }
    return out;
  }

  /** {@return the tangent of {@link Linalg#qr}} */
  public static Qr qrJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    Qr qr = Linalg.qr(a);
    int k = Math.min(a.length, Shapes.columns(a));
    int n = Shapes.columns(a);
    Dual q = Dual.of(qr.q());
    Dual r = Dual.of(Dense.columns(qr.r(), 0, k));
    Dual c = r.solveRight(Dual.of(Dense.columns(aDot, 0, k)));
    Dual m = q.transpose().times(c);
    Dual lower = m.map(QrRules::strictlyLower);
    Dual turning = lower.minus(lower.transpose());
    Dual qDot = q.times(turning.minus(m)).plus(c);
    Dual rDot = m.minus(turning).times(r);
    if (k == n) {
      return new Qr(qDot.value(), rDot.value());
    }
    Dual rest = Dual.of(Dense.columns(a, k, n));
    Dual restDot = Dual.of(Dense.columns(aDot, k, n));
    Dual more = qDot.transpose().times(rest).plus(q.transpose().times(restDot));
    return new Qr(qDot.value(), joined(rDot.value(), more.value()));
  }

  private static double[][] joined(double[][] left, double[][] right) {
    double[][] out = new double[left.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = java.util.Arrays.copyOf(left[i], left[i].length + right[i].length);
      System.arraycopy(right[i], 0, out[i], left[i].length, right[i].length);
    }
    return out;
  }

  /** {@return the cotangent of the argument of {@link Linalg#qr}} */
  public static double[][] qrVjp(double[][] a, Qr resultBar) {
    Qr qr = Linalg.qr(a);
    Parts parts = new Parts(Dual.of(qr.q()), Dual.of(qr.r()));
    return bar(Dual.of(a), parts, new Parts(Dual.of(resultBar.q()), Dual.of(resultBar.r())))
        .value();
  }

  /** {@return the tangent of {@link #qrVjp}} */
  public static double[][] qrVjpJvp(double[][] a, Qr resultBar, double[][] aDot, Qr resultBarDot) {
    Qr qr = Linalg.qr(a);
    Qr dot = qrJvp(a, aDot);
    Parts parts = new Parts(Dual.of(qr.q(), dot.q()), Dual.of(qr.r(), dot.r()));
    Parts bars =
        new Parts(
            Dual.of(resultBar.q(), resultBarDot.q()), Dual.of(resultBar.r(), resultBarDot.r()));
    return bar(Dual.of(a, aDot), parts, bars).tangent();
  }

  private static Dual bar(Dual a, Parts parts, Parts bars) {
    int k = parts.r.value().length;
    int n = Shapes.columns(a.value());
    if (k == n) {
      return leadingBar(parts.q, parts.r, bars.q, bars.r);
    }
    Dual restBar = bars.r.map(x -> Dense.columns(x, k, n));
    Dual rest = a.map(x -> Dense.columns(x, k, n));
    Dual qBar = bars.q.plus(rest.times(restBar.transpose()));
    Dual leading = parts.r.map(x -> Dense.columns(x, 0, k));
    Dual left = leadingBar(parts.q, leading, qBar, bars.r.map(x -> Dense.columns(x, 0, k)));
    Dual right = parts.q.times(restBar);
    return Dual.of(joined(left.value(), right.value()), joined(left.tangent(), right.tangent()));
  }

  private static Dual leadingBar(Dual q, Dual r, Dual qBar, Dual rBar) {
    Dual w = rBar.times(r.transpose()).minus(q.transpose().times(qBar));
    Dual c = qBar.plus(q.times(w.map(QrRules::mirrored)));
    return r.transpose().solveRight(c);
  }
}
