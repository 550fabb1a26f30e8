package io.cotangent.processor.frontend;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs a test's code inside a compiler, in the first round of a processor, on Spoon's model. */
public final class InProcessor extends AbstractProcessor {

  private final List<String> annotated;
  private final Body body;
  private boolean ran;
  private Throwable failure;

  private InProcessor(String annotated, Body body) {
    this.annotated = Arrays.asList(annotated.split(" "));
    this.body = body;
  }

  /** What a test does with a round. */
  public interface Body {
    void accept(Round round) throws Exception;
  }

  /** Compiles {@code sources} and runs {@code body} on the model of the types {@code annotated}. */
  public static Compilation run(
      Compiler compiler, List<JavaFileObject> sources, String annotated, Body body) {
    InProcessor processor = new InProcessor(annotated, body);
    Compilation compilation = compiler.withProcessors(processor).compile(sources);
    processor.check(compilation.diagnostics());
    return compilation;
  }

  /** The same with javac on files, which are written below {@code folder} first. */
  public static List<Diagnostic<? extends JavaFileObject>> runOnDisk(
      Path folder, Map<String, String> files, List<String> options, String annotated, Body body)
      throws IOException {
    return runOnDisk(ToolProvider.getSystemJavaCompiler(), folder, files, options, annotated, body);
  }

  /** The same with any compiler. */
  public static List<Diagnostic<? extends JavaFileObject>> runOnDisk(
      JavaCompiler compiler,
      Path folder,
      Map<String, String> files,
      List<String> options,
      String annotated,
      Body body)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve("src").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, file.getValue()));
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", Files.createDirectories(folder.resolve("classes")).toString()));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    InProcessor processor = new InProcessor(annotated, body);
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              all,
              null,
              manager.getJavaFileObjects(paths.toArray(Path[]::new)));
      task.setProcessors(List.of(processor));
      task.call();
    }
    processor.check(diagnostics.getDiagnostics());
    return diagnostics.getDiagnostics();
  }

  private void check(List<?> diagnostics) {
    if (failure != null) {
      throw new AssertionError(failure + " " + diagnostics, failure);
    }
    if (!ran) {
      throw new AssertionError("the processor did not run: " + diagnostics);
    }
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!ran) {
      ran = true;
      try {
        List<TypeElement> types = new ArrayList<>();
        for (String name : annotated) {
          types.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        body.accept(new Round(processingEnv, round, SpoonModel.of(processingEnv, types)));
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
    return false;
  }
}
