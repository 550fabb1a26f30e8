package io.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.LagrangeSolution;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

/** Hipparchus' optimisers on function objects. */
class FunctionsTest {
  /** Rosenbrock's valley. */
  private static final ScalarFunction VALLEY =
      new ScalarFunction() {
        @Override
        public int dimension() {
          return 2;
        }

        @Override
        public int order() {
          return 2;
        }

        @Override
        public double value(double[] x) {
          return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
        }

        @Override
        public double valueAndGradient(double[] x, double[] grad) {
          grad[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
          grad[1] = 200 * (x[1] - x[0] * x[0]);
          return value(x);
        }

        @Override
        public double jvp(double[] x, double[] d) {
          double[] g = new double[2];
          valueAndGradient(x, g);
          return g[0] * d[0] + g[1] * d[1];
        }

        @Override
        public double[][] hessian(double[] x) {
          return new double[][] {
            {1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]}, {-400 * x[0], 200}
          };
        }
      };

  /** Of two arguments, from its value and Jacobian. */
  private record Written(
      java.util.function.UnaryOperator<double[]> values,
      java.util.function.Function<double[], double[][]> slopes)
      implements VectorFunction {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double[] value(double[] x) {
      return values.apply(x);
    }

    @Override
    public double[] jvp(double[] x, double[] d) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double[] vjp(double[] x, double[] bar) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double[][] jacobian(double[] x) {
      return slopes.apply(x);
    }
  }

  @Test
  void conjugateGradients() {
    PointValuePair minimum =
        new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(1e-14, 1e-14))
            .optimize(
                Functions.objective(VALLEY),
                Functions.gradient(VALLEY),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 1}),
                new MaxEval(10_000));
    assertArrayEquals(new double[] {1, 1}, minimum.getPoint(), 1e-5);
  }

  @Test
  void leastSquares() {
    VectorFunction residuals =
        new Written(
            x -> new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]},
            x -> new double[][] {{-20 * x[0], 10}, {-1, 0}});
    var optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .model(Functions.model(residuals))
                    .target(new double[2])
                    .start(new double[] {-1.2, 1})
                    .maxEvaluations(1000)
                    .maxIterations(1000)
                    .build());
    assertArrayEquals(new double[] {1, 1}, optimum.getPoint().toArray(), 1e-9);
  }

  @Test
  void sequentialQuadraticProgramming() {
    VectorFunction circle =
        new Written(
            x -> new double[] {x[0] * x[0] + x[1] * x[1]},
            x -> new double[][] {{2 * x[0], 2 * x[1]}});
    LagrangeSolution solution =
        new SQPOptimizerS()
            .optimize(
                new InitialGuess(new double[] {0.5, 0.5}),
                Functions.objective(VALLEY),
                Functions.equality(circle, new double[] {1}));
    // On the unit circle the valley is lowest at (0.786415, 0.617698).
    assertArrayEquals(new double[] {0.7864151542, 0.6176983125}, solution.getX().toArray(), 1e-6);
  }

  @Test
  void constraintsAndHessiansHandOnWhatTheFunctionsHave() {
    VectorFunction line = new Written(x -> new double[] {x[0]}, x -> new double[][] {{1, 0}});
    var constraint = Functions.atLeast(line, new double[] {2});
    assertEquals(1, constraint.dimY());
    assertEquals(3, constraint.value(new ArrayRealVector(new double[] {3, 4})).getEntry(0));
    assertEquals(2, constraint.getLowerBound().getEntry(0));
    assertEquals(
        802, Functions.twiceDifferentiable(VALLEY).hessian(new double[] {1, 1}).getEntry(0, 0));
    ScalarFunction first =
        new ScalarFunction() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double value(double[] x) {
            return x[0];
          }

          @Override
          public double valueAndGradient(double[] x, double[] grad) {
            grad[0] = 1;
            return x[0];
          }

          @Override
          public double jvp(double[] x, double[] d) {
            return d[0];
          }
        };
    assertThrows(IllegalArgumentException.class, () -> Functions.twiceDifferentiable(first));
  }
}
