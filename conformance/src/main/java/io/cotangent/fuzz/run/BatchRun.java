package io.cotangent.fuzz.run;

import io.cotangent.batch.Device;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.gen.ArgumentWriter;
import io.cotangent.fuzz.gen.Dice;
import io.cotangent.fuzz.gen.ItemWriter;
import io.cotangent.fuzz.gen.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Batches of one program: on Java's devices with and without vectors, or on an OpenCL device. */
final class BatchRun {
  /** Around the sizes of vectors and blocks. */
  private static final Integer[] SIZES = {0, 1, 2, 7, 8, 9, 16, 24, 63, 64, 65, 72, 130};

  /** More than one block of a device's. */
  private static final int LARGE = 1100;

  private static final Pattern ELEMENTARY =
      Pattern.compile(
          "VectorOperators\\.(SIN|COS|TAN|EXP|LOG|POW|CBRT|HYPOT|A(SIN|COS|TAN))|normal[CP]df");

  private final Programs.Case test;
  private final Counts counts;
  private final List<Finding> findings;

  BatchRun(Programs.Case test, Counts counts, List<Finding> findings) {
    this.test = test;
    this.counts = counts;
    this.findings = findings;
  }

  /** Runs on Java's devices; {@code generated} tells whether vectors compute functions. */
  void onJava(Loader plain, Loader vectors, Map<String, String> generated)
      throws ReflectiveOperationException {
    Subject subject = new Subject(test.specimen(), plain, true);
    run(subject, Device.sequential(), new Agreement("plain Java", true), false);
    if (test.program().seed() % 5 == 0) {
      run(subject, Device.parallel(), new Agreement("parallel Java", true), true);
    }
    String name = Program.PACKAGE + "." + test.program().name() + "FBatch";
    counts.blocks(generated.containsKey(name + "Lanes"));
    if (vectors != null && generated.containsKey(name + "Vectors")) {
      boolean exact = !ELEMENTARY.matcher(generated.get(name + "Vectors")).find();
      Agreement agreement = new Agreement("vectors", exact);
      Subject other = new Subject(test.specimen(), vectors, true);
      run(other, Device.sequential(), agreement, false);
    }
  }

  /** Runs the kernels. */
  void onDevice(Loader loader, Device device) throws ReflectiveOperationException {
    Subject subject = new Subject(test.specimen(), loader, true);
    run(subject, device, new Agreement(device.name(), false), false);
  }

  private void run(Subject subject, Device device, Agreement agreement, boolean large)
      throws ReflectiveOperationException {
    Dice dice = new Dice(test.program().seed());
    ItemWriter items = new ItemWriter(dice);
    boolean kernels = test.program().batching().kernels();
    for (Object[] point : test.points()) {
      int n = large ? LARGE : dice.of(SIZES);
      List<Object[]> drawn = large ? repeated(items, point) : items.write(test.program(), point, n);
      List<Object[]> quiet = quiet(subject, drawn);
      List<List<Object[]>> groups = new ArrayList<>(List.of(quiet));
      if (quiet.size() < drawn.size()) {
        groups.add(fitting(subject, drawn));
      }
      for (List<Object[]> group : groups) {
        ManyItems many = new ManyItems(test.program(), group, point);
        ArgumentWriter writer = new ArgumentWriter(dice);
        BatchTrial trial = new BatchTrial(subject, many, device, agreement, writer, findings);
        if (kernels || large) {
          trial.kernels();
        } else {
          trial.all();
        }
        counts.batch(group.size(), trial.comparisons);
      }
      if (large || !findings.isEmpty()) {
        return;
      }
    }
  }

  /** A few items over and over. */
  private List<Object[]> repeated(ItemWriter items, Object[] point) {
    List<Object[]> few = items.write(test.program(), point, 9);
    List<Object[]> many = new ArrayList<>();
    for (int i = 0; i < LARGE; i++) {
      many.add(few.get(i * i % 9));
    }
    return many;
  }

  /** The items that give results, of one length. */
  private static List<Object[]> quiet(Subject subject, List<Object[]> items) {
    List<Object[]> quiet = new ArrayList<>();
    int size = -1;
    for (Object[] item : items) {
      Subject.Answer answer = subject.value(Data.copyAll(item));
      if (answer.thrown() == null) {
        int length = ManyItems.size(answer.value());
        size = size < 0 ? length : size;
        if (length == size) {
          quiet.add(item);
        }
      }
    }
    return quiet;
  }

  /** The items that give results of one length, and those that throw. */
  private static List<Object[]> fitting(Subject subject, List<Object[]> items) {
    List<Object[]> quiet = quiet(subject, items);
    return items.stream()
        .filter(item -> quiet.contains(item) || subject.value(Data.copyAll(item)).thrown() != null)
        .toList();
  }
}
