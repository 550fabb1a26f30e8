package bad;

import io.cotangent.Differentiable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

class OpaqueHolders {
  record Box<T>(T held) {}

  static class Worker extends Thread {
    final double v;

    Worker(double v) {
      this.v = v;
    }
  }

  @Differentiable
  static double field(double x) {
    Box<BigDecimal> box = new Box<>(new BigDecimal(x));
    return box.held().doubleValue() * x;
  }

  @Differentiable
  static double element(double x) {
    Object[] all = {new BigDecimal(x)};
    return ((BigDecimal) all[0]).doubleValue() * x;
  }

  @Differentiable
  static double list(double x) {
    List<Worker> all = new ArrayList<>();
    all.add(new Worker(x));
    return all.get(0).v * x;
  }

  @Differentiable
  static double bits(double x) {
    long[] all = {Double.doubleToRawLongBits(x)};
    return Double.longBitsToDouble(all[0]) * x;
  }

  @Differentiable
  static double text(double x) {
    List<String> log = new ArrayList<>();
    log.add("at " + x);
    return x * log.get(0).length();
  }
}

// error 22:12 nothing tells the derivative of 'BigDecimal.doubleValue': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 28:12 nothing tells the derivative of 'BigDecimal.doubleValue': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 35:5 nothing tells the derivative of 'v': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 41:12 nothing tells the derivative of 'Double.longBitsToDouble': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
