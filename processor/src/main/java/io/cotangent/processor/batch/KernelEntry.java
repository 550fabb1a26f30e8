package io.cotangent.processor.batch;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A kernel: a loop over the items of a lane that calls the function of one item. Its parameters,
 * after those that every kernel has, are in the order of the batched operation's own.
 */
final class KernelEntry {
  private final DerivativeClass plan;
  private final List<Integer> over;
  private final String name;
  private final Entry entry;
  private final String function;
  private final DeviceProblems problems;
  private final CNames names = new CNames();
  private final List<String> params = new ArrayList<>();
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder receipts = new StringBuilder();
  private final List<String> primals = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> sizes = new HashMap<>();
  private String lastSize = "";

  KernelEntry(
      DerivativeClass plan,
      List<Integer> over,
      String name,
      Entry entry,
      String function,
      DeviceProblems problems) {
    this.plan = plan;
    this.over = over;
    this.name = name;
    this.entry = entry;
    this.function = function;
    this.problems = problems;
  }

  String text() {
    for (int i = 0; i < plan.params().size(); i++) {
      primals.add(input(plan.params().get(i), i));
    }
    KernelArguments arguments = new KernelArguments(this, entry);
    arguments.write();
    return "#ifdef kernel_"
        + name
        + "\n__kernel void kernel_"
        + name
        + "(\n    PARAMETERS"
        + String.join("", params.stream().map(p -> ",\n    " + p).toList())
        + ",\n    int pass) {\n  BEGIN\n"
        + before
        + "  for (int item = lane; item < n; item += lanes) {\n    begin_item(it);\n"
        + body
        + "    end_item(it, item);\n"
        + "  }\n"
        + receipts
        + "  END\n}\n#endif\n";
  }

  DerivativeClass plan() {
    return plan;
  }

  boolean isBatched(int param) {
    return over.contains(param);
  }

  /** The expression for a parameter of one item. */
  String primal(int param) {
    return primals.get(param);
  }

  String fresh(String wanted) {
    return names.fresh(wanted);
  }

  void body(String line) {
    body.append("    ").append(line).append('\n');
  }

  /** A line after the loop over the items. */
  void after(String line) {
    receipts.append("  ").append(line).append('\n');
  }

  /** A line before the loop over the items. */
  void before(String line) {
    before.append("  ").append(line).append('\n');
  }

  /** Adds a parameter that is read; the expression for it in one item. */
  String input(Parameter param, int index) {
    return input(param.name(), param.type(), index, param.written());
  }

  String input(String wanted, Type type, int index, boolean written) {
    if (!Kernels.isPlain(type)) {
      return problems.add("parameter '" + wanted + "' of type " + type);
    }
    if (!type.isArray() && !isBatched(index)) {
      String id = fresh(wanted);
      number(CTypes.element(type), id);
      return id;
    }
    String part = part(wanted, type, isBatched(index), written);
    sizes.putIfAbsent(index, lastSize);
    return part;
  }

  /** Adds a parameter with a part for each item, which the function of one item may write to. */
  String itemInput(String wanted, Type type) {
    return part(wanted, type, true, true);
  }

  private String part(String wanted, Type type, boolean batched, boolean written) {
    String id = fresh(wanted);
    params.add("__global const " + CTypes.element(type) + "* " + id);
    lastSize = id + "_size";
    number("int", lastSize);
    if (!type.isArray()) {
      return id + "[item]";
    }
    String offset = batched ? " + (size_t) item * " + lastSize : "";
    String array = view(type, id + offset, lastSize);
    return written ? CExpressions.of(type, "clone").orElse("") + "(" + array + ", it)" : array;
  }

  /** The number of entries of the last array that was added, in one item. */
  String lastSize() {
    return lastSize;
  }

  /** Numbers come in an array for each type, in their order. */
  private void number(String type, String id) {
    int index = numbers.merge(type, 1, Integer::sum) - 1;
    String array = type.toUpperCase(Locale.ROOT);
    before("const " + type + " " + id + " = " + array + "(" + index + ");");
  }

  /** An array that lies in a buffer, its entries side by side. */
  static String view(Type type, String start, String size) {
    String make = CExpressions.of(type, "view").orElse("");
    String element = CTypes.element(type);
    return make + "((__global " + element + "*) (" + start + "), " + size + ")";
  }

  /** Adds a parameter with a part for each item, which the kernel writes whole. */
  String output(String wanted, Type type) {
    String id = fresh(wanted);
    params.add("__global " + CTypes.element(type) + "* " + id);
    number("int", id + "_size");
    // What comes back with this at its end has come back whole.
    after("if (lane == 0) " + id + "[(size_t) capacity * " + id + "_size] = nonce;");
    return id;
  }

  String function() {
    return function;
  }

  /** Whether the kernel gives cotangents. */
  boolean isReverse() {
    return name.equals("gradient") || isVjp();
  }

  boolean isVjp() {
    return name.equals("vjp");
  }

  boolean isJvp() {
    return name.equals("jvp");
  }

  /** The number of entries of a parameter that is an array, in one item. */
  String size(int param) {
    return Objects.requireNonNull(sizes.get(param), "not an array");
  }
}
