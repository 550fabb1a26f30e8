package io.cotangent.samples.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OptionsSampleTest {

  private static final Book BOOK = Book.sample();

  @Test
  void greeksOfEveryPositionAreTheClosedForms() {
    double worst = OptionsSample.worstAgainstClosedForm(BOOK);
    assertTrue(worst < 1e-10, () -> "relative difference " + worst);
  }

  @Test
  void callLessPutIsAForwardInEveryGreek() {
    double worst = OptionsSample.worstAgainstParity(BOOK);
    assertTrue(worst < 1e-10, () -> "difference " + worst);
  }

  @Test
  void theBooksGreeksAreTheSumOfItsPositions() {
    Greeks whole = Greeks.of(BOOK);
    double value = 0;
    double theta = 0;
    double rho = 0;
    double[] delta = new double[3];
    double[] gamma = new double[3];
    double[] vega = new double[3];
    for (int i = 0; i < BOOK.quantity().length; i++) {
      ClosedForm one = ClosedForm.of(BOOK, i, BOOK.call()[i]);
      double held = BOOK.quantity()[i];
      int u = BOOK.underlying()[i];
      value += held * one.value();
      theta += held * one.theta();
      rho += held * one.rho();
      delta[u] += held * one.delta();
      gamma[u] += held * one.gamma();
      vega[u] += held * one.vega();
    }
    assertEquals(value, whole.value(), 1e-10 * Math.abs(value));
    assertEquals(theta, whole.theta(), 1e-9 * Math.abs(theta));
    assertEquals(rho, whole.rho(), 1e-9 * Math.abs(rho));
    assertArrayEquals(delta, whole.delta(), 1e-9);
    assertArrayEquals(vega, whole.vega(), 1e-8);
    for (int u = 0; u < 3; u++) {
      assertEquals(gamma[u], whole.gamma()[u][u], 1e-9);
    }
  }

  @Test
  void anUnderlyingDoesNotBearOnAnother() {
    Greeks greeks = Greeks.of(BOOK);
    for (int u = 0; u < 3; u++) {
      for (int v = 0; v < 3; v++) {
        if (u != v) {
          assertEquals(0, greeks.gamma()[u][v]);
          assertEquals(0, greeks.vanna()[u][v]);
          assertEquals(0, greeks.volga()[u][v]);
        }
      }
    }
  }

  @Test
  void secondDerivativesAreSlopesOfFirstOnes() {
    Book book = BOOK;
    Greeks greeks = Greeks.of(book);
    double h = 1e-5;
    for (int u = 0; u < 3; u++) {
      double[] up = book.volatility().clone();
      double[] down = book.volatility().clone();
      up[u] += h;
      down[u] -= h;
      Greeks above = Greeks.of(withVolatility(book, up));
      Greeks below = Greeks.of(withVolatility(book, down));
      double volga = (above.vega()[u] - below.vega()[u]) / (2 * h);
      double vanna = (above.delta()[u] - below.delta()[u]) / (2 * h);
      assertEquals(volga, greeks.volga()[u][u], 1e-4 * (1 + Math.abs(volga)));
      assertEquals(vanna, greeks.vanna()[u][u], 1e-4 * (1 + Math.abs(vanna)));
    }
  }

  private static Book withVolatility(Book book, double[] volatility) {
    return new Book(
        book.names(),
        book.spot(),
        volatility,
        book.dividend(),
        book.rate(),
        book.today(),
        book.underlying(),
        book.call(),
        book.strike(),
        book.expiry(),
        book.quantity());
  }

  @Test
  void anExpiredOptionIsItsIntrinsicValue() {
    double[] spot = {110};
    double[] volatility = {0.2};
    double[] none = {0};
    int[] first = {0};
    double[] strike = {100};
    double[] past = {0.5};
    double[] one = {1};
    var gradient =
        OptionBookValueDerivatives.gradient(
            spot, volatility, 0.03, 1, none, first, new boolean[] {true}, strike, past, one);
    assertArrayEquals(new double[] {1}, gradient.spot());
    assertArrayEquals(new double[] {0}, gradient.volatility());
    assertEquals(0, gradient.rate());
    assertEquals(0, gradient.today());
  }

  @Test
  void theSamplePrintsGreeksAndChecks() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OptionsSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    for (String word : new String[] {"ALPHA", "delta", "gamma", "vega", "rho", "theta", "parity"}) {
      assertTrue(text.contains(word), text);
    }
  }
}
