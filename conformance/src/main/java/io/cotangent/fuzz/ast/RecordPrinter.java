package io.cotangent.fuzz.ast;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes the batched method of some programs: one that takes all parameters in a record, hands the
 * record around, and calls the method. Its batch takes the same arrays as the method's own.
 */
final class RecordPrinter {
  private RecordPrinter() {}

  /** The record, the method, and what it calls to hand the record around. */
  static String print(Program p) {
    List<Method.Param> params = p.main().params();
    String components = each(params, x -> x, ", ", true);
    String over =
        p.batching().over().stream()
            .map(i -> "\"r." + params.get(i).name() + "\"")
            .collect(Collectors.joining(", ", "{", "}"));
    String kernels = p.batching().kernels() ? ", gpu = true" : "";
    String made = "new R(" + each(params, x -> "r." + x + "()", ", ", false) + ")";
    return """

          public record R(%s) {
            R again() {
              return %s;
            }
          }

          private static R same(R r, int n) {
            R last = r;
            for (int i = 0; i < n; i++) {
              if (i == 1) {
                return last;
              }
              R next = last;
              last = next.again();
            }
            return n > 1 ? r : last;
          }

          @io.cotangent.Differentiable%s
          @io.cotangent.Batched(over = %s%s, name = "%sFBatch")
          static %s ofRecord(R r) {
            R first = same(r, 2);
            return f(%s);
          }
        """
        .formatted(
            components,
            made.replace("r.", ""),
            p.order() == 2 ? "(order = 2)" : "",
            over,
            kernels,
            p.name(),
            p.main().result(),
            each(params, x -> "first." + x + "()", ", ", false));
  }

  private static String each(
      List<Method.Param> params, UnaryOperator<String> text, String between, boolean typed) {
    return params.stream()
        .map(x -> (typed ? x.ty() + " " : "") + text.apply(x.name()))
        .collect(Collectors.joining(between));
  }
}
