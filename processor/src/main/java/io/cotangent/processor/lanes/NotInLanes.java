package io.cotangent.processor.lanes;

/** Says that a function has something that has no form for a block of items. */
final class NotInLanes extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotInLanes(String what) {
    super(what, null, false, false);
  }
}
