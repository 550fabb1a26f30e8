package io.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of {@code bad/} gets exactly the errors and warnings that its comments list, as {@code
 * // error LINE:COLUMN text} and {@code // warning LINE:COLUMN text}, with the javac options that
 * it names as {@code // option -A...}, and every {@link ProblemKind} has such a file.
 */
class RefusalTest {
  private static final String OPTION = "// option ";

  @TempDir Path folder;

  private static List<Path> files() throws Exception {
    Path bad = Path.of(RefusalTest.class.getResource("/bad").toURI());
    try (Stream<Path> all = Files.list(bad)) {
      return all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> refusedWithExactlyTheseErrors() throws Exception {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertEquals(expected(file), String.join("\n", errors(file)))));
  }

  @Test
  void everyKindHasAFile() throws Exception {
    String all = files().stream().map(RefusalTest::expectedUnchecked).collect(Collectors.joining());
    List<String> missing =
        Arrays.stream(ProblemKind.values())
            .filter(kind -> kind != ProblemKind.INTERNAL)
            .map(kind -> "[" + kind.code() + "]")
            .filter(code -> !all.contains(code))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyFileExpectsAnError() throws Exception {
    for (Path file : files()) {
      assertTrue(expected(file).contains("[cotangent:"), file.toString());
    }
  }

  private static String expectedUnchecked(Path file) {
    try {
      return expected(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String expected(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("// error ") || line.startsWith("// warning "))
        .map(line -> line.substring("// ".length()))
        .collect(Collectors.joining("\n"));
  }

  private List<String> errors(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String classPath = System.getProperty("java.class.path");
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
      List<String> options = new ArrayList<>();
      options.addAll(List.of("-d", folder.toString(), "-cp", classPath));
      Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(OPTION))
          .forEach(line -> options.add(line.substring(OPTION.length())));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, found, options, null, manager.getJavaFileObjects(file.toFile()));
      task.setProcessors(List.of(new CotangentProcessor()));
      task.call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR || isWarning(each))
        .map(RefusalTest::describe)
        .toList();
  }

  private static boolean isWarning(Diagnostic<?> each) {
    return each.getKind() == Diagnostic.Kind.WARNING
        && each.getMessage(Locale.ROOT).contains("[cotangent:");
  }

  private static String describe(Diagnostic<? extends JavaFileObject> each) {
    String text = each.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    String kind = isWarning(each) ? "warning " : "error ";
    return kind + each.getLineNumber() + ":" + each.getColumnNumber() + " " + text;
  }
}
