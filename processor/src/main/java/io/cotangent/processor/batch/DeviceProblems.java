package io.cotangent.processor.batch;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the way of kernels, each at the source line that it comes from. */
final class DeviceProblems {
  private final Map<Span, Problem> found = new LinkedHashMap<>();
  private Span first = Span.NONE;
  private Span line = Span.NONE;
  private Optional<String> marked = Optional.empty();

  /** What follows comes from here; what has no place of its own, from where the first came. */
  void at(Span span) {
    first = first.equals(Span.NONE) ? span : first;
    line = span.equals(Span.NONE) ? first : span;
  }

  /** What follows is of this function. */
  void in(FunctionId function) {
    marked = function.ofPreaccumulated();
  }

  /** Notes a test of objects, which local Jacobians by arrays are written with, too. */
  String addTest(String operator) {
    if (marked.isEmpty()) {
      return add("'" + operator + "' on objects");
    }
    String construct = "the stored Jacobian of '" + marked.get() + "' by an array";
    boolean said = found.values().stream().anyMatch(p -> p.args().contains(construct));
    return said ? "0" : add(construct);
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

  /** Notes a value of a type that devices don't have. */
  String value(Type type) {
    return add(type.leaf() instanceof Type.Struct ? "an object" : "a value of type " + type);
  }

  List<Problem> all() {
    return List.copyOf(found.values());
  }
}
