package io.cotangent.fuzz.run;

import io.cotangent.batch.Device;
import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import io.cotangent.fuzz.gen.ArgumentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the operations of a batch, and compares them with those of its items. */
final class BatchTrial {
  /** Where the results of all items come to be. */
  private record Place(Object array, int size) {}

  private final Subject subject;
  private final ManyItems many;
  private final Device device;
  private final Agreement agreement;
  private final ArgumentWriter writer;
  private final List<Finding> findings;
  private final Class<?> batch;
  private String where = "";
  long comparisons;

  BatchTrial(
      Subject subject,
      ManyItems many,
      Device device,
      Agreement agreement,
      ArgumentWriter writer,
      List<Finding> findings)
      throws ClassNotFoundException {
    this.subject = subject;
    this.many = many;
    this.device = device;
    this.agreement = agreement;
    this.writer = writer;
    this.findings = findings;
    this.batch = subject.sibling("FBatch");
  }

  /** What has a kernel. */
  void kernels() {
    Program p = many.program;
    int size = resultSize();
    results("value", List.of(), List.of(), List.of(new Place(out(size), size)));
    if (!p.main().result().isArray()) {
      cotangents("gradient", "valueAndGradient", List.of(), List.of(), 1);
    }
    List<List<Object>> dots = tangents();
    results(
        "jvp", dots, joined(dots), List.of(new Place(out(size), size), new Place(out(size), size)));
    vjp();
  }

  private void vjp() {
    Ty result = many.program.main().result();
    List<List<Object>> seeds = new ArrayList<>();
    for (Object[] item : many.items) {
      Subject.Answer answer = subject.value(Data.copyAll(item));
      Object like = answer.thrown() == null ? answer.value() : null;
      seeds.add(
          List.of(
              writer.direction(
                  like == null ? ManyItems.empty(subject.resultType(), resultSize()) : like)));
    }
    List<Object> all =
        List.of(ManyItems.joined(result, seeds.stream().map(s -> s.get(0)).toList()));
    cotangents("vjp", "vjp", seeds, all, 0);
  }

  /** Everything. */
  void all() {
    kernels();
    matrix("jacobian");
    if (many.program.order() == 2) {
      List<List<Object>> dots = tangents();
      cotangents("hvp", "hvp", dots, joined(dots), 0);
      matrix("hessian");
    }
  }

  private Object out(int size) {
    return many.out(many.program.main().result(), size);
  }

  private int resultSize() {
    for (Object[] item : many.items) {
      Subject.Answer answer = subject.value(Data.copyAll(item));
      if (answer.thrown() == null) {
        return ManyItems.size(answer.value());
      }
    }
    return 1;
  }

  /** A tangent of each item; those of what is shared are one. */
  private List<List<Object>> tangents() {
    List<List<Object>> all = new ArrayList<>();
    for (Object[] item : many.items) {
      List<Object> dots = new ArrayList<>();
      for (int k = 0; k < many.program.wrt().size(); k++) {
        int i = many.program.wrt().get(k);
        boolean same = !all.isEmpty() && !many.isBatched(i);
        dots.add(same ? all.get(0).get(k) : writer.direction(item[i]));
      }
      all.add(dots);
    }
    return all;
  }

  private List<Object> joined(List<List<Object>> dots) {
    List<Object> all = new ArrayList<>();
    for (int k = 0; k < many.program.wrt().size(); k++) {
      int at = k;
      int i = many.program.wrt().get(k);
      Ty ty = many.type(i);
      if (many.isBatched(i)) {
        all.add(ManyItems.joined(ty, dots.stream().map(d -> d.get(at)).toList()));
      } else {
        all.add(dots.isEmpty() ? writer.direction(many.arguments().get(i)) : dots.get(0).get(k));
      }
    }
    return all;
  }

  /** An operation that fills arrays with what each item gives. */
  private void results(
      String name, List<List<Object>> each, List<Object> more, List<Place> places) {
    String one = name.equals("value") ? name : name.equals("jvp") ? "valueAndJvp" : name;
    List<Object> outs = new ArrayList<>();
    places.forEach(place -> outs.add(place.array()));
    List<Subject.Answer> answers = answers(one, each);
    call(name, more, outs, Answers.thrown(answers));
    if (!where.isEmpty()) {
      List<List<Object>> wanted = Answers.wanted(one, answers);
      for (int k = 0; k < places.size(); k++) {
        items(wanted, k, places.get(k), one, each);
      }
    }
  }

  private void matrix(String name) {
    Subject.Answer first = many.count() == 0 ? null : subject.any(name, many.one(0, List.of()));
    int size = first == null || first.thrown() != null ? 0 : Data.flat(first.value()).length;
    results(name, List.of(), List.of(), List.of(new Place(many.out(Ty.DOUBLE, size), size)));
  }

