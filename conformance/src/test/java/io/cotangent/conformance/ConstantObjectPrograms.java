package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Static final functions, lists, maps and records. */
final class ConstantObjectPrograms {
  private ConstantObjectPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(ConstantObjectPrograms.class, "statics", 0.7, 1.2),
        Point.of(ConstantObjectPrograms.class, "statics", 1.3, 0.4));
  }

  private static final List<Double> V = List.of(1.5, -2.0, 3.0);
  private static final DoubleUnaryOperator ACT = Math::tanh;
  private static final DoubleBinaryOperator MIX = (p, q) -> p * q + p;
  private static final Map<String, DoubleUnaryOperator> FS =
      Map.of("sin", Math::sin, "cube", t -> t * t * t);

  private static final DoubleUnaryOperator UNNAMED =
      new DoubleUnaryOperator() {
        @Override
        public double applyAsDouble(double t) {
          return t * t * factor();
        }

        private double factor() {
          return 1.5;
        }
      };

  /** Holds a list. */
  record Pt(double a, List<Double> b) {}

  private static final Pt PT = new Pt(2, List.of(1.0, -3.0));

  private static double integ(DoubleUnaryOperator f, double b) {
    double s = 0;
    for (int i = 0; i < 4; i++) {
      s += f.applyAsDouble(b * i / 4);
    }
    return s;
  }

  @Differentiable(order = 2)
  static double statics(double x, double z) {
    double s = 0;
    for (double w : V) s += w * x * z;
    return s
        + ACT.applyAsDouble(x) * MIX.applyAsDouble(x, z)
        + integ(ACT, z)
        + UNNAMED.applyAsDouble(x) * z
        + integ(UNNAMED, x)
        + integ(t -> t * x, z)
        + FS.get("sin").applyAsDouble(x) * FS.get("cube").applyAsDouble(z)
        + PT.a() * x * PT.b().get(1);
  }
}
