package bad;

import io.cotangent.Differentiable;
import java.util.Arrays;
import java.util.Objects;

class ObjectEscapes {
  record Point(double x, double y) {}

  @Differentiable
  static double f(double x, double[] a) {
    Point p = new Point(x, 2 * x);
    String text = "at " + p;
    int hash = System.identityHashCode(p);
    return p.x() + Arrays.stream(a).map(t -> t * x).sum() + hash;
  }
}

// error 13:5 '+' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 14:16 'System.identityHashCode' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 15:20 'DoubleStream.map' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 15:20 nothing tells the derivative of 'DoubleStream.sum': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