  /** An operation that gives cotangents, after {@code values} results. */
  private void cotangents(
      String name, String one, List<List<Object>> each, List<Object> more, int values) {
    List<Object> outs = new ArrayList<>();
    if (values == 1) {
      outs.add(out(1));
    }
    List<Integer> wrt = many.program.wrt();
    List<Integer> inArrays =
        wrt.stream().filter(i -> many.isBatched(i) || many.type(i).isArray()).toList();
    inArrays.forEach(i -> outs.add(many.bar(i)));
    List<Subject.Answer> answers = answers(one, each);
    Object returned = call(name, more, outs, Answers.thrown(answers));
    if (where.isEmpty()) {
      return;
    }
    List<List<Object>> wanted = Answers.wanted(one, answers);
    if (values == 1) {
      items(wanted, 0, new Place(outs.get(0), 1), one, each);
    }
    List<Object> sums = new ArrayList<>(Answers.parts(returned));
    for (int k = 0; k < wrt.size(); k++) {
      int i = wrt.get(k);
      int at = inArrays.indexOf(i);
      Object got = at < 0 ? sums.remove(0) : outs.get(values + at);
      if (many.isBatched(i)) {
        int size = many.count() == 0 ? 0 : ManyItems.size(many.items.get(0)[i]);
        items(wanted, values + k, new Place(got, size), one, each);
      } else {
        sum(
            wanted,
            values + k,
            got,
            i,
            (item, r) -> nearby(one, item, each, r),
            () -> new Terms(many, i).of(one, each));
      }
    }
  }

  private List<Subject.Answer> answers(String one, List<List<Object>> each) {
    List<Subject.Answer> answers = new ArrayList<>();
    for (int item = 0; item < many.count(); item++) {
      answers.add(subject.any(one, many.one(item, each)));
    }
    return answers;
  }

  /** Calls the batch; {@link #where} is empty where there is nothing to compare after it. */
  private Object call(String name, List<Object> more, List<Object> outs, Throwable wanted) {
    where = "batch " + name + " on " + agreement.name();
    List<Object> args = many.arguments();
    args.addAll(more);
    Object[] before = Data.copyAll(args.toArray());
    Object[] now = args.toArray();
    List<Object> all = new ArrayList<>(List.of(device, many.count()));
    all.addAll(args);
    all.addAll(outs);
    Subject.Answer answer = Subject.named(batch, name, all.toArray());
    for (int i = 0; i < now.length; i++) {
      if (!Data.same(before[i], now[i])) {
        fail(Finding.Kind.ARGUMENTS, "argument " + i + " is changed");
      }
    }
    Throwable thrown = answer.thrown();
    if (wanted != null || thrown != null) {
      if (!Answers.sameException(wanted, thrown)) {
        fail(Finding.Kind.EXCEPTION, "want " + wanted + "\n got " + thrown);
      }
      where = "";
    }
    return answer.value();
  }

  private void fail(Finding.Kind kind, String detail) {
    fail(kind, detail, null);
  }

  private void fail(Finding.Kind kind, String detail, Object[] item) {
    findings.add(new Finding(kind, where, many.count() + " items: " + detail, item));
  }

  private void items(
      List<List<Object>> wanted, int k, Place place, String one, List<List<Object>> each) {
    for (int item = 0; item < wanted.size(); item++) {
      double[] want = Data.flat(wanted.get(item).get(k));
      double[] got = ManyItems.part(place.array(), item, place.size());
      comparisons += want.length;
      int index = item;
      String wrong = agreement.mismatch(want, got, () -> nearby(one, index, each, k));
      if (wrong != null) {
        Finding.Kind kind =
            k == 0 && !one.equals("vjp") ? Finding.Kind.VALUE : Finding.Kind.DERIVATIVE;
        fail(kind, "item " + item + ", result " + k + ": " + wrong, many.items.get(item));
        return;
      }
    }
  }

  private void sum(
      List<List<Object>> wanted,
      int k,
      Object got,
      int param,
      Agreement.Nearby nearby,
      Supplier<double[]> terms) {
    double[] sum = Data.flat(got);
    double[] want = new double[sum.length];
    double[] size = new double[sum.length];
    for (List<Object> item : wanted) {
      double[] share = Data.flat(item.get(k));
      for (int i = 0; i < share.length; i++) {
        want[i] += share[i];
        size[i] += Math.abs(share[i]);
      }
    }
    comparisons += sum.length;
    boolean single = many.type(param).base() == Base.FLOAT;
    Supplier<double[]> slack = () -> Agreement.slack(wanted, k, nearby);
    String wrong = agreement.sums(want, size, sum, single, slack);
    if (wrong != null && !single) {
      wrong = agreement.sums(want, terms.get(), sum, false, slack);
    }
    if (wrong != null) {
      fail(Finding.Kind.DERIVATIVE, "sum by parameter " + param + ": " + wrong);
    }
  }

  private List<double[]> nearby(String one, int item, List<List<Object>> each, int k) {
    List<double[]> results = new ArrayList<>();
    Object[] args = many.items.get(item);
    for (double by : new double[] {Agreement.NUDGE, -Agreement.NUDGE}) {
      for (int phase = 0; phase < 3; phase++) {
        Object[] moved = many.one(item, each);
        for (int i = 0; i < args.length; i++) {
          moved[i] = Data.moved(moved[i], (i + phase) % 3 == 0 ? -by : by);
        }
        Subject.Answer answer = subject.any(one, moved);
        boolean none = answer.thrown() != null;
        results.add(none ? new double[0] : Data.flat(Answers.flat(one, answer.value()).get(k)));
      }
    }
    return results;
  }
}
