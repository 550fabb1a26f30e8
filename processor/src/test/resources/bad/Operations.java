package bad;

import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.Quadrature;
import java.util.function.DoubleUnaryOperator;

class Operations {
  interface Shape {
    double width();
  }

  @Differentiable
  static double object(Shape shape, double b) {
    return Quadrature.integrate(x -> x * shape.width(), 0, b);
  }

  @Differentiable
  static double single(float rate) {
    return Quadrature.integrate(x -> x * rate, 0, 1);
  }

  @Differentiable
  static double writing(double[] w) {
    return Quadrature.integrate(
        x -> {
          w[0] = w[0] + x;
          return w[0];
        },
        0,
        1);
  }

  @Differentiable
  static double state(double[] w) {
    double[] end =
        Ode.solve(
            (t, y, p, out) -> {
              y[0] = p[0];
              out[0] = y[0];
            },
            w,
            0,
            1,
            w);
    return end[0];
  }

  @Differentiable
  static double given(DoubleUnaryOperator f, double b) {
    return Quadrature.integrate(f, 0, b);
  }

  static class Counter {
    int calls;

    double count(double x) {
      calls++;
      return x;
    }
  }

  @Differentiable
  static double counting(double b) {
    Counter counter = new Counter();
    double area = Quadrature.integrate(x -> counter.count(x), 0, b);
    return area * counter.calls;
  }

  @Differentiable
  static double kept(double b) {
    Counter counter = new Counter();
    DoubleUnaryOperator f = counter::count;
    return Quadrature.integrate(f, 0, b);
  }
}

// error 15:33 the function captures 'shape', which can't be taken apart here: put the numbers that the function needs into variables, and use those [cotangent:function-captures]
// error 20:33 the integrand captures the float 'rate', whose derivatives are too coarse for an integral: put it into a double variable, and use that [cotangent:function-float]
// error 51:12 nothing tells the derivative of 'Quadrature.integrate': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 74:12 'Quadrature.integrate' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 26:9 the function writes to 'w', which it does not make itself: let it work on a copy [cotangent:function-writes]
// error 38:13 the function writes to 'y', which it does not make itself: let it work on a copy [cotangent:function-writes]
// error 38:13 the function writes to 'p', which it does not make itself: let it work on a copy [cotangent:function-writes]
// error 66:40 the function writes to 'calls', which it does not make itself: let it work on a copy [cotangent:function-writes]
