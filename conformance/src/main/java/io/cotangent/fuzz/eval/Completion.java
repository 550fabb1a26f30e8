package io.cotangent.fuzz.eval;

/** How a statement completed abruptly (JLS 14.1); normal completion is null. */
record Completion(Kind kind, String label, Object value) {
  /** The reason. */
  enum Kind {
    BREAK,
    CONTINUE,
    RETURN,
    YIELD
  }

  /** Whether this is a break that ends the statement with a label. */
  boolean breaks(String ownLabel) {
    return kind == Kind.BREAK && isOwn(ownLabel);
  }

  /** Whether this is a continue of the loop with a label. */
  boolean continues(String ownLabel) {
    return kind == Kind.CONTINUE && isOwn(ownLabel);
  }

  private boolean isOwn(String ownLabel) {
    return label.isEmpty() || label.equals(ownLabel);
  }
}
