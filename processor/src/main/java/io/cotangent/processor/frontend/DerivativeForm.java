package io.cotangent.processor.frontend;

import java.util.Optional;

/**
 * One of a method's derivatives as a function of the method's parameters and of directions.
 *
 * @param directions how many directions the method is differentiated along
 * @param entry the parameter by which the result is differentiated once more, whose gradient's
 *     entry is meant; none if the derivative along the directions itself is
 * @param own whether it is what a method of the generated class itself gives: its directions are of
 *     the class's wrt parameters alone
 */
record DerivativeForm(int directions, Optional<Integer> entry, boolean own) {
  static DerivativeForm entry(int directions, int of) {
    return new DerivativeForm(directions, Optional.of(of), false);
  }

  static DerivativeForm along(int directions) {
    return new DerivativeForm(directions, Optional.empty(), false);
  }

  /** The same of one direction more, by all parameters. */
  DerivativeForm further() {
    return new DerivativeForm(directions + 1, entry, false);
  }

  @Override
  public String toString() {
    return (own ? "own" : "all") + directions + entry.map(i -> "@" + i).orElse("");
  }
}
