package io.cotangent.samples.asian;

import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.IntStream;

/** Price and Greeks of an Asian call, each with its standard error, on every device. */
public final class AsianSample {
  private AsianSample() {}

  public static void main(String[] args) {
    run(System.out, 1_000_000);
  }

  /**
   * A call on the average price.
   *
   * @param steps how many prices are averaged
   */
  record Terms(double spot, double strike, double rate, double vol, double years, int steps) {
    static final Terms SAMPLE = new Terms(100, 100, 0.03, 0.25, 1, 12);
  }

  /**
   * An estimate.
   *
   * @param price the price
   * @param error its standard error
   * @param greeks the derivatives by spot, strike, rate, volatility and years
   */
  record Estimate(double price, double error, double[] greeks) {}

  /** Prints estimates from a number of paths. */
  public static void run(PrintStream out, int paths) {
    out.printf(Locale.ROOT, "%,d paths of twelve months%n", paths);
    out.println("                                      time      price  error    delta     vega");
    try (Machines machines = new Machines(out)) {
      for (Device device : machines.all()) {
        estimate(device, Terms.SAMPLE, 1000);
        long start = System.nanoTime();
        Estimate e = estimate(device, Terms.SAMPLE, paths);
        out.printf(
            Locale.ROOT,
            "%-34s %5.0f ms  %9.5f %.4f  %.5f %8.4f%n",
            Machines.name(device),
            (System.nanoTime() - start) / 1e6,
            e.price(),
            e.error(),
            e.greeks()[0],
            e.greeks()[3]);
      }
    }
  }

  static Estimate estimate(Device device, Terms terms, int paths) {
    double[] payoffs = new double[paths];
    AsianCallPayoffBatch.Gradient sums =
        AsianCallPayoffBatch.gradient(
            device,
            paths,
            IntStream.range(0, paths).toArray(),
            terms.spot(),
            terms.strike(),
            terms.rate(),
            terms.vol(),
            terms.years(),
            terms.steps(),
            payoffs);
    double mean = 0;
    double square = 0;
    for (double payoff : payoffs) {
      mean += payoff / paths;
      square += payoff * payoff / paths;
    }
    double[] greeks = {sums.spot(), sums.strike(), sums.rate(), sums.vol(), sums.years()};
    for (int k = 0; k < greeks.length; k++) {
      greeks[k] /= paths;
    }
    return new Estimate(mean, Math.sqrt((square - mean * mean) / paths), greeks);
  }
}
