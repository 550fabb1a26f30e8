package io.cotangent.fuzz.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles many programs in few compilations and finds out which of them are at fault. */
final class BatchCompiler {
  private static final int SECONDS_PER_COMPILATION = 60;
  private static final int SECONDS_PER_PROGRAM = 5;
  private final Compiler compiler;
  private final Compiler plain;

  /**
   * A compiler of batches.
   *
   * @param plain one without the processor, which tells programs that are not Java
   */
  BatchCompiler(Compiler compiler, Compiler plain) {
    this.compiler = compiler;
    this.plain = plain;
  }

  /**
   * Compiled programs.
   *
   * @param classes the class files of those that compiled
   * @param generated the sources that the processor wrote
   * @param failures those that did not, each with what was wrong
   */
  record Batch(
      Map<String, byte[]> classes, Map<String, String> generated, Map<Specimen, Finding> failures) {
    Batch() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }
  }

  /** Compiles programs with different names. */
  Batch compile(List<Specimen> programs) {
    Batch batch = new Batch();
    compile(withTwins(programs, batch), batch);
    batch.failures().replaceAll(this::unlessNotJava);
    return batch;
  }

  /** The finding, or where the program is not Java that the tester is at fault. */
  private Finding unlessNotJava(Specimen p, Finding finding) {
    if (!p.twins().isEmpty()) {
      return finding;
    }
    List<Compiler.Problem> problems = plain.compile(sources(List.of(p))).problems();
    return problems.isEmpty() ? finding : notJava(problems);
  }

  private static Finding notJava(List<Compiler.Problem> problems) {
    return Finding.of(
        Finding.Kind.TESTER,
        "not Java: " + general(problems.get(0).message()),
        problems.toString());
  }

  /** Compiles the programs that are written twice; those that are not Java are left out. */
  private List<Specimen> withTwins(List<Specimen> programs, Batch batch) {
    List<Specimen> rest = new ArrayList<>(programs);
    List<Specimen> twice = new ArrayList<>();
    programs.stream().filter(p -> !p.twins().isEmpty()).forEach(twice::add);
    while (!twice.isEmpty()) {
      Map<String, String> sources = sources(twice);
      twice.forEach(p -> sources.putAll(p.twins()));
      Compiler.Result result = plain.compile(sources);
      if (result.ok()) {
        result.classes().forEach((name, bytes) -> batch.classes().put(name, bytes));
        return rest;
      }
      Map<Specimen, Finding> blamed = blame(twice, result);
      if (blamed.isEmpty()) {
        twice.forEach(p -> blamed.put(p, notJava(result.problems())));
      }
      blamed.forEach(
          (p, finding) ->
              batch
                  .failures()
                  .put(p, Finding.of(Finding.Kind.TESTER, finding.where(), finding.detail())));
      twice.removeAll(blamed.keySet());
      rest.removeAll(blamed.keySet());
    }
    return rest;
  }

  private void compile(List<Specimen> programs, Batch batch) {
    List<Specimen> rest = new ArrayList<>(programs);
    while (!rest.isEmpty()) {
      Compiler.Result result = compileOnce(rest);
      if (result.ok()) {
        batch.classes().putAll(result.classes());
        batch.generated().putAll(result.generated());
        return;
      }
      Map<Specimen, Finding> blamed = blame(rest, result);
      if (blamed.isEmpty()) {
        split(rest, result, batch);
        return;
      }
      batch.failures().putAll(blamed);
      batch.generated().putAll(result.generated());
      rest.removeAll(blamed.keySet());
    }
  }

  private static Map<String, String> sources(List<Specimen> programs) {
    Map<String, String> sources = new LinkedHashMap<>();
    programs.forEach(p -> sources.putAll(p.files()));
    return sources;
  }

  private Compiler.Result compileOnce(List<Specimen> programs) {
    Map<String, String> sources = sources(programs);
    int seconds = SECONDS_PER_COMPILATION + SECONDS_PER_PROGRAM * programs.size();
    try {
      return Watchdog.within(seconds, () -> compiler.compile(sources));
    } catch (Watchdog.Late e) {
      return new Compiler.Result(Map.of(), Map.of(), List.of(), e);
    }
  }

  /** Bisects where nobody can be blamed; a program that is alone is at fault. */
  private void split(List<Specimen> programs, Compiler.Result result, Batch batch) {
    if (programs.size() > 1) {
      int half = programs.size() / 2;
      compile(programs.subList(0, half), batch);
      compile(programs.subList(half, programs.size()), batch);
      return;
    }
    Throwable crash = result.crash();
    Finding finding =
        crash instanceof Watchdog.Late
            ? Finding.of(Finding.Kind.HANG, "compilation", "the compilation hangs")
            : crash == null
                ? Finding.of(
                    Finding.Kind.REFUSED,
                    general(result.problems().get(0).message()),
                    result.problems().toString())
                : Finding.of(Finding.Kind.CRASHED, cause(crash), trace(crash));
    batch.failures().put(programs.get(0), finding);
  }

  private static Map<Specimen, Finding> blame(List<Specimen> programs, Compiler.Result result) {
    Map<Specimen, Finding> blamed = new HashMap<>();
    for (Compiler.Problem problem : result.problems()) {
      for (Specimen p : programs) {
        if (belongs(problem.file(), p)) {
          blamed.merge(p, finding(p, problem), BatchCompiler::worse);
        }
      }
    }
    return blamed;
  }

  /** A program's first finding, with the texts of the others. */
  private static Finding worse(Finding first, Finding next) {
    return Finding.of(first.kind(), first.where(), first.detail() + "\n" + next.detail());
  }

  private static boolean belongs(String file, Specimen p) {
    String rest = file.substring(file.lastIndexOf('.') + 1);
    String own = p.name();
    return rest.startsWith(own)
        && (rest.length() == own.length() || !Character.isDigit(rest.charAt(own.length())));
  }

  private static Finding finding(Specimen p, Compiler.Problem problem) {
    boolean source = p.files().containsKey(problem.file());
    boolean internal = problem.message().contains("[cotangent:internal]");
    Finding.Kind refused = internal ? Finding.Kind.CRASHED : Finding.Kind.REFUSED;
    return Finding.of(
        source ? refused : Finding.Kind.BAD_CODE,
        general(problem.message()),
        problem.file() + ":" + problem.line() + ": " + problem.message());
  }

  /** A message without what differs from program to program. */
  private static String general(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    return line.replaceAll("[0-9]+", "#")
        .replaceAll("\\([^)]*\\)", "()")
        .replaceAll("[`'\"][^`'\"]*[`'\"]", "_");
  }

  private static Throwable root(Throwable t) {
    Throwable cause = t;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String cause(Throwable crash) {
    Throwable root = root(crash);
    StackTraceElement[] trace = root.getStackTrace();
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith("io.cotangent.")) {
        return root.getClass().getName() + " at " + frame;
      }
    }
    return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static String trace(Throwable crash) {
    StringWriter text = new StringWriter();
    root(crash).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
