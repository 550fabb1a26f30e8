package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One observation of bundle adjustment and how often ADBench repeats it.
 *
 * @param camera {@code [11]}
 * @param point {@code [3]}
 * @param feature {@code [2]}
 */
public record BaData(
    int cameras,
    int points,
    int observations,
    double[] camera,
    double[] point,
    double weight,
    double[] feature) {

  /** Reads one of ADBench's files. */
  public static BaData read(Path file) throws IOException {
    Numbers numbers = Numbers.of(file, 0);
    return new BaData(
        numbers.nextInt(),
        numbers.nextInt(),
        numbers.nextInt(),
        numbers.next(11),
        numbers.next(3),
        numbers.nextDouble(),
        numbers.next(2));
  }

  /**
   * Makes one observation: a camera that looks at a point in front of it, and its image, shifted.
   */
  public static BaData random(long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    double[] camera = new double[11];
    for (int j = 0; j < 3; j++) {
      camera[j] = random.uniform(-0.5, 0.5);
      camera[3 + j] = random.uniform(-1, 1);
    }
    camera[6] = random.uniform(200, 800);
    camera[7] = random.uniform(-10, 10);
    camera[8] = random.uniform(-10, 10);
    camera[9] = random.uniform(-0.1, 0.1);
    camera[10] = random.uniform(-0.01, 0.01);
    double[] point = {random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(5, 10)};
    double[] feature = {random.uniform(-200, 200), random.uniform(-200, 200)};
    return new BaData(1, 1, 1, camera, point, random.uniform(0.2, 1), feature);
  }
}
