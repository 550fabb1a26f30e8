package io.cotangent.processor.batch;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The call of the function of one item in a kernel: its arguments, and where its results go. */
final class KernelArguments {
  private final KernelEntry kernel;
  private final DerivativeClass plan;
  private final Entry entry;
  private final Map<Integer, String> dots = new HashMap<>();
  private final Map<Integer, String> bars = new HashMap<>();
  private final Map<Integer, String> shadows = new HashMap<>();
  private final Map<Role, String> results = new HashMap<>();
  private String cotangent = "1";
  private String cotangentSize = "";
  private String out = "";
  private String outDot = "";

  KernelArguments(KernelEntry kernel, Entry entry) {
    this.kernel = kernel;
    this.entry = entry;
    plan = kernel.plan();
  }

  void write() {
    parameters();
    List<String> arguments = new ArrayList<>();
    List<Integer> addLater = new ArrayList<>();
    for (int i = 0; i < entry.paramRoles().size(); i++) {
      arguments.add(argument(entry.paramRoles().get(i), i, addLater));
    }
    call(arguments);
    if (kernel.isVjp()) {
      fits();
    } else {
      store(Kind.VALUE, out);
    }
    if (kernel.isJvp()) {
      store(Kind.VALUE_TANGENT, outDot);
    }
    if (kernel.isReverse()) {
      cotangents(addLater);
    }
  }

  /** A cotangent has as many numbers as the result. */
  private void fits() {
    String result = results.get(Role.of(Kind.VALUE));
    if (plan.resultType().isArray() && result != null) {
      kernel.body("if (" + result + ".length != " + cotangentSize + ") fail(it, RESULT_SIZE);");
    }
  }

  /** The kernel's own parameters after the method's, in the order of the batched operation's. */
  private void parameters() {
    Type result = plan.resultType();
    if (kernel.isJvp()) {
      for (int i : plan.wrt()) {
        Parameter param = plan.params().get(i);
        dots.put(i, kernel.input(param.name() + "Dot", param.type(), i, param.written()));
      }
    }
    if (kernel.isVjp()) {
      cotangent = kernel.itemInput("cotangent", result);
      cotangentSize = kernel.lastSize();
    } else {
      out = kernel.output("out", result);
    }
    if (kernel.isJvp()) {
      outDot = kernel.output("outDot", result);
    }
    if (kernel.isReverse()) {
      for (int i : plan.wrt()) {
        if (kernel.isBatched(i)) {
          Parameter param = plan.params().get(i);
          bars.put(i, kernel.output(param.name() + "Bar", param.type()));
        }
      }
      shared();
    }
  }

  /** Where each shared parameter's sums begin: numbers first, then arrays. */
  private void shared() {
    int numbers = 0;
    for (int i : plan.wrt()) {
      if (!kernel.isBatched(i) && !plan.params().get(i).type().isArray()) {
        bars.put(i, Integer.toString(numbers++));
      }
    }
    String at = Integer.toString(numbers);
    for (int i : plan.wrt()) {
      if (!kernel.isBatched(i) && plan.params().get(i).type().isArray()) {
        String place = kernel.fresh(plan.params().get(i).name() + "At");
        kernel.before("const int " + place + " = " + at + ";");
        bars.put(i, place);
        String primal = kernel.fresh(plan.params().get(i).name() + "Length");
        kernel.before("const int " + primal + " = " + kernel.size(i) + ";");
        at = place + " + " + primal;
      }
    }
  }

  private String argument(Role role, int index, List<Integer> addLater) {
    Type type = entry.function().params().get(index).type();
    return switch (role.kind()) {
      case PRIMAL -> kernel.primal(role.param());
      case TANGENT ->
          dots.containsKey(role.param()) ? dots.get(role.param()) : zero(type, role.param());
      case ADJOINT -> shadow(role.param(), type, addLater);
      case SEED -> cotangent;
      default -> throw new IllegalStateException("no argument for " + role);
    };
  }

  private String zero(Type type, int param) {
    return type.isArray()
        ? CExpressions.of(type, "new").orElse("") + "(" + kernel.primal(param) + ".length, it)"
        : "0";
  }

  /** The array in which an item's cotangent is added up. */
  private String shadow(int param, Type type, List<Integer> addLater) {
    addLater.add(param);
    String local = kernel.fresh(plan.params().get(param).name() + "Shadow");
    String primal = plan.params().get(param).name();
    kernel.body(
        CTypes.of(type).orElse("")
            + " "
            + local
            + " = "
            + CExpressions.of(type, "new").orElse("")
            + "("
            + kernel.size(param)
            + ", it); // the cotangent of "
            + primal);
    shadows.put(param, local);
    return local;
  }

  private void call(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    for (int i = 0; i < entry.resultRoles().size(); i++) {
      Role role = entry.resultRoles().get(i);
      String local = kernel.fresh("result");
      results.put(role, local);
      kernel.body(
          CTypes.of(entry.function().results().get(i).type()).orElse("int") + " " + local + ";");
      if (i > 0) {
        all.add("&" + local);
      }
    }
    all.add("it");
    String first = entry.resultRoles().isEmpty() ? "" : results.get(entry.resultRoles().get(0));
    kernel.body(first + " = " + kernel.function() + "(" + String.join(", ", all) + ");");
  }

  private void store(Kind kind, String array) {
    String result = results.get(Role.of(kind));
    Type type = plan.resultType();
    if (!type.isArray()) {
      kernel.body(array + "[item] = " + (result == null ? "0" : result) + ";");
      return;
    }
    String part =
        KernelEntry.view(type, array + " + (size_t) item * " + array + "_size", array + "_size");
    String letter = CExpressions.of(type, "").orElse("");
    kernel.body(
        result == null
            ? "zero" + letter + "(" + part + ");"
            : "store" + letter + "(" + result + ", " + part + ", it);");
  }

  private void cotangents(List<Integer> arrays) {
    for (int i : plan.wrt()) {
      Type type = plan.params().get(i).type();
      String bar = bars.get(i);
      String letter = CExpressions.of(type, "").orElse("");
      if (!type.isArray()) {
        String result = results.getOrDefault(new Role(Kind.ADJOINT, i), "0");
        kernel.body(
            kernel.isBatched(i)
                ? bar + "[item] = " + result + ";"
                : "SUM(" + bar + ") += " + result + ";");
      } else if (kernel.isBatched(i)) {
        String part =
            KernelEntry.view(type, bar + " + (size_t) item * " + bar + "_size", bar + "_size");
        kernel.body(
            arrays.contains(i)
                ? "store" + letter + "(" + shadows.get(i) + ", " + part + ", it);"
                : "zero" + letter + "(" + part + ");");
      } else if (arrays.contains(i)) {
        kernel.body(
            "for (int j = 0; j < "
                + shadows.get(i)
                + ".length; j++) SUM("
                + bar
                + " + j) += get"
                + letter
                + "("
                + shadows.get(i)
                + ", j, it);");
      }
    }
  }
}
