package io.cotangent.corpus;

import io.cotangent.fuzz.Processors;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles annotated sources with the processor, then what it wrote. */
final class Compilation {
  private static final Pattern NAME = Pattern.compile("name = \"(Corpus\\d+)\"");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final List<Path> sources;
  private final Path out;
  private final String classPath;
  private final boolean compiled;

  Compilation(List<Path> sources, Path out, List<Path> libraries) {
    this.sources = sources;
    this.out = out;
    this.compiled = !libraries.isEmpty();
    List<Path> all = new ArrayList<>(Processors.runtimePath());
    all.addAll(libraries);
    classPath = all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** What the processor says of each annotated method, by its derivatives' name. */
  Map<String, String> process() throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = options("-Acotangent.summary", "-Xmaxerrs", "1000000", "-proc:only");
    run(sources, options, diagnostics, true);
    Map<String, String> notes = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.NOTE && d.getSource() != null) {
        name(d).ifPresent(name -> notes.put(name, d.getMessage(Locale.ROOT)));
      }
    }
    write("problems.txt", diagnostics, Diagnostic.Kind.ERROR);
    return notes;
  }

  private static java.util.Optional<String> name(Diagnostic<? extends JavaFileObject> d)
      throws IOException {
    CharSequence text = d.getSource().getCharContent(true);
    int start = (int) d.getPosition();
    // The annotation stands right before the method that the note is about.
    Matcher matcher = NAME.matcher(text.subSequence(Math.max(0, start - 2000), start));
    String found = null;
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return java.util.Optional.ofNullable(found);
  }

  /**
   * Compiles what was written, with the sources unless the libraries have them compiled; gives the
   * names of written classes that are not Java, which are left out then.
   */
  Set<String> compile() throws IOException {
    List<Path> all = new ArrayList<>(compiled ? List.of() : sources);
    try (Stream<Path> walk = Files.walk(out.resolve("generated"))) {
      walk.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
    }
    DiagnosticCollector<JavaFileObject> diagnostics = compile(all);
    write("bad-code.txt", diagnostics, Diagnostic.Kind.ERROR);
    Set<String> bad = new LinkedHashSet<>();
    for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR && d.getSource() != null) {
        bad.add(simpleName(Path.of(d.getSource().toUri())));
      }
    }
    if (!bad.isEmpty()) {
      all.removeIf(file -> bad.contains(simpleName(file)));
      compile(all);
    }
    return bad;
  }

  private DiagnosticCollector<JavaFileObject> compile(List<Path> files) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    run(files, options("-proc:none", "-Xmaxerrs", "1000000"), diagnostics, false);
    return diagnostics;
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private List<String> options(String... more) {
    List<String> options = new ArrayList<>(List.of("-classpath", classPath, "-g"));
    options.addAll(List.of("-encoding", "UTF-8", "-d", out.resolve("classes").toString()));
    options.addAll(List.of("-s", out.resolve("generated").toString()));
    options.addAll(List.of(more));
    return options;
  }

  private void run(
      List<Path> files,
      List<String> options,
      DiagnosticCollector<JavaFileObject> diagnostics,
      boolean process)
      throws IOException {
    Files.createDirectories(out.resolve("classes"));
    Files.createDirectories(out.resolve("generated"));
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      if (process) {
        task.setProcessors(List.of(Processors.supplier().get()));
      }
      task.call();
    }
  }

  private void write(
      String name, DiagnosticCollector<JavaFileObject> diagnostics, Diagnostic.Kind kind)
      throws IOException {
    Files.writeString(
        out.resolve(name),
        diagnostics.getDiagnostics().stream()
            .filter(d -> d.getKind() == kind)
            .map(d -> where(d) + ": " + d.getMessage(Locale.ROOT) + "\n")
            .collect(Collectors.joining()));
  }

  private static String where(Diagnostic<? extends JavaFileObject> d) {
    return (d.getSource() == null ? "" : d.getSource().getName()) + ":" + d.getLineNumber();
  }
}
