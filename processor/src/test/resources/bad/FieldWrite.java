package bad;

import io.cotangent.Differentiable;
import java.awt.geom.Point2D;

class FieldWrite {
  @Differentiable
  static double f(double x, Point2D.Double p) {
    p.x = x * x;
    p.y++;
    return p.x;
  }
}

// error 9:5 field 'x' is written in a differentiable method: use a local variable and return its value [cotangent:field-write]
// error 10:5 field 'y' is written in a differentiable method: use a local variable and return its value [cotangent:field-write]
