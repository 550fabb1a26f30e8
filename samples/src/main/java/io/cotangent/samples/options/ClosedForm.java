package io.cotangent.samples.options;

import io.cotangent.SpecialMath;

/** The textbook's formulas for one European option with a dividend yield. */
record ClosedForm(double value, double delta, double gamma, double vega, double rho, double theta) {

  /** The formulas for {@code book}'s position {@code i}, one option held. */
  static ClosedForm of(Book book, int i, boolean call) {
    int u = book.underlying()[i];
    double s = book.spot()[u];
    double k = book.strike()[i];
    double sigma = book.volatility()[u];
    double q = book.dividend()[u];
    double r = book.rate();
    double t = book.expiry()[i] - book.today();
    double root = sigma * Math.sqrt(t);
    double d1 = (Math.log(s / k) + (r - q + sigma * sigma / 2) * t) / root;
    double d2 = d1 - root;
    double shares = s * Math.exp(-q * t);
    double cash = k * Math.exp(-r * t);
    double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
    double sign = call ? 1 : -1;
    double n1 = SpecialMath.normalCdf(sign * d1);
    double n2 = SpecialMath.normalCdf(sign * d2);
    return new ClosedForm(
        sign * (shares * n1 - cash * n2),
        sign * shares / s * n1,
        shares / s * density / (s * root),
        shares * density * Math.sqrt(t),
        sign * cash * t * n2,
        -shares * density * sigma / (2 * Math.sqrt(t)) + sign * (q * shares * n1 - r * cash * n2));
  }
}
