package io.cotangent.samples.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One axis of a picture: a range with ticks, and where its values lie in pixels. */
public final class Axis {

  private final double from;
  private final double to;
  private final double step;
  private final double fromPixel;
  private final double toPixel;

  /** An axis that covers {@code least} to {@code most} between two pixels, and ends on ticks. */
  public Axis(double least, double most, double fromPixel, double toPixel) {
    this(
        Math.floor(least / niceStep((most - least) / 8)) * niceStep((most - least) / 8),
        Math.ceil(most / niceStep((most - least) / 8)) * niceStep((most - least) / 8),
        niceStep((most - least) / 8),
        fromPixel,
        toPixel);
  }

  private Axis(double from, double to, double step, double fromPixel, double toPixel) {
    this.step = step;
    this.from = from;
    this.to = to;
    this.fromPixel = fromPixel;
    this.toPixel = toPixel;
  }

  /** An axis that covers just {@code from} to {@code to}. */
  static Axis exactly(double from, double to, double fromPixel, double toPixel) {
    return new Axis(from, to, niceStep((to - from) / 8), fromPixel, toPixel);
  }

  /** The next of 1, 2 and 5 times a power of ten. */
  private static double niceStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** The pixel of a value. */
  public double at(double value) {
    return fromPixel + (value - from) * perUnit();
  }

  /** Pixels per unit; negative where the axis runs upwards. */
  public double perUnit() {
    return (toPixel - fromPixel) / (to - from);
  }

  /** The values that carry ticks. */
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int last = (int) Math.floor(to / step + 1e-9);
    for (int i = (int) Math.ceil(from / step - 1e-9); i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick's label, with as many decimals as the step has. */
  public String label(double tick) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", tick);
  }
}
