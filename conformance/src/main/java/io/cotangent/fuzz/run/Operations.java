package io.cotangent.fuzz.run;

import io.cotangent.fuzz.gen.ArgumentWriter;
import io.cotangent.fuzz.gen.Dice;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls everything that is generated for one program, at its points one after the other. */
final class Operations {
  private final Subject subject;
  private final ArgumentWriter writer;
  private Object workspace;
  private Trial trial;

  Operations(Subject subject, long seed) {
    this.subject = subject;
    this.writer = new ArgumentWriter(new Dice(seed));
  }

  /** Runs the method itself, whose value the interpreter must know to the last bit. */
  void runPrimal(Trial at) {
    trial = at;
    trial.primal("primal", trial.value("primal", subject.value(Data.copyAll(trial.args))));
    if (!trial.findings.isEmpty()) {
      Finding first = trial.findings.get(0);
      trial.findings.clear();
      trial.fail(Finding.Kind.TESTER, "interpreter and JVM differ", first.detail());
    }
  }

  /** Runs every operation at a trial's point. */
  void run(Trial at) throws ReflectiveOperationException {
    runPrimal(at);
    if (!trial.findings.isEmpty()) {
      return;
    }
    boolean scalar = subject.resultType().isPrimitive();
    if (scalar) {
      gradients();
    }
    Object result = trial.throwsAtPrimal() ? empty(subject.resultType()) : trial.outcome.value();
    jvps(result);
    vjps(result);
    jacobians();
    if (subject.program.order() == 2) {
      secondOrder();
    }
  }

