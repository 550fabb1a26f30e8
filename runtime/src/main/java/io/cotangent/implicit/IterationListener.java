package io.cotangent.implicit;

/** Is told of every iteration of a solver. */
@FunctionalInterface
public interface IterationListener {
  /** Listens to nothing. */
  IterationListener NONE = (iteration, residual, step) -> {};

  /**
   * An iteration has ended.
   *
   * @param iteration its number, from 1
   * @param residual the Euclidean norm of the residual
   * @param step the Euclidean norm of the change of the iterate
   */
  void iteration(int iteration, double residual, double step);

  /**
   * A listener that prints a line for every so many iterations.
   *
   * @param out where to print
   * @param every how many iterations share a line
   * @return the listener
   */
  static IterationListener printing(Appendable out, int every) {
    return (iteration, residual, step) -> {
      if (iteration % every == 0) {
        try {
          out.append(
              String.format(
                  java.util.Locale.ROOT,
                  "iteration %d: residual %.3e, step %.3e%n",
                  iteration,
                  residual,
                  step));
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }
}
