package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An input of hand tracking.
 *
 * @param theta the pose, {@code [26]}
 * @param us barycentric coordinates, {@code [2 * points]}; empty where points belong to vertices
 * @param correspondences each point's vertex, or triangle where there are {@code us}
 * @param points {@code [points][3]}
 */
public record HandData(
    HandModel model, double[] theta, double[] us, int[] correspondences, double[][] points) {

  /**
   * Reads one of ADBench's files.
   *
   * @param onTriangles whether it is one of those with barycentric coordinates
   */
  public static HandData read(Path file, HandModel model, boolean onTriangles) throws IOException {
    Numbers numbers = Numbers.of(file, 0);
    int count = numbers.nextInt();
    int size = numbers.nextInt();
    int[] correspondences = new int[count];
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      correspondences[i] = numbers.nextInt();
      points[i] = numbers.next(3);
    }
    double[] us = numbers.next(onTriangles ? 2 * count : 0);
    return new HandData(model, numbers.next(size), us, correspondences, points);
  }

  /** Makes a pose of a random hand and {@code count} points, on triangles as well as vertices. */
  public static HandData random(int count, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    int vertices = 5 * count;
    HandModel model = HandModel.random(vertices, seed + 1);
    int[] correspondences = new int[count];
    for (int i = 0; i < count; i++) {
      correspondences[i] = random.below(vertices);
    }
    return new HandData(
        model,
        random.normal(26),
        random.uniform(2 * count, 0, 0.5),
        correspondences,
        random.uniform(count, 3, -1, 1));
  }
}
