package io.cotangent.processor.transform;

import java.util.List;
import java.util.Locale;

/**
 * What the transforms do only to be faster. The system property {@code cotangent.without} lists
 * what is left out, so that tests can compare; users have no need of it.
 */
enum Optimisation {
  /** The reverse of a loop's iteration right after the iteration, where only sums go on. */
  FUSION,
  /** One update of a shadow's element where there were several. */
  COLLECT,
  /** What goes to neighbouring elements of a shadow carried along a loop in variables. */
  CARRY,
  /** A pullback takes again from its caller what that still has. */
  HAND_BACK,
  /** Places by the loop's index for what its steps leave on the tape. */
  SEGMENTS,
  /** Jacobians of straight code by rows, without a tape. */
  ROWS,
  /** A copy of a function for each call, as long as there are not too many. */
  INSTANCES;

  private static final List<String> WITHOUT =
      List.of(System.getProperty("cotangent.without", "").split(","));

  boolean isOn() {
    return !WITHOUT.contains(name().toLowerCase(Locale.ROOT).replace("_", ""));
  }
}
