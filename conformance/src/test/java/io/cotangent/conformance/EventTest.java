package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.ConvergenceException;
import org.junit.jupiter.api.Test;

/** Events without a derivative. */
class EventTest {
  /** At its top the oscillation meets the level, but does not cross it. */
  @Test
  void whatOnlyTouchesHasNoDerivative() {
    assertEquals(0, EventProgramsLevelRoot.at(0, 1.5, 2, 1.5));
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class,
            () -> EventProgramsLevelRoot.vjpAtSolution(0, 1.5, 2, 1.5, 1));
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
    assertThrows(
        ConvergenceException.class,
        () -> EventProgramsLevelRoot.jvpAtSolution(0, 1.5, 2, 1.5, 1, 0, 0));
  }

  /** A level above it is never met. */
  @Test
  void whatIsNeverMetThrows() {
    assertThrows(
        ConvergenceException.class, () -> EventProgramsCrossingDerivatives.gradient(1.5, 2, 1.6));
  }
}
