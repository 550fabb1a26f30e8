package io.cotangent.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A hand's skeleton and skin at rest.
 *
 * @param parents each bone's parent, −1 for the root
 * @param baseRelatives {@code [bones][4][4]}
 * @param inverseBaseAbsolutes {@code [bones][4][4]}
 * @param basePositions {@code [vertices][3]}
 * @param weights {@code [vertices][bones]}
 * @param triangles {@code [triangles][3]}
 */
public record HandModel(
    int[] parents,
    double[][][] baseRelatives,
    double[][][] inverseBaseAbsolutes,
    double[][] basePositions,
    double[][] weights,
    int[][] triangles) {
  private static final int VERTEX_FIELDS_BEFORE_WEIGHTS = 8;

  /** Reads ADBench's {@code bones.txt}, {@code vertices.txt} and {@code triangles.txt}. */
  public static HandModel read(Path folder) throws IOException {
    List<String[]> bones = lines(folder.resolve("bones.txt"));
    List<String[]> vertices = lines(folder.resolve("vertices.txt"));
    List<String[]> corners = lines(folder.resolve("triangles.txt"));
    int[] parents = new int[bones.size()];
    double[][][] relatives = new double[bones.size()][][];
    double[][][] inverses = new double[bones.size()][][];
    for (int i = 0; i < parents.length; i++) {
      String[] fields = bones.get(i);
      parents[i] = Integer.parseInt(fields[1]);
      relatives[i] = matrix(fields, 2);
      inverses[i] = matrix(fields, 18);
    }
    double[][] positions = new double[vertices.size()][3];
    double[][] weights = new double[vertices.size()][parents.length];
    for (int i = 0; i < positions.length; i++) {
      String[] fields = vertices.get(i);
      for (int j = 0; j < 3; j++) {
        positions[i][j] = Double.parseDouble(fields[j]);
      }
      int count = Integer.parseInt(fields[VERTEX_FIELDS_BEFORE_WEIGHTS]);
      for (int j = 0; j < count; j++) {
        int field = VERTEX_FIELDS_BEFORE_WEIGHTS + 1 + 2 * j;
        weights[i][Integer.parseInt(fields[field])] = Double.parseDouble(fields[field + 1]);
      }
    }
    int[][] triangles = new int[corners.size()][3];
    for (int i = 0; i < triangles.length; i++) {
      for (int j = 0; j < 3; j++) {
        triangles[i][j] = Integer.parseInt(corners.get(i)[j]);
      }
    }
    return new HandModel(parents, relatives, inverses, positions, weights, triangles);
  }

  /**
   * Makes a hand of 22 bones in ADBench's order: wrist, five fingers of four, forearm.
   *
   * @param vertices how many vertices its skin has; each moves with three bones
   */
  public static HandModel random(int vertices, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    int bones = 22;
    int[] parents = new int[bones];
    double[][][] relatives = new double[bones][][];
    double[][][] inverses = new double[bones][][];
    for (int i = 0; i < bones; i++) {
      parents[i] = i == 0 ? -1 : i % 4 == 1 ? 0 : i - 1;
      relatives[i] = rigid(random);
      inverses[i] = rigid(random);
    }
    double[][] weights = new double[vertices][bones];
    for (int i = 0; i < vertices; i++) {
      for (int j = 0; j < 3; j++) {
        weights[i][random.below(bones)] = random.uniform(0.1, 0.5);
      }
    }
    double[][] positions = random.uniform(vertices, 3, -0.1, 0.1);
    int[][] triangles = new int[2 * vertices][3];
    for (int[] triangle : triangles) {
      for (int j = 0; j < 3; j++) {
        triangle[j] = random.below(vertices);
      }
    }
    return new HandModel(parents, relatives, inverses, positions, weights, triangles);
  }

  private static double[][] rigid(RandomNumbers random) {
    double angle = random.uniform(-0.3, 0.3);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[][] {
      {c, -s, 0, random.uniform(-0.1, 0.1)},
      {s, c, 0, random.uniform(-0.1, 0.1)},
      {0, 0, 1, random.uniform(-0.1, 0.1)},
      {0, 0, 0, 1}
    };
  }

  private static double[][] matrix(String[] fields, int from) {
    double[][] matrix = new double[4][4];
    for (int i = 0; i < 16; i++) {
      matrix[i / 4][i % 4] = Double.parseDouble(fields[from + i]);
    }
    return matrix;
  }

  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split(":"))
        .toList();
  }
}
