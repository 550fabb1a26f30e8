package bad;

import io.cotangent.Argmin;
import io.cotangent.Derivative;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
import io.cotangent.Solver;

class Solutions {
  @FixedPoint(state = "y")
  static double unknown(double x, double a) {
    return a * x;
  }

  @FixedPoint(state = "x")
  static double result(double[] x, double a) {
    return a * x[0];
  }

  @Root(unknown = "n")
  static double passive(int n, double a) {
    return a;
  }

  @Root(unknown = "x", lower = "low", upper = "a")
  static double[] bounds(double[] x, double a) {
    return x;
  }

  @Argmin(unknown = "x")
  static double[] objective(double[] x) {
    return x;
  }

  @Argmin(unknown = "x", equality = "h", inequality = "g")
  static double constrained(double[] x, double a) {
    return a * x[0];
  }

  static double h(double[] x) {
    return x[0];
  }

  static float g(double[] x, double a) {
    return 0;
  }

  @FixedPoint(state = "x", solver = Solver.BISECTION)
  static double solver(double x) {
    return x;
  }

  @Root(unknown = "x", solver = Solver.BISECTION)
  static double unbounded(double x) {
    return x;
  }

  @FixedPoint(state = "x", solver = Solver.NEWTON, derivative = Derivative.UNROLLED)
  static double unrolled(double x) {
    return x;
  }

  @FixedPoint(state = "x")
  static double twice(double x) {
    return x;
  }

  @FixedPoint(state = "x")
  static double twice(double x, double y) {
    return x;
  }

  @FixedPoint(state = "x")
  static double inside(double x, double a) {
    StringBuilder b = new StringBuilder();
    b.append(a * x);
    return Double.parseDouble(b.toString());
  }

  @Argmin(unknown = "x", projection = "p")
  static double stepped(double[] x, double a) {
    return a * x[0];
  }

  static double[] p(double[] x) {
    return x;
  }

  @Argmin(unknown = "x", solver = Solver.PROXIMAL_GRADIENT)
  static double proximal(double[] x, double a) {
    return a * x[0];
  }

  @Argmin(unknown = "x", lower = "a", upper = "a", projection = "p")
  static double two(double x, double a) {
    return a * x;
  }

  static double p(double x, double a) {
    return x;
  }

  @Argmin(unknown = "x", lower = "a", upper = "a", solver = Solver.LBFGS)
  static double box(double x, double a) {
    return a * x;
  }

  @Argmin(unknown = "x", equality = "p", solver = Solver.LBFGS)
  static double plane(double x, double a) {
    return a * x;
  }

  @Argmin(unknown = "x", solver = Solver.LEVENBERG_MARQUARDT)
  static double squares(double x, double a) {
    return a * x;
  }

  @Root(unknown = "x", preconditioner = "p")
  static double near(double x, double a) {
    return a * x;
  }

  @Argmin(unknown = "x", lower = "a", upper = "a", preconditioner = "p")
  static double inBox(double x, double a) {
    return a * x;
  }

  final java.util.List<Double> captured = new java.util.ArrayList<>();

  @Argmin(unknown = "x")
  double capturing(double x) {
    return (x - captured.get(0)) * x;
  }
}

// error 11:17 state names 'y', which is no parameter: there are x, a [cotangent:unknown-state]
// error 16:17 state names 'x' of type double[]: it has to be of type double, which the method returns [cotangent:state-type]
// error 49:17 solver = Solver.BISECTION is not supported: @FixedPoint has ANDERSON, AUTO, BROYDEN, NEWTON, PICARD [cotangent:annotation]
// error 59:17 derivative = Derivative.UNROLLED is not supported: it is that of the iteration of a @FixedPoint, with solver = Solver.PICARD [cotangent:annotation]
// error 64:17 two methods would both generate 'SolutionsTwiceFixedPoint': give each a name, as in @FixedPoint(name = "...") [cotangent:solution-names]
// error 69:17 two methods would both generate 'SolutionsTwiceFixedPoint': give each a name, as in @FixedPoint(name = "...") [cotangent:solution-names]
// error 77:12 nothing tells the derivative of 'Double.parseDouble': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 21:17 unknown names 'n', whose type int carries no derivative: solve for a double, a float, or an array of them [cotangent:passive-state]
// error 26:19 lower names 'low', which is no parameter: there are x, a [cotangent:unknown-state]
// error 26:19 upper names 'a' of type double: it has to be of type double[], as the unknown is [cotangent:state-type]
// error 54:17 solver = Solver.BISECTION without bounds is not supported: name their parameters with lower and upper [cotangent:annotation]
// error 119:17 preconditioner names 'p': it has to be a method of this class that is not private, static if the annotated one is, with its parameters, a last one of type double[], and the result double[] [cotangent:preconditioner]
// error 31:19 a result of type double[] can't be minimised: return double or float, or double[] with solver = Solver.LEVENBERG_MARQUARDT [cotangent:objective]
// error 36:17 equality names 'h': it has to be a method of this class that is not private, with the objective's parameters and the result double or double[] [cotangent:constraint]
// error 36:17 inequality names 'g': it has to be a method of this class that is not private, with the objective's parameters and the result double or double[] [cotangent:constraint]
// error 81:17 projection names 'p': it has to be a method of this class that is not private, static if the objective is, with the objective's parameters and the unknown's type as its result [cotangent:step-method]
// error 90:17 solver = Solver.PROXIMAL_GRADIENT without proximal is not supported: name its method with proximal [cotangent:annotation]
// error 95:17 projection = "p" with other constraints is not supported: a set is given by one of projection, proximal, lower and upper, or equality and inequality [cotangent:annotation]
// error 104:17 solver = Solver.LBFGS with lower is not supported: leave it out, or write Solver.PROJECTED_GRADIENT [cotangent:annotation]
// error 109:17 solver = Solver.LBFGS with constraints is not supported: leave it out, or write Solver.SQP [cotangent:annotation]
// error 114:17 solver = Solver.LEVENBERG_MARQUARDT with a result of type double is not supported: return the residuals as double[] [cotangent:annotation]
// error 124:17 preconditioner = "p" with constraints is not supported: leave one of them out [cotangent:annotation]
// error 131:10 self.captured of type java.util.List can't be differentiated: take the numbers as 'double' or 'double[]' and make the object in the method [cotangent:unsupported-construct]
