package io.cotangent.samples.greeks;

import java.util.SplittableRandom;

/**
 * Made-up calls, one of each array's entries per call.
 *
 * @param spot the shares' prices
 * @param strike what they may be bought for
 * @param rate interest rates
 * @param vol volatilities
 * @param years times to expiry
 */
record Market(double[] spot, double[] strike, double[] rate, double[] vol, double[] years) {
  static Market random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Market(
        drawn(random, n, 80, 120),
        drawn(random, n, 80, 120),
        drawn(random, n, 0, 0.05),
        drawn(random, n, 0.1, 0.5),
        drawn(random, n, 0.1, 2));
  }

  private static double[] drawn(SplittableRandom random, int n, double least, double most) {
    return random.doubles(n, least, most).toArray();
  }

  int size() {
    return spot.length;
  }
}
