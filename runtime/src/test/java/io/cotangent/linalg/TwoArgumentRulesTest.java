package io.cotangent.linalg;

import static io.cotangent.linalg.Rule.flat;
import static io.cotangent.linalg.Rule.matrix;
import static io.cotangent.linalg.Rule.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The rules of products and of linear systems, which have two arguments. */
class TwoArgumentRulesTest {
  private static double[] concat(double[] a, double[] b) {
    return DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
  }

  /** A square matrix of size 3 and two columns. */
  private abstract static class MatrixRule implements Rule {
    @Override
    public double[] point() {
      return Rule.gaussians(new Random(3), 15);
    }

    static double[][] a(double[] x) {
      return matrix(x, 0, 3, 3);
    }

    static double[][] b(double[] x) {
      return matrix(x, 9, 3, 2);
    }

    static double[][] y(double[] y) {
      return matrix(y, 0, 3, 2);
    }
  }

  @Test
  void products() {
    new MatrixRule() {
      @Override
      public double[] value(double[] x) {
        return flat(Linalg.matmul(a(x), b(x)));
      }

      @Override
      public double[] jvp(double[] x, double[] d) {
        return flat(ProductRules.matmulJvp(a(x), b(x), a(d), b(d)));
      }

      @Override
      public double[] vjp(double[] x, double[] yBar) {
        var g = ReverseRules.matmulVjp(a(x), b(x), y(yBar));
        return flat(g.a(), g.b());
      }
    }.check();
  }

  @Test
  void systems() {
    new MatrixRule() {
      @Override
      public double[] value(double[] x) {
        return flat(Linalg.solve(a(x), b(x)));
      }

      @Override
      public double[] jvp(double[] x, double[] d) {
        return flat(SolveRules.solveJvp(a(x), b(x), a(d), b(d)));
      }

      @Override
      public double[] vjp(double[] x, double[] yBar) {
        var g = ReverseRules.solveVjp(a(x), b(x), y(yBar));
        return flat(g.a(), g.b());
      }
    }.check();
  }

  /** A square matrix of size 3 and a vector. */
  private abstract static class VectorRule extends MatrixRule {
    @Override
    public double[] point() {
      return Rule.gaussians(new Random(4), 12);
    }

    static double[] v(double[] x) {
      return vector(x, 9, 3);
    }
  }

  @Test
  void productsWithVectors() {
    new VectorRule() {
      @Override
      public double[] value(double[] x) {
        return Linalg.matmul(a(x), v(x));
      }

      @Override
      public double[] jvp(double[] x, double[] d) {
        return ProductRules.matmulJvp(a(x), v(x), a(d), v(d));
      }

      @Override
      public double[] vjp(double[] x, double[] yBar) {
        var g = ReverseRules.matmulVjp(a(x), v(x), yBar);
        return concat(flat(g.a()), g.b());
      }
    }.check();
  }

  @Test
  void systemsWithOneRightHandSide() {
    new VectorRule() {
      @Override
      public double[] value(double[] x) {
        return Linalg.solve(a(x), v(x));
      }

      @Override
      public double[] jvp(double[] x, double[] d) {
        return SolveRules.solveJvp(a(x), v(x), a(d), v(d));
      }

      @Override
      public double[] vjp(double[] x, double[] yBar) {
        var g = ReverseRules.solveVjp(a(x), v(x), yBar);
        return concat(flat(g.a()), g.b());
      }
    }.check();
  }

  @Test
  void tangentsOfAnotherShapeAreRefused() {
    double[][] a = Dense.identity(2);
    assertThrows(
        IllegalArgumentException.class, () -> ProductRules.matmulJvp(a, a, Dense.identity(3), a));
    assertThrows(
        IllegalArgumentException.class, () -> SolveRules.solveJvp(a, a, a, new double[1][2]));
  }
}
