package bad;

import io.cotangent.Differentiable;
import org.junit.jupiter.api.function.ThrowingSupplier;

class Lambda {
  @Differentiable
  static double f(double x) throws Throwable {
    ThrowingSupplier<Integer> three = () -> 3;
    return x * three.get();
  }
}

// error 9:39 the interface that this function implements is not known here: use one of java.util.function, or declare one in this compilation [cotangent:lambda]