  /** Stands for a result's cotangent where there is no result. */
  private static Object empty(Class<?> type) {
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isRecord()) {
      return Records.of(
          type, Arrays.stream(type.getRecordComponents()).map(c -> empty(c.getType())).toArray());
    }
    return type == float.class ? (Object) 1f : (Object) 1.0;
  }

  private Object[] wrtArgs() {
    return subject.program.wrt().stream().map(i -> trial.args[i]).toArray();
  }

  private static Object[] join(Object[] first, Object... second) {
    Object[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static List<Class<?>> join(List<Class<?>> first, List<Class<?>> second) {
    List<Class<?>> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private Object call(String name, List<Class<?>> more, Object... args) {
    return trial.value(
        name,
        subject.derivative(name, join(subject.parameterTypes(), more), join(trial.args, args)));
  }

  /** The components of a gradient: those of a record, or the value itself. */
  private Object[] components(Object gradient) {
    if (subject.program.wrt().size() == 1) {
      return new Object[] {gradient};
    }
    return subject.program.wrt().stream()
        .map(i -> component(gradient, subject.program.parameters().get(i)))
        .toArray();
  }

  private static Object component(Object record, String name) {
    return Subject.on(record, name, List.of()).value();
  }

  private void checkGradient(String where, Object gradient, Expected.Numbers want) {
    trial.numbers(where, wrtArgs(), components(gradient), want);
  }

  private void gradients() throws ReflectiveOperationException {
    Object gradient = call("gradient", List.of());
    if (gradient != null) {
      checkGradient("gradient", gradient, trial.expected.row(0));
    }
    Object both = call("valueAndGradient", List.of());
    if (both != null) {
      trial.primal("valueAndGradient", component(both, "value"));
      checkGradient("valueAndGradient", component(both, "gradient"), trial.expected.row(0));
    }
    Class<?> type = subject.nested("Workspace");
    if (workspace == null) {
      workspace = type.getDeclaredConstructor().newInstance();
    }
    for (int i = 0; i < 2; i++) {
      Object value = call("valueAndGradient", List.of(type), workspace);
      if (value != null) {
        trial.primal("valueAndGradient(Workspace)", value);
        Object[] parts =
            subject.program.wrt().stream()
                .map(k -> component(workspace, subject.program.parameters().get(k)))
                .toArray();
        trial.numbers("valueAndGradient(Workspace)", wrtArgs(), parts, trial.expected.row(0));
      }
    }
  }

  private Object[] tangents() {
    return Arrays.stream(wrtArgs()).map(writer::direction).toArray();
  }

  private void jvps(Object result) {
    Object[] dots = tangents();
    Object[] kept = Data.copyAll(dots);
    Object tangent = call("jvp", subject.wrtTypes(), dots);
    if (tangent != null) {
      trial.numbers("jvp", result, tangent, trial.expected.jvp(Data.flat(dots)));
    }
    Object both = call("valueAndJvp", subject.wrtTypes(), dots);
    if (both != null) {
      trial.primal("valueAndJvp", component(both, "value"));
      trial.numbers(
          "valueAndJvp", result, component(both, "tangent"), trial.expected.jvp(Data.flat(dots)));
    }
    Object push = call("pushforward", List.of());
    if (push != null) {
      trial.primal("pushforward", component(push, "value"));
      for (Object[] each : List.of(dots, tangents(), dots)) {
        Subject.Answer answer = Subject.on(push, "apply", subject.wrtTypes(), each);
        Object got = trial.value("pushforward.apply", answer);
        if (got != null) {
          trial.numbers("pushforward.apply", result, got, trial.expected.jvp(Data.flat(each)));
        }
      }
      trial.primal("pushforward after apply", component(push, "value"));
    }
    unchanged("jvp", kept, dots);
  }

  private void unchanged(String where, Object[] kept, Object[] now) {
    for (int i = 0; i < now.length; i++) {
      if (!Data.same(kept[i], now[i])) {
        trial.fail(Finding.Kind.ARGUMENTS, where, "a tangent or cotangent was changed");
      }
    }
  }

  private void vjps(Object result) {
    Object bar = writer.direction(result);
    Object[] kept = {Data.copy(bar)};
    List<Class<?>> type = List.of(subject.resultType());
    Object gradient = call("vjp", type, bar);
    if (gradient != null) {
      checkGradient("vjp", gradient, trial.expected.vjp(Data.flat(bar)));
    }
    Object pull = call("pullback", List.of());
    if (pull != null) {
      trial.primal("pullback", component(pull, "value"));
      for (Object each : List.of(bar, writer.direction(result), bar)) {
        Object got = trial.value("pullback.apply", Subject.on(pull, "apply", type, each));
        if (got != null) {
          checkGradient("pullback.apply", got, trial.expected.vjp(Data.flat(each)));
        }
      }
      trial.primal("pullback after apply", component(pull, "value"));
    }
    unchanged("vjp", kept, new Object[] {bar});
  }

  private void jacobians() {
    for (String name : List.of("jacobian", "jacobianForward", "jacobianReverse")) {
      double[][] got = (double[][]) call(name, List.of());
      if (got != null) {
        rows(name, got, trial.expected.entries.size());
      }
    }
  }

  private void rows(String name, double[][] got, int count) {
    double[][] shape = new double[count][trial.expected.directions];
    if (!Data.sameShape(shape, got)) {
      trial.fail(
          Finding.Kind.SHAPE,
          name,
          "want " + count + "x" + trial.expected.directions + "\n got " + Data.text(got));
      return;
    }
    for (int i = 0; i < count; i++) {
      trial.numbers(
          name,
          got[i],
          got[i],
          name.equals("hessian") ? trial.expected.hessianRow(i) : trial.expected.row(i));
    }
  }

  private void secondOrder() {
    Object[] dots = tangents();
    Object[] kept = Data.copyAll(dots);
    Object hvp = call("hvp", subject.wrtTypes(), dots);
    if (hvp != null) {
      checkGradient("hvp", hvp, trial.expected.hvp(Data.flat(dots)));
    }
    unchanged("hvp", kept, dots);
    double[][] hessian = (double[][]) call("hessian", List.of());
    if (hessian != null) {
      rows("hessian", hessian, trial.expected.directions);
    }
  }
}
