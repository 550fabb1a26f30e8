package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.BaObjective;

/** The Jacobian of {@link BaObjective#reprojectionError}: one sweep forward, two sweeps back. */
public final class BaJacobian {
  private BaJacobian() {}

  /**
   * Writes the residual and its Jacobian.
   *
   * @param error the residual, {@code [2]}, written
   * @param jacobian {@code [2][15]}, written; columns: camera (11), point (3), weight
   */
  public static void jacobian(
      double[] camera,
      double[] point,
      double weight,
      double[] feature,
      double[] error,
      double[][] jacobian) {
    double x = point[0] - camera[3];
    double y = point[1] - camera[4];
    double z = point[2] - camera[5];
    double squared = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
    boolean turned = squared != 0;
    double angle = Math.sqrt(squared);
    double inverse = turned ? 1 / angle : 0;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double wx = camera[0] * inverse;
    double wy = camera[1] * inverse;
    double wz = camera[2] * inverse;
    if (!turned) {
      // The first-order rotation p + r × p: the general formula with these.
      sin = 1;
      wx = camera[0];
      wy = camera[1];
      wz = camera[2];
    }
    double crossX = wy * z - wz * y;
    double crossY = wz * x - wx * z;
    double crossZ = wx * y - wy * x;
    double dot = wx * x + wy * y + wz * z;
    double rest = 1 - cos;
    double along = dot * rest;
    double inverseDepth = 1 / (z * cos + crossZ * sin + wz * along);
    double u = (x * cos + crossX * sin + wx * along) * inverseDepth;
    double v = (y * cos + crossY * sin + wy * along) * inverseDepth;
    double r2 = u * u + v * v;
    double focal = camera[6];
    double distortion = 1 + camera[9] * r2 + camera[10] * r2 * r2;
    double slope = 2 * (camera[9] + 2 * camera[10] * r2);
    double offX = u * distortion * focal + camera[7] - feature[0];
    double offY = v * distortion * focal + camera[8] - feature[1];
    error[0] = weight * offX;
    error[1] = weight * offY;

    double weightedFocal = weight * focal;
    for (int row = 0; row < 2; row++) {
      double[] out = jacobian[row];
      double own = row == 0 ? u : v;
      double distortionBar = weightedFocal * own;
      double common = distortionBar * slope;
      double direct = weightedFocal * distortion;
      double uBar = common * u + (row == 0 ? direct : 0);
      double vBar = common * v + (row == 0 ? 0 : direct);
      out[6] = weight * own * distortion;
      out[7] = row == 0 ? weight : 0;
      out[8] = row == 0 ? 0 : weight;
      out[9] = distortionBar * r2;
      out[10] = distortionBar * r2 * r2;
      out[14] = row == 0 ? offX : offY;

      double seenX = uBar * inverseDepth;
      double seenY = vBar * inverseDepth;
      double seenZ = -(u * uBar + v * vBar) * inverseDepth;
      double alongBar = seenX * wx + seenY * wy + seenZ * wz;
      double dotBar = alongBar * rest;
      double pX = cos * seenX + sin * (seenY * wz - seenZ * wy) + dotBar * wx;
      double pY = cos * seenY + sin * (seenZ * wx - seenX * wz) + dotBar * wy;
      double pZ = cos * seenZ + sin * (seenX * wy - seenY * wx) + dotBar * wz;
      out[3] = -pX;
      out[4] = -pY;
      out[5] = -pZ;
      out[11] = pX;
      out[12] = pY;
      out[13] = pZ;

      double wxBar = sin * (y * seenZ - z * seenY) + along * seenX + dotBar * x;
      double wyBar = sin * (z * seenX - x * seenZ) + along * seenY + dotBar * y;
      double wzBar = sin * (x * seenY - y * seenX) + along * seenZ + dotBar * z;
      if (turned) {
        double cosBar = seenX * x + seenY * y + seenZ * z - dot * alongBar;
        double sinBar = seenX * crossX + seenY * crossY + seenZ * crossZ;
        double across = (wxBar * wx + wyBar * wy + wzBar * wz) * inverse;
        double angleBar = cos * sinBar - sin * cosBar - across;
        out[0] = wxBar * inverse + angleBar * wx;
        out[1] = wyBar * inverse + angleBar * wy;
        out[2] = wzBar * inverse + angleBar * wz;
      } else {
        out[0] = wxBar;
        out[1] = wyBar;
        out[2] = wzBar;
      }
    }
  }
}
