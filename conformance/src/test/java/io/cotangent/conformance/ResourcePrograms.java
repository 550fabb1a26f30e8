package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Resources that are opened and closed around the work. */
final class ResourcePrograms {
  private ResourcePrograms() {}

  /** Says what happened to it. */
  static final class Resource implements AutoCloseable {
    private final int kind;

    Resource(int kind) {
      if (kind == 5) {
        throw new IllegalStateException("not opened");
      }
      this.kind = kind;
    }

    int number() {
      if (kind == 1) {
        throw new UnsupportedOperationException("no number");
      }
      return kind + 2;
    }

    @Override
    public void close() {
      if (kind == 2 || kind == 1) {
        throw new IllegalArgumentException("not closed");
      }
    }
  }

  static List<Point> points() {
    return List.of(
        at("resources", 0.7, 0),
        at("resources", 0.7, 1),
        at("resources", 0.7, 2),
        at("resources", 0.7, 3),
        at("resources", 0.7, 5),
        at("twoResources", 0.7, 0, 0),
        at("twoResources", 0.7, 0, 5),
        at("twoResources", 0.7, 2, 1));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ResourcePrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double resources(double x, int kind) {
    double y = x;
    try (Resource resource = new Resource(kind)) {
      y *= x * x;
      y *= resource.number() + x;
      if (kind == 3) {
        return y;
      }
    } catch (UnsupportedOperationException e) {
      y *= e.getSuppressed().length + x;
    } catch (IllegalArgumentException e) {
      y /= x + 1;
    } finally {
      y += x;
    }
    return y * y;
  }

  @Differentiable(order = 2)
  static double twoResources(double x, int first, int second) throws Exception {
    double y = x;
    try (Resource a = new Resource(first);
        Resource b = new Resource(second)) {
      y *= a.number() * x;
      y *= b.number() + y;
    } catch (IllegalStateException e) {
      y += x * x;
    }
    return y;
  }
}
