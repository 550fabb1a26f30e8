package io.cotangent.fuzz.run;

import java.io.File;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources from memory to memory, with or without the processor. */
public final class Compiler {
  private static final String VECTORS = "jdk.incubator.vector";
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      javac.getStandardFileManager(null, Locale.ROOT, null);
  private final Supplier<Processor> processor;
  private final String classPath;

  /**
   * A compiler.
   *
   * @param processor makes a processor for each compilation, or null for none
   */
  public Compiler(Supplier<Processor> processor, List<Path> classPath) {
    this.processor = processor;
    this.classPath =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * An error.
   *
   * @param file the qualified name of the class whose file it is in, or empty
   */
  public record Problem(String file, long line, String message) {}

  /**
   * What a compilation gave.
   *
   * @param crash what the compiler or the processor threw, or null
   */
  public record Result(
      Map<String, byte[]> classes,
      Map<String, String> generated,
      List<Problem> problems,
      Throwable crash) {
    boolean ok() {
      return problems.isEmpty() && crash == null;
    }
  }

  /** Compiles sources by qualified name. */
  public Result compile(Map<String, String> sources) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(MemoryFiles.source(name, text)));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles memory = new MemoryFiles(files);
    List<String> options = new ArrayList<>(List.of("-classpath", classPath, "-nowarn", "-g"));
    options.addAll(List.of("--release", "17", "-Xmaxerrs", "10000"));
    if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
      options.addAll(List.of("--add-modules", VECTORS));
    }
    if (processor == null) {
      options.add("-proc:none");
    }
    JavaCompiler.CompilationTask task =
        javac.getTask(new StringWriter(), memory, diagnostics, options, null, units);
    if (processor != null) {
      task.setProcessors(List.of(processor.get()));
    }
    Throwable crash = null;
    boolean done = false;
    try {
      done = task.call();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      crash = e;
    }
    List<Problem> problems = problems(diagnostics);
    if (!done && crash == null && problems.isEmpty()) {
      crash = new IllegalStateException("the compiler failed without an error");
    }
    return new Result(memory.classes(), memory.sources(), problems, crash);
  }

  private static List<Problem> problems(DiagnosticCollector<JavaFileObject> diagnostics) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR) {
        String file = d.getSource() == null ? "" : className(d.getSource().toUri().getPath());
        problems.add(new Problem(file, d.getLineNumber(), d.getMessage(Locale.ROOT)));
      }
    }
    return problems;
  }

  private static String className(String path) {
    return path.replaceFirst("^/", "").replaceFirst("\\.java$", "").replace('/', '.');
  }
}
