package io.cotangent.linear;

/**
 * Another method on {@code A M y = b}, with {@code x = M y}: residuals are those of the system
 * itself.
 *
 * @param method the method
 * @param preconditioner {@code M}, near the inverse of {@code A}
 */
public record RightPreconditioned(LinearSolver method, LinearOperator preconditioner)
    implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] rest = new double[n];
    double[] y = new double[n];
    a.apply(x, rest);
    for (int i = 0; i < n; i++) {
      rest[i] = b[i] - rest[i];
    }
    LinearResult result =
        method.solve(new Product(a, preconditioner), rest, y, target, maxIterations);
    preconditioner.apply(y, rest);
    Vectors.add(x, 1, rest);
    return LinearResult.of(a, b, x, rest, target, result);
  }

  /** The product of two operators. */
  private record Product(LinearOperator first, LinearOperator second, double[] work)
      implements LinearOperator {
    Product(LinearOperator first, LinearOperator second) {
      this(first, second, new double[first.size()]);
    }

    @Override
    public int size() {
      return first.size();
    }

    @Override
    public void apply(double[] x, double[] out) {
      second.apply(x, work);
      first.apply(work, out);
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      first.applyTransposed(x, work);
      second.applyTransposed(work, out);
    }
  }
}
