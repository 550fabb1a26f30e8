package io.cotangent.samples.options;

/**
 * A book's value and sensitivities; per underlying where they belong to one.
 *
 * @param value what the book is worth
 * @param delta first derivatives by the spot prices
 * @param gamma second derivatives by the spot prices, mixed ones included
 * @param vega first derivatives by the volatilities
 * @param vanna mixed derivatives by spot price (row) and volatility (column)
 * @param volga second derivatives by the volatilities
 * @param rho the derivative by the interest rate
 * @param theta the derivative by the date, per year
 */
record Greeks(
    double value,
    double[] delta,
    double[][] gamma,
    double[] vega,
    double[][] vanna,
    double[][] volga,
    double rho,
    double theta) {

  /** All of them from one generated gradient and one generated Hessian. */
  static Greeks of(Book book) {
    var first =
        OptionBookValueDerivatives.valueAndGradient(
            book.spot(),
            book.volatility(),
            book.rate(),
            book.today(),
            book.dividend(),
            book.underlying(),
            book.call(),
            book.strike(),
            book.expiry(),
            book.quantity());
    double[][] second =
        OptionBookValueDerivatives.hessian(
            book.spot(),
            book.volatility(),
            book.rate(),
            book.today(),
            book.dividend(),
            book.underlying(),
            book.call(),
            book.strike(),
            book.expiry(),
            book.quantity());
    int n = book.spot().length;
    return new Greeks(
        first.value(),
        first.gradient().spot(),
        block(second, 0, 0, n),
        first.gradient().volatility(),
        block(second, 0, n, n),
        block(second, n, n, n),
        first.gradient().rate(),
        first.gradient().today());
  }

  /** A square of {@code size} rows and columns out of the Hessian over all that was varied. */
  private static double[][] block(double[][] hessian, int row, int column, int size) {
    double[][] block = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(hessian[row + i], column, block[i], 0, size);
    }
    return block;
  }
}
