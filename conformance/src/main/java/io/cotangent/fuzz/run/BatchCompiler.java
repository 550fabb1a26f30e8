package io.cotangent.fuzz.run;

import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.ProgramConstants;
import io.cotangent.fuzz.ast.ProgramPrinter;
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
      Map<String, byte[]> classes, Map<String, String> generated, Map<Program, Finding> failures) {
    Batch() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }
  }

  /** Compiles programs with different names. */
  Batch compile(List<Program> programs) {
    Batch batch = new Batch();
    compile(programs, batch);
    batch.failures().replaceAll(this::unlessNotJava);
    return batch;
  }

  /** The finding, or where the program is not Java that the tester is at fault. */
  private Finding unlessNotJava(Program p, Finding finding) {
    Compiler.Result result = plain.compile(sources(List.of(p)));
    return result.problems().isEmpty()
        ? finding
        : Finding.of(
            Finding.Kind.TESTER,
            "not Java: " + general(result.problems().get(0).message()),
            result.problems().toString());
  }

  private void compile(List<Program> programs, Batch batch) {
    List<Program> rest = new ArrayList<>(programs);
    while (!rest.isEmpty()) {
      Compiler.Result result = compileOnce(rest);
      if (result.ok()) {
        batch.classes().putAll(result.classes());
        batch.generated().putAll(result.generated());
        return;
      }
      Map<Program, Finding> blamed = blame(rest, result);
      if (blamed.isEmpty()) {
        split(rest, result, batch);
        return;
      }
      batch.failures().putAll(blamed);
      batch.generated().putAll(result.generated());
      rest.removeAll(blamed.keySet());
    }
  }

  private static Map<String, String> sources(List<Program> programs) {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(qualified(ProgramConstants.OWNER), ProgramPrinter.constantsFile());
    for (Program p : programs) {
      ProgramPrinter.print(p).forEach((name, text) -> sources.put(qualified(name), text));
    }
    return sources;
  }

  private Compiler.Result compileOnce(List<Program> programs) {
    Map<String, String> sources = sources(programs);
    int seconds = SECONDS_PER_COMPILATION + SECONDS_PER_PROGRAM * programs.size();
    try {
      return Watchdog.within(seconds, () -> compiler.compile(sources));
    } catch (Watchdog.Late e) {
      return new Compiler.Result(Map.of(), Map.of(), List.of(), e);
    }
  }

  private static String qualified(String name) {
    return Program.PACKAGE + "." + name;
  }

  /** Bisects where nobody can be blamed; a program that is alone is at fault. */
  private void split(List<Program> programs, Compiler.Result result, Batch batch) {
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

  private static Map<Program, Finding> blame(List<Program> programs, Compiler.Result result) {
    Map<Program, Finding> blamed = new HashMap<>();
    for (Compiler.Problem problem : result.problems()) {
      for (Program p : programs) {
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

  private static boolean belongs(String file, Program p) {
    String own = qualified(p.name());
    return file.startsWith(own)
        && (file.length() == own.length() || !Character.isDigit(file.charAt(own.length())));
  }

  private static Finding finding(Program p, Compiler.Problem problem) {
    boolean source =
        problem.file().equals(qualified(p.name()))
            || problem.file().equals(qualified(p.helperClass()));
    return Finding.of(
        source ? Finding.Kind.REFUSED : Finding.Kind.BAD_CODE,
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
