package io.cotangent.processor.transform;

import io.cotangent.processor.diagnostics.Span;
import java.util.List;

/** Values die without a successor, so that the Jacobian is singular wherever this is reached. */
public final class LostValues extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final transient List<String> names;

  LostValues(Span span, List<String> names) {
    super(String.join(", ", names), null, false, false);
    this.span = span;
    this.names = List.copyOf(names);
  }

  /** Where the last copies die. */
  public Span span() {
    return span;
  }

  /** What the source calls them. */
  public List<String> names() {
    return names;
  }
}
