package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * So many calls that further ones share a copy of what they call: lists of what does and of what
 * doesn't carry derivatives then have one class of aliases.
 */
final class SharedInstancePrograms {
  private SharedInstancePrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(SharedInstancePrograms.class, "passiveArraysBeside", 0.7),
        Point.of(SharedInstancePrograms.class, "passiveRowsBeside", 0.7),
        Point.of(SharedInstancePrograms.class, "textsBeside", 0.7),
        Point.of(SharedInstancePrograms.class, "constantsBeside", 0.7));
  }

  /** A number. */
  record Held(double v) {}

  /** What carries nothing. */
  enum Sign {
    PLUS,
    MINUS
  }

  private static double two(double x) {
    return x * 1.25;
  }

  private static double four(double x) {
    return two(x) + two(x - 1);
  }

  private static double eight(double x) {
    return four(x) - four(x * x);
  }

  private static double sixteen(double x) {
    return eight(x) + eight(x / 2);
  }

  private static double thirtyTwo(double x) {
    return sixteen(x) - sixteen(x / 4);
  }

  private static double sixtyFour(double x) {
    return thirtyTwo(x) + thirtyTwo(x + 2);
  }

  private static double many(double x) {
    return sixtyFour(x) - sixtyFour(x / 3) + sixtyFour(x * 2) - sixtyFour(x + 1);
  }

  @Differentiable(order = 2)
  static double passiveArraysBeside(double x) {
    double y = many(x);
    List<double[]> passive = new ArrayList<>(List.of(new double[3], new double[2]));
    List<Held> active = new ArrayList<>(List.of(new Held(y), new Held(x * y)));
    return active.get(0).v() * passive.get(1).length * active.get(passive.size() - 1).v();
  }

  @Differentiable(order = 2)
  static double passiveRowsBeside(double x) {
    double y = many(x);
    List<int[][]> rows = new ArrayList<>(List.<int[][]>of(new int[][] {{2}, {3}}));
    List<int[]> flat = new ArrayList<>();
    for (int[] row : rows.get(0)) {
      flat.add(row);
    }
    List<Held> active = new ArrayList<>(List.of(new Held(y), new Held(x * y)));
    return active.get(0).v() * flat.get(1)[0] * active.get(1).v();
  }

  @Differentiable(order = 2)
  static double textsBeside(double x) {
    double y = many(x);
    List<String> texts = new ArrayList<>(List.of("a", "bc"));
    List<Object> mixed = new ArrayList<>(List.of("abc", new Held(x)));
    mixed.add(texts.get(1));
    List<Held> active = new ArrayList<>(List.of(new Held(y), (Held) mixed.get(1)));
    return active.get(0).v() * mixed.size() * active.get(1).v();
  }

  @Differentiable(order = 2)
  static double constantsBeside(double x) {
    double y = many(x);
    Map<Integer, Sign> signs = new LinkedHashMap<>(Map.of(1, Sign.MINUS));
    Map<Integer, double[]> rows = new LinkedHashMap<>(Map.of(1, new double[] {x, y}));
    List<Sign> all = new ArrayList<>();
    for (Sign each : Sign.values()) {
      all.add(each);
    }
    for (Sign each : signs.values()) {
      all.add(each);
    }
    return rows.get(1)[0] * rows.get(all.size() - 2)[1] * signs.size();
  }
}
