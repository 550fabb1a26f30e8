package bad;

import io.cotangent.Differentiable;

class ArrayCopy {
  @Differentiable
  static double f(double[] x, Object y) {
    System.arraycopy(x, 0, y, 0, x.length);
    return x[0];
  }
}

// error 8:5 'System.arraycopy' between arrays of different types can't be differentiated: write the loop [cotangent:array-copy]
