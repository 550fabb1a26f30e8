package io.cotangent.processor.transform;

/** A program is not one of steps and small blocks: its Jacobian has to be taken as a whole. */
final class NotStepwise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStepwise() {
    super("not stepwise", null, false, false);
  }
}
