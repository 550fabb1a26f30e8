package io.cotangent.processor.frontend;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Runs a test's code inside javac, in the first round of a processor, on Spoon's model of it. */
final class InProcessor extends AbstractProcessor {

  private final List<String> annotated;
  private final Body body;
  private boolean ran;
  private Throwable failure;

  private InProcessor(List<String> annotated, Body body) {
    this.annotated = annotated;
    this.body = body;
  }

  /** What a test does with a round. */
  interface Body {
    void accept(Round round) throws Exception;
  }

  /** Compiles {@code sources} and runs {@code body} on the model of the types {@code annotated}. */
  static Compilation run(
      Compiler compiler, List<JavaFileObject> sources, String annotated, Body body) {
    InProcessor processor = new InProcessor(Arrays.asList(annotated.split(" ")), body);
    Compilation compilation = compiler.withProcessors(processor).compile(sources);
    if (processor.failure != null) {
      throw new AssertionError(processor.failure.toString(), processor.failure);
    }
    if (!processor.ran) {
      throw new AssertionError("the processor did not run: " + compilation.diagnostics());
    }
    return compilation;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
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
