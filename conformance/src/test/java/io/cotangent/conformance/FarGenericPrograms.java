package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Generic classes of another file: what a type variable stands for is known here only. */
final class FarGenericPrograms {
  private FarGenericPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(FarGenericPrograms.class, "fields", 0.7, 1.3),
        Point.of(FarGenericPrograms.class, "wildcards", 0.7, 1.3));
  }

  private static double part(FarGenerics.DataPart part, double x) {
    double[] data = part.original.data;
    int at = part.first * part.original.columns + part.original.size() - 2;
    data[0] *= data[at];
    FarGenerics.Data again = part.original;
    return data[0] * again.data[at] * x;
  }

  @Differentiable(order = 2)
  static double fields(double x, double y) {
    return part(new FarGenerics.DataPart(new FarGenerics.Rows(1, x, y, x * y), 0), y);
  }

  private static double worked(FarGenerics.Work<?> work, FarGenerics.Data data, double x) {
    @SuppressWarnings("unchecked")
    FarGenerics.Work<FarGenerics.Data> known = (FarGenerics.Work<FarGenerics.Data>) work;
    return known.of(data, x);
  }

  @Differentiable(order = 2)
  static double wildcards(double x, double y) {
    return worked(new FarGenerics.Scaled(y), new FarGenerics.Rows(1, x), y);
  }
}
