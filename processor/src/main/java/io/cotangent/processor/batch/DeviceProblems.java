package io.cotangent.processor.batch;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the way of kernels, each at the source line that it comes from. */
final class DeviceProblems {
  private final Map<Span, Problem> found = new LinkedHashMap<>();
  private Span line = Span.NONE;

  /** What follows comes from here. */
  void at(Span span) {
    line = span;
  }

  /** Notes a construct of the line; the text that stands for it is never compiled. */
  String add(String construct) {
    return add(construct, line);
  }

  String add(String construct, Span span) {
    Span place = span.equals(Span.NONE) ? line : span;
    // The first thing said of a place is enough: more would only follow from it.
    found.putIfAbsent(place, new Problem(ProblemKind.BATCH_DEVICE, place, List.of(construct)));
    return "0";
  }

  List<Problem> all() {
    return List.copyOf(found.values());
  }
}
