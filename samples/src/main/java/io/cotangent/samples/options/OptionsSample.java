package io.cotangent.samples.options;

import java.io.PrintStream;
import java.util.Locale;

/** The Greeks of a book of options, checked against closed forms and put-call parity. */
public final class OptionsSample {

  private static final double DAYS_PER_YEAR = 365;

  private OptionsSample() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Prints the Greeks, the checks, and what the Greeks say of moves of the market. */
  public static void run(PrintStream out) {
    Book book = Book.sample();
    Greeks greeks = Greeks.of(book);
    out.printf(Locale.ROOT, "value of the book %.4f%n", greeks.value());
    out.printf("%-8s %10s %12s %12s %12s %12s%n", "", "spot", "delta", "gamma", "vega", "vanna");
    for (int u = 0; u < book.names().length; u++) {
      out.printf(
          Locale.ROOT,
          "%-8s %10.2f %12.4f %12.4f %12.4f %12.4f%n",
          book.names()[u],
          book.spot()[u],
          greeks.delta()[u],
          greeks.gamma()[u][u],
          greeks.vega()[u],
          greeks.vanna()[u][u]);
    }
    out.printf(
        Locale.ROOT, "rho %.4f, theta %.4f a day%n", greeks.rho(), greeks.theta() / DAYS_PER_YEAR);
    out.printf(
        Locale.ROOT,
        "largest difference from the closed forms, relative: %.1e; from put-call parity: %.1e%n",
        worstAgainstClosedForm(book),
        worstAgainstParity(book));
    printMoves(book, greeks, out);
  }

  private static void printMoves(Book book, Greeks greeks, PrintStream out) {
    out.println("profit if every share moves:");
    out.printf("%8s %14s %14s %14s%n", "", "revalued", "delta", "delta, gamma");
    for (int percent = -10; percent <= 10; percent += 5) {
      double[] moved = book.spot().clone();
      double linear = 0;
      double quadratic = 0;
      for (int u = 0; u < moved.length; u++) {
        moved[u] *= 1 + percent / 100.0;
        double du = moved[u] - book.spot()[u];
        linear += greeks.delta()[u] * du;
        for (int v = 0; v < moved.length; v++) {
          double dv = book.spot()[v] * percent / 100.0;
          quadratic += 0.5 * greeks.gamma()[u][v] * du * dv;
        }
      }
      out.printf(
          Locale.ROOT,
          "%+7d%% %14.2f %14.2f %14.2f%n",
          percent,
          revalue(book, moved) - greeks.value(),
          linear,
          linear + quadratic);
    }
  }

  private static double revalue(Book book, double[] spot) {
    return OptionBook.value(
        spot,
        book.volatility(),
        book.rate(),
        book.today(),
        book.dividend(),
        book.underlying(),
        book.call(),
        book.strike(),
        book.expiry(),
        book.quantity());
  }

  /** The largest relative difference of any Greek of any position, as call and as put. */
  static double worstAgainstClosedForm(Book book) {
    double worst = 0;
    for (int i = 0; i < book.quantity().length; i++) {
      for (boolean call : new boolean[] {true, false}) {
        int u = book.underlying()[i];
        Greeks greeks = Greeks.of(book.single(i, call));
        ClosedForm closed = ClosedForm.of(book, i, call);
        worst = Math.max(worst, difference(greeks.value(), closed.value()));
        worst = Math.max(worst, difference(greeks.delta()[u], closed.delta()));
        worst = Math.max(worst, difference(greeks.gamma()[u][u], closed.gamma()));
        worst = Math.max(worst, difference(greeks.vega()[u], closed.vega()));
        worst = Math.max(worst, difference(greeks.rho(), closed.rho()));
        worst = Math.max(worst, difference(greeks.theta(), closed.theta()));
      }
    }
    return worst;
  }

  /**
   * The largest difference between call less put and a forward contract: in value, delta, gamma,
   * vega, rho and theta, relative to the forward's two legs.
   */
  static double worstAgainstParity(Book book) {
    double worst = 0;
    for (int i = 0; i < book.quantity().length; i++) {
      int u = book.underlying()[i];
      Greeks call = Greeks.of(book.single(i, true));
      Greeks put = Greeks.of(book.single(i, false));
      double t = book.expiry()[i] - book.today();
      double shares = book.spot()[u] * Math.exp(-book.dividend()[u] * t);
      double cash = book.strike()[i] * Math.exp(-book.rate() * t);
      double scale = shares + cash;
      double theta = book.dividend()[u] * shares - book.rate() * cash;
      worst = Math.max(worst, Math.abs(call.value() - put.value() - (shares - cash)) / scale);
      worst =
          Math.max(worst, difference(call.delta()[u] - put.delta()[u], shares / book.spot()[u]));
      worst = Math.max(worst, difference(put.gamma()[u][u], call.gamma()[u][u]));
      worst = Math.max(worst, difference(put.vega()[u], call.vega()[u]));
      worst = Math.max(worst, difference(call.rho() - put.rho(), cash * t));
      worst = Math.max(worst, Math.abs(call.theta() - put.theta() - theta) / scale);
    }
    return worst;
  }

  private static double difference(double value, double expected) {
    double difference = Math.abs(value - expected) / Math.abs(expected);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
