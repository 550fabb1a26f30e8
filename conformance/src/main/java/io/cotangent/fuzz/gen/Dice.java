package io.cotangent.fuzz.gen;

import java.util.List;
import java.util.Random;

/** Random choices from one seed. */
public final class Dice {
  private final Random random;

  public Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True with a probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** An integer from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** An integer from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A double between two bounds. */
  public double real(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** An element of a list. */
  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** One of the arguments. */
  @SafeVarargs
  public final <T> T of(T... from) {
    return from[random.nextInt(from.length)];
  }

  /** The index of a weight, with a probability in proportion to it. */
  public int weighted(int... weights) {
    int total = 0;
    for (int w : weights) {
      total += w;
    }
    int at = random.nextInt(total);
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    throw new AssertionError();
  }
}
