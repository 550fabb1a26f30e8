package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** Bundle adjustment: how far a point seen by a camera lies from where it was observed. */
public final class BaObjective {
  private BaObjective() {}

  /**
   * Returns the weighted difference, in pixels, of the projected and the observed position.
   *
   * @param camera {@code [11]}: rotation (axis times angle, 3), centre (3), focal length, principal
   *     point (2), radial distortion (2)
   * @param point the point in space, {@code [3]}
   * @param weight the observation's weight
   * @param feature the observed position, {@code [2]}
   */
  @Differentiable(
      wrt = {"camera", "point", "weight"},
      name = "BaObjectiveDerivatives")
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, double[] feature) {
    double[] offset = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
    double[] seen = rotate(camera, offset);
    double u = seen[0] / seen[2];
    double v = seen[1] / seen[2];
    double r2 = u * u + v * v;
    double distortion = 1 + camera[9] * r2 + camera[10] * r2 * r2;
    double px = u * distortion * camera[6] + camera[7];
    double py = v * distortion * camera[6] + camera[8];
    return new double[] {weight * (px - feature[0]), weight * (py - feature[1])};
  }

  /** Returns the residual that keeps an observation's weight near one. */
  @Differentiable(name = "BaWeightDerivatives")
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }

  /** Rotates {@code p} by the axis and angle in the first three entries of {@code camera}. */
  @SuppressWarnings("cotangent:float-equality")
  private static double[] rotate(double[] camera, double[] p) {
    double squared = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
    if (squared == 0) {
      return new double[] {
        p[0] + camera[1] * p[2] - camera[2] * p[1],
        p[1] + camera[2] * p[0] - camera[0] * p[2],
        p[2] + camera[0] * p[1] - camera[1] * p[0]
      };
    }
    double angle = Math.sqrt(squared);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double inverse = 1 / angle;
    double wx = camera[0] * inverse;
    double wy = camera[1] * inverse;
    double wz = camera[2] * inverse;
    double along = (wx * p[0] + wy * p[1] + wz * p[2]) * (1 - cos);
    return new double[] {
      p[0] * cos + (wy * p[2] - wz * p[1]) * sin + wx * along,
      p[1] * cos + (wz * p[0] - wx * p[2]) * sin + wy * along,
      p[2] * cos + (wx * p[1] - wy * p[0]) * sin + wz * along
    };
  }
}
