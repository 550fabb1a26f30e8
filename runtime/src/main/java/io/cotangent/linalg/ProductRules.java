package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/** Tangents of products, {@code Ċ = Ȧ B + A Ḃ}, and derivatives of the transpose. */
public final class ProductRules {
  private ProductRules() {}

  /** {@return the tangent of {@link Linalg#matmul(double[][], double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "matmul")
  public static double[][] matmulJvp(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
    Shapes.same(a, aDot, "aDot");
    Shapes.same(b, bDot, "bDot");
    return Dense.plus(Linalg.matmul(aDot, b), 1, Linalg.matmul(a, bDot));
  }

  /** {@return the tangent of {@link Linalg#matmul(double[][], double[])}} */
  @DerivativeOf(type = Linalg.class, method = "matmul")
  public static double[] matmulJvp(double[][] a, double[] x, double[][] aDot, double[] xDot) {
    Shapes.same(a, aDot, "aDot");
    double[] out = Linalg.matmul(a, xDot);
    double[] more = Linalg.matmul(aDot, x);
    for (int i = 0; i < out.length; i++) {
      out[i] += more[i];
    }
    return out;
  }

  /** {@return the tangent of {@link Linalg#transpose}} */
  @DerivativeOf(type = Linalg.class, method = "transpose")
  public static double[][] transposeJvp(double[][] a, double[][] aDot) {
    return Dense.transpose(aDot);
  }

  /** {@return the cotangent of the argument of {@link Linalg#transpose}} */
  @DerivativeOf(type = Linalg.class, method = "transpose", mode = Mode.VJP)
  public static double[][] transposeVjp(double[][] a, double[][] resultBar) {
    return Dense.transpose(resultBar);
  }

  /** {@return the tangent of {@link #transposeVjp}} */
  @DerivativeOf(type = ProductRules.class, method = "transposeVjp")
  public static double[][] transposeVjpJvp(
      double[][] a, double[][] resultBar, double[][] aDot, double[][] resultBarDot) {
    return Dense.transpose(resultBarDot);
  }
}
