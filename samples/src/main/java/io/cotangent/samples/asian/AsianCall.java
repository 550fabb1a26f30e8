package io.cotangent.samples.asian;

import io.cotangent.Batched;
import io.cotangent.Differentiable;

/** What one path of a share's price pays for a call on its average. */
final class AsianCall {
  private AsianCall() {}

  /**
   * The discounted payoff on a path.
   *
   * @param path the path's number, from which its random numbers follow
   * @param steps how many prices are averaged
   */
  @Differentiable
  @Batched(over = "path", gpu = true)
  static double payoff(
      int path, double spot, double strike, double rate, double vol, double years, int steps) {
    double dt = years / steps;
    double drift = (rate - vol * vol / 2) * dt;
    double spread = vol * Math.sqrt(dt);
    double price = spot;
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      price *= Math.exp(drift + spread * normal(path, step));
      sum += price;
    }
    return Math.exp(-rate * years) * Math.max(sum / steps - strike, 0);
  }

  /** A normal random number of a path's step, by Box and Muller. */
  static double normal(int path, int step) {
    int key = mixed(path) + step * 0x5bd1e995;
    double u = uniform(mixed(key));
    double angle = 2 * Math.PI * uniform(mixed(key ^ 0x3c6ef372));
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(angle);
  }

  /** Within (0, 1). */
  private static double uniform(int bits) {
    return ((bits >>> 1) + 0.5) / 2147483648.0;
  }

  /** Every bit of the result hangs on every bit of the argument. */
  private static int mixed(int x) {
    int y = x + 0x7f4a7c15;
    y = (y ^ y >>> 16) * 0x21f0aaad;
    y = (y ^ y >>> 15) * 0x735a2d97;
    return y ^ y >>> 15;
  }
}
