package bad;

import io.cotangent.Differentiable;
import java.util.Arrays;

class ArrayEscapes {
  @Differentiable
  static double f(double[] x) {
    double[] y = x.clone();
    Arrays.sort(y);
    return y[0];
  }
}

// error 10:5 'Arrays.sort' might write to an array that carries derivatives: pass it a copy, array.clone() [cotangent:array-escapes]
