package bad;

import io.cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

class Boxed {
  record Held(double x, Set<Double> set) {}

  @Differentiable
  static double f(List<String> x) {
    return x.size();
  }

  @Differentiable
  static double g(Set<Double> x) {
    return x.size();
  }

  @Differentiable
  static double h(List<Held> x) {
    return x.get(0).x();
  }

  @Differentiable
  static ArrayDeque<Double> i(double x) {
    return new ArrayDeque<>(List.of(x));
  }

  @Differentiable
  static double j(ArrayDeque<Double> x, double y) {
    double s = 0;
    for (double d : x) {
      s += d * y;
    }
    return s;
  }

  @Differentiable
  static void k(List<Double> x, double[] y) {
    y[0] = x.get(0);
  }
}

// error 12:17 no parameter of 'f' carries a derivative: it needs a double, a float, or an array, list, map or object of them [cotangent:nothing-to-differentiate]
// error 17:17 no parameter of 'g' carries a derivative: it needs a double, a float, or an array, list, map or object of them [cotangent:nothing-to-differentiate]
// error 22:17 Held.set of type java.util.Set can't be differentiated: keep lists, maps, arrays and numbers in what is passed [cotangent:unsupported-construct]
// error 27:29 a result of type java.util.ArrayDeque<java.lang.Double> carries no derivative: return a number, or what holds some [cotangent:passive-result]
// error 32:17 x of type java.util.ArrayDeque can't be differentiated: take the numbers as 'double' or 'double[]' and make the object in the method [cotangent:unsupported-construct]
// error 41:15 the numbers in 'x' can't be differentiated in a method that returns nothing: pass them as numbers and arrays, or leave 'x' out of wrt and don't change it [cotangent:object-in-place]
