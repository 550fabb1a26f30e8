package io.cotangent.processor;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What the jar offers to compilers: {@link CotangentProcessor}, with classes that come quickly (see
 * {@link JarClassLoader}), and come at all only where something is to be done.
 */
@AutoService(Processor.class)
public final class ProcessorStart implements Processor {

  private final Optional<JarClassLoader> loader = JarClassLoader.around(ProcessorStart.class);
  private final Processor processor =
      loader.map(ProcessorStart::load).orElseGet(CotangentProcessor::new);

  private static Processor load(JarClassLoader loader) {
    try {
      return (Processor)
          loader
              .loadClass("io.cotangent.processor.CotangentProcessor")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The processor's jar is not whole.", e);
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    boolean claimed = processor.process(annotations, round);
    if (round.processingOver()) {
      loader.ifPresent(JarClassLoader::close);
    }
    return claimed;
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    processor.init(environment);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
    return processor.getCompletions(element, annotation, member, userText);
  }
}
