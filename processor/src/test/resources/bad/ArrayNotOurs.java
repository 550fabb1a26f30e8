package bad;

import io.cotangent.Differentiable;

class ArrayNotOurs {
  static final double[] CACHE = new double[3];

  @Differentiable
  static double f(double x) {
    CACHE[0] = x;
    return CACHE[0];
  }
}

// error 10:5 an array that belongs to a field or to a library is written in a differentiable method: work on a copy, array.clone() [cotangent:array-not-ours]
