package io.cotangent.samples.options;

/**
 * A market of three made-up shares and the positions held in them.
 *
 * @param names the names of the underlyings
 * @param spot their prices
 * @param volatility their volatilities
 * @param dividend their dividend yields
 * @param rate the interest rate
 * @param today the date of valuation in years
 * @param underlying the positions' underlyings
 * @param call whether the positions are calls
 * @param strike their strikes
 * @param expiry their dates of expiry in years
 * @param quantity how many are held
 */
record Book(
    String[] names,
    double[] spot,
    double[] volatility,
    double[] dividend,
    double rate,
    double today,
    int[] underlying,
    boolean[] call,
    double[] strike,
    double[] expiry,
    double[] quantity) {

  /** Eight positions: a straddle, a covered spread, a collar and two lone options. */
  static Book sample() {
    return new Book(
        new String[] {"ALPHA", "BETA", "GAMMA"},
        new double[] {100, 42, 310},
        new double[] {0.22, 0.35, 0.18},
        new double[] {0.015, 0, 0.03},
        0.025,
        0.25,
        new int[] {0, 0, 0, 1, 1, 2, 2, 2},
        new boolean[] {true, false, true, true, true, false, true, false},
        new double[] {100, 100, 120, 40, 50, 290, 330, 310},
        new double[] {0.75, 0.75, 1.25, 0.5, 0.5, 1.25, 1.25, 2.25},
        new double[] {100, 100, -150, 300, -300, 40, -40, 25});
  }

  /** The same market with one option of one kind held. */
  Book single(int position, boolean asCall) {
    return new Book(
        names,
        spot,
        volatility,
        dividend,
        rate,
        today,
        new int[] {underlying[position]},
        new boolean[] {asCall},
        new double[] {strike[position]},
        new double[] {expiry[position]},
        new double[] {1});
  }
}
