package io.cotangent.samples.greeks;

import io.cotangent.Status;
import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Prices and Greeks of a million calls on every device, and 100,000 implied volatilities. */
public final class GreeksSample {
  private GreeksSample() {}

  public static void main(String[] args) {
    run(System.out, 1_000_000, 100_000);
  }

  /**
   * What a device computed.
   *
   * @param price the prices
   * @param greeks per parameter of {@link Call#price} the derivatives by it
   */
  record Greeks(double[] price, double[][] greeks) {}

  /** Prints times, and how far the devices are from the first. */
  public static void run(PrintStream out, int options, int volatilities) {
    Market market = Market.random(options, 6);
    out.printf(Locale.ROOT, "%,d calls: price, delta, strike's, rho, vega, theta%n", options);
    try (Machines machines = new Machines(out)) {
      Greeks first = null;
      for (Device device : machines.all()) {
        Greeks warm = greeks(device, market);
        long start = System.nanoTime();
        Greeks greeks = greeks(device, market);
        double millis = (System.nanoTime() - start) / 1e6;
        first = first == null ? warm : first;
        out.printf(
            Locale.ROOT,
            "  %-34s %7.0f ms, farthest from the first %.1e%n",
            Machines.name(device),
            millis,
            distance(first, greeks));
      }
    }
    implied(out, volatilities);
  }

  static Greeks greeks(Device device, Market m) {
    int n = m.size();
    Greeks greeks = new Greeks(new double[n], new double[5][n]);
    double[][] bars = greeks.greeks();
    CallPriceBatch.gradient(
        device,
        n,
        m.spot(),
        m.strike(),
        m.rate(),
        m.vol(),
        m.years(),
        greeks.price(),
        bars[0],
        bars[1],
        bars[2],
        bars[3],
        bars[4]);
    return greeks;
  }

  static double distance(Greeks a, Greeks b) {
    double most = farthest(a.price(), b.price());
    for (int k = 0; k < a.greeks().length; k++) {
      most = Math.max(most, farthest(a.greeks()[k], b.greeks()[k]));
    }
    return most;
  }

  private static double farthest(double[] a, double[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(a[i])));
    }
    return most;
  }

  /** Finds volatilities again from prices, and how they answer to what was paid. */
  private static void implied(PrintStream out, int n) {
    Market market = Market.random(n, 7);
    double rate = 0.02;
    double[] paid = new double[n];
    for (int i = 0; i < n; i++) {
      double spot = market.spot()[i];
      paid[i] = Call.price(spot, market.strike()[i], rate, market.vol()[i], market.years()[i]);
    }
    // One call costs more than its share: no volatility explains that.
    paid[n / 2] = market.spot()[n / 2] + 1;
    double[] found = new double[n];
    Status[] statuses = new Status[n];
    implied(market, paid, rate, found, statuses);
    long failed = Arrays.stream(statuses).filter(s -> s != Status.CONVERGED).count();
    double most = 0;
    for (int i = 0; i < n; i++) {
      if (statuses[i] == Status.CONVERGED) {
        // Where vega is small a price says little of the volatility, so prices are compared.
        double spot = market.spot()[i];
        double price = Call.price(spot, market.strike()[i], rate, found[i], market.years()[i]);
        most = Math.max(most, Math.abs(price - paid[i]));
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d implied volatilities: %d without one (%s), the others meet their prices to %.1e%n",
        n,
        failed,
        statuses[n / 2],
        most);
  }

  static void implied(
      Market market, double[] paid, double rate, double[] found, Status[] statuses) {
    double[] start = new double[paid.length];
    Arrays.fill(start, 0.25);
    CallTooMuchRootBatch.solve(
        Device.parallel(),
        paid.length,
        start,
        paid,
        market.spot(),
        market.strike(),
        rate,
        market.years(),
        found,
        statuses);
  }
}
