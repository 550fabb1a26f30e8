package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/**
 * Hand tracking: how far the vertices of a posed, skinned hand lie from the points measured.
 *
 * <p>The pose {@code theta} has 26 entries: the whole hand's rotation (axis times angle, 3) and
 * translation (3), then four for each finger, thumb first: bend and spread of its first joint,
 * bends of its second and third.
 */
public final class HandObjective {
  private static final int FINGERS = 5;
  private static final double SMALLEST_ANGLE = 1e-4;

  private HandObjective() {}

  /**
   * Returns measured point minus vertex, three entries for each of the points.
   *
   * @param theta the pose, {@code [26]}
   * @param parents each bone's parent, −1 for the root; parents come before their children
   * @param baseRelatives each bone's transform relative to its parent at rest, {@code
   *     [bones][4][4]}
   * @param inverseBaseAbsolutes the inverses of the absolute ones, {@code [bones][4][4]}
   * @param basePositions the vertices at rest, {@code [vertices][3]}
   * @param weights how much each bone moves each vertex, {@code [vertices][bones]}
   * @param correspondences the vertex that belongs to each point
   * @param points the points measured, {@code [points][3]}
   */
  @Differentiable(wrt = "theta", name = "HandObjectiveDerivatives")
  public static double[] residuals(
      double[] theta,
      int[] parents,
      double[][][] baseRelatives,
      double[][][] inverseBaseAbsolutes,
      double[][] basePositions,
      double[][] weights,
      int[] correspondences,
      double[][] points) {
    double[][][] transforms = boneTransforms(theta, parents, baseRelatives, inverseBaseAbsolutes);
    double[][] rotation = rotationOfAxisAngle(theta);
    double[] position = new double[3];
    double[] residuals = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      int vertex = correspondences[i];
      place(theta, rotation, transforms, basePositions[vertex], weights[vertex], position);
      for (int j = 0; j < 3; j++) {
        residuals[3 * i + j] = points[i][j] - position[j];
      }
    }
    return residuals;
  }

  /**
   * Returns measured point minus the point of a triangle given by barycentric coordinates.
   *
   * @param us two barycentric coordinates for each point, {@code [2 * points]}
   * @param triangles the vertices of each triangle, {@code [triangles][3]}
   * @param correspondences the triangle that belongs to each point
   */
  @Differentiable(
      wrt = {"theta", "us"},
      name = "HandComplicatedDerivatives")
  public static double[] residualsOnTriangles(
      double[] theta,
      double[] us,
      int[] parents,
      double[][][] baseRelatives,
      double[][][] inverseBaseAbsolutes,
      double[][] basePositions,
      double[][] weights,
      int[][] triangles,
      int[] correspondences,
      double[][] points) {
    double[][][] transforms = boneTransforms(theta, parents, baseRelatives, inverseBaseAbsolutes);
    double[][] rotation = rotationOfAxisAngle(theta);
    double[] position = new double[3];
    double[] residuals = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      int[] corners = triangles[correspondences[i]];
      double[] shares = {us[2 * i], us[2 * i + 1], 1 - us[2 * i] - us[2 * i + 1]};
      for (int j = 0; j < 3; j++) {
        residuals[3 * i + j] = points[i][j];
      }
      for (int corner = 0; corner < 3; corner++) {
        int vertex = corners[corner];
        place(theta, rotation, transforms, basePositions[vertex], weights[vertex], position);
        for (int j = 0; j < 3; j++) {
          residuals[3 * i + j] -= shares[corner] * position[j];
        }
      }
    }
    return residuals;
  }

  /** Writes where a vertex comes to lie: skinned by the bones, then moved with the whole hand. */
  private static void place(
      double[] theta,
      double[][] rotation,
      double[][][] transforms,
      double[] base,
      double[] weights,
      double[] position) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int bone = 0; bone < weights.length; bone++) {
      double weight = weights[bone];
      if (weight != 0) {
        double[][] a = transforms[bone];
        x += weight * (a[0][0] * base[0] + a[0][1] * base[1] + a[0][2] * base[2] + a[0][3]);
        y += weight * (a[1][0] * base[0] + a[1][1] * base[1] + a[1][2] * base[2] + a[1][3]);
        z += weight * (a[2][0] * base[0] + a[2][1] * base[1] + a[2][2] * base[2] + a[2][3]);
      }
    }
    for (int j = 0; j < 3; j++) {
      position[j] = rotation[j][0] * x + rotation[j][1] * y + rotation[j][2] * z + theta[3 + j];
    }
  }

  /** Returns what takes a vertex at rest to where each bone would carry it. */
  private static double[][][] boneTransforms(
      double[] theta,
      int[] parents,
      double[][][] baseRelatives,
      double[][][] inverseBaseAbsolutes) {
    int bones = parents.length;
    double[][] angles = jointAngles(theta, bones);
    double[][][] absolutes = new double[bones][][];
    double[][][] transforms = new double[bones][][];
    for (int bone = 0; bone < bones; bone++) {
      double[][] posed = multiply(baseRelatives[bone], rotationOfJoint(angles[bone]));
      absolutes[bone] = parents[bone] < 0 ? posed : multiply(absolutes[parents[bone]], posed);
      transforms[bone] = multiply(absolutes[bone], inverseBaseAbsolutes[bone]);
    }
    return transforms;
  }

  /** Spreads the fingers' angles over the bones: the wrist, five fingers of four, the forearm. */
  private static double[][] jointAngles(double[] theta, int bones) {
    double[][] angles = new double[bones][3];
    int next = 6;
    for (int finger = 0; finger < FINGERS; finger++) {
      int first = 2 + 4 * finger;
      angles[first][0] = theta[next];
      angles[first][1] = theta[next + 1];
      angles[first + 1][0] = theta[next + 2];
      angles[first + 2][0] = theta[next + 3];
      next += 4;
    }
    return angles;
  }

  /**
   * Returns the homogeneous rotation by {@code angles[0]} about x, then [2] about y, [1] about z.
   */
  private static double[][] rotationOfJoint(double[] angles) {
    double cx = Math.cos(angles[0]);
    double sx = Math.sin(angles[0]);
    double cy = Math.cos(angles[2]);
    double sy = Math.sin(angles[2]);
    double cz = Math.cos(angles[1]);
    double sz = Math.sin(angles[1]);
    return new double[][] {
      {cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, 0},
      {sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx, 0},
      {-sy, cy * sx, cy * cx, 0},
      {0, 0, 0, 1}
    };
  }

  /** Returns the rotation by the first three entries of {@code v}, its axis times its angle. */
  private static double[][] rotationOfAxisAngle(double[] v) {
    double angle = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    if (angle < SMALLEST_ANGLE) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    double x = v[0] / angle;
    double y = v[1] / angle;
    double z = v[2] / angle;
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    return new double[][] {
      {x * x + (1 - x * x) * c, x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
      {x * y * (1 - c) + z * s, y * y + (1 - y * y) * c, y * z * (1 - c) - x * s},
      {x * z * (1 - c) - y * s, y * z * (1 - c) + x * s, z * z + (1 - z * z) * c}
    };
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = 0;
        for (int l = 0; l < b.length; l++) {
          sum += a[i][l] * b[l][j];
        }
        product[i][j] = sum;
      }
    }
    return product;
  }
}
