package io.cotangent.fuzz.run;

import io.cotangent.batch.Device;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.eval.Abandoned;
import io.cotangent.fuzz.eval.Dual;
import io.cotangent.fuzz.gen.Programs;
import io.cotangent.runtime.Lanes;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Tests cases: compiles them together, then runs everything at every point of each. */
public final class Tester {
  private static final int SECONDS_PER_CASE = 20;
  private static final int SECONDS_PER_BATCH = 90;
  private static final String NOT_AGAIN = "the loop can't be run again from copies";
  private static final String NOT_ON_DEVICES = "can't run on an OpenCL device";
  private static final List<String> SCALAR_CLASSES = List.of("FDerivatives");
  private static final List<String> BATCH_CLASSES =
      List.of("FDerivatives", "FBatch", "FBatchLanes", "FBatchVectors");
  private final BatchCompiler compiler;
  private final boolean differentiated;
  private final Counts counts = new Counts();

  /**
   * A tester.
   *
   * @param processor makes a processor for each compilation; null tests the tester itself, its
   *     interpreter against the JVM and its derivatives against difference quotients
   */
  public Tester(Supplier<Processor> processor, List<Path> classPath) {
    this.compiler =
        new BatchCompiler(
            new Compiler(processor, classPath), new Compiler(null, withDuals(classPath)));
    this.differentiated = processor != null;
  }

  private static List<Path> withDuals(List<Path> classPath) {
    List<Path> all = new ArrayList<>(classPath);
    try {
      all.add(Path.of(Dual.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  /** What has been done so far. */
  public Counts counts() {
    return counts;
  }

  /**
   * The verdict on a case.
   *
   * @param findings empty where nothing is wrong
   * @param opinion what finite differences say where a derivative is wrong, else empty
   * @param generated the generated source, or empty
   */
  public record Verdict(Case test, List<Finding> findings, String opinion, String generated) {
    /** The signature of the first finding, or empty. */
    public String signature() {
      return findings.isEmpty() ? "" : findings.get(0).signature();
    }
  }

  /** Tests cases whose programs have different names. */
  public List<Verdict> test(List<? extends Case> cases) {
    BatchCompiler.Batch batch =
        compiler.compile(cases.stream().<Specimen>map(Case::specimen).toList());
    Loaders loaders = Loaders.of(batch.classes(), cases);
    List<Verdict> verdicts = new ArrayList<>();
    for (Case test : cases) {
      Specimen p = test.specimen();
      Finding failure = batch.failures().get(p);
      verdicts.add(
          failure == null
              ? run(test, loaders, batch.generated())
              : new Verdict(test, counted(failure), "", source(test, batch.generated())));
    }
    return verdicts;
  }

  /** The loaders of a compilation: for plain Java, and for vectors where there are some. */
  private record Loaders(Loader plain, Loader vectors) {
    static Loaders of(Map<String, byte[]> classes, List<? extends Case> cases) {
      boolean many = cases.stream().anyMatch(Tester::batched);
      Loader plain = many ? Loader.withoutVectors(classes) : new Loader(classes);
      return new Loaders(plain, many && Lanes.VECTORS ? new Loader(classes) : null);
    }
  }

  private static boolean batched(Case test) {
    return test instanceof Programs.Case own && own.program().batching() != null;
  }

  private static String source(Case test, Map<String, String> generated) {
    StringBuilder text = new StringBuilder();
    String name = Program.PACKAGE + "." + test.specimen().name();
    for (String suffix : batched(test) ? BATCH_CLASSES : SCALAR_CLASSES) {
      text.append(generated.getOrDefault(name + suffix, ""));
    }
    return text.toString();
  }

  /** What a device can't run, or a loop can't run again, is refused, as it should be. */
  private List<Finding> counted(Finding failure) {
    boolean rightly =
        failure.detail().contains(NOT_ON_DEVICES) || failure.detail().contains(NOT_AGAIN);
    if (failure.kind() == Finding.Kind.REFUSED && rightly) {
      counts.refused();
      return List.of();
    }
    return List.of(failure);
  }

  private Verdict run(Case test, Loaders loaders, Map<String, String> generated) {
    List<Finding> findings = new ArrayList<>();
    StringBuilder opinion = new StringBuilder();
    boolean batched = batched(test);
    try {
      Watchdog.within(
          batched ? SECONDS_PER_BATCH : SECONDS_PER_CASE,
          () ->
              batched
                  ? batches((Programs.Case) test, loaders, generated, findings)
                  : points(test, loaders.plain(), findings, opinion));
    } catch (Watchdog.Late e) {
      findings.add(Finding.of(Finding.Kind.HANG, "run", e.getMessage()));
    } catch (Subject.Broken e) {
      findings.add(Finding.of(Finding.Kind.MISSING, e.getMessage(), e.getMessage()));
    } catch (LinkageError | IllegalStateException e) {
      findings.add(Finding.of(Finding.Kind.BAD_CODE, e.getClass().getName(), e.toString()));
    }
    String source = source(test, generated);
    return new Verdict(test, List.copyOf(findings), opinion.toString(), source);
  }

  private boolean batches(
      Programs.Case test, Loaders loaders, Map<String, String> generated, List<Finding> findings)
      throws ReflectiveOperationException {
    BatchRun run = new BatchRun(test, counts, findings);
    if (test.program().batching().kernels()) {
      try (Device device = Device.openCl()) {
        run.onDevice(loaders.plain(), device);
      }
    } else {
      run.onJava(loaders.plain(), loaders.vectors(), generated);
    }
    return true;
  }

  private boolean points(Case test, Loader loader, List<Finding> findings, StringBuilder opinion)
      throws ReflectiveOperationException {
    Specimen p = test.specimen();
    boolean assertions = p.seed() % 4 != 0;
    if (!assertions) {
      loader.withoutAssertions(Program.PACKAGE + "." + p.name());
    }
    Subject subject = new Subject(p, loader, differentiated);
    Operations operations = new Operations(subject, p.seed());
    for (Object[] args : test.points()) {
      Trial trial;
      try {
        trial = new Trial(subject, args, assertions, 2 * Programs.FUEL);
      } catch (Abandoned e) {
        continue;
      }
      if (differentiated) {
        operations.run(trial);
      } else {
        operations.runPrimal(trial);
        counts.difference(trial);
      }
      counts.add(trial);
      findings.addAll(trial.findings);
      if (opinion.length() == 0
          && trial.findings.stream().anyMatch(f -> f.kind() == Finding.Kind.DERIVATIVE)) {
        opinion.append(FiniteDifferences.opinion(trial));
      }
    }
    return true;
  }

  /** The failures among verdicts, by signature, in order. */
  public static Map<String, List<Verdict>> bySignature(List<Verdict> verdicts) {
    Map<String, List<Verdict>> result = new LinkedHashMap<>();
    for (Verdict v : verdicts) {
      if (!v.findings().isEmpty()) {
        result.computeIfAbsent(v.signature(), key -> new ArrayList<>()).add(v);
      }
    }
    return result;
  }
}
