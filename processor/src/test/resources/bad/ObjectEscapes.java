package bad;

import io.cotangent.Differentiable;
import java.util.Objects;

class ObjectEscapes {
  record Point(double x, double y) {}

  @Differentiable
  static double f(double x, double[] a) {
    Point p = new Point(x, 2 * x);
    String text = "at " + p;
    int hash = System.identityHashCode(p);
    return p.x() + Integer.compare(Objects.hash(a, p), hash);
  }
}

// error 12:5 '+' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 13:16 'System.identityHashCode' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 14:36 'Objects.hash' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
