package io.cotangent.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.Processors;
import io.cotangent.fuzz.gen.Feature;
import io.cotangent.fuzz.gen.Programs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Processors that fail in known ways are found out. */
class TesterTest {

  /** What the bad processors have in common. */
  private abstract static class Bad extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("io.cotangent.Differentiable");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement annotation : annotations) {
        round.getElementsAnnotatedWith(annotation).forEach(this::process);
      }
      return true;
    }

    abstract void process(Element method);
  }

  /** Generates nothing. */
  private static final class Idle extends Bad {
    @Override
    void process(Element method) {}
  }

  /** Throws at one program of several. */
  private static final class Crashing extends Bad {
    @Override
    void process(Element method) {
      if (method.getEnclosingElement().getSimpleName().contentEquals("P2")) {
        throw new IllegalStateException("on purpose");
      }
    }
  }

  /** Refuses one program of several. */
  private static final class Refusing extends Bad {
    @Override
    void process(Element method) {
      if (method.getEnclosingElement().getSimpleName().contentEquals("P3")) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "no", method);
      }
    }
  }

  private static List<Tester.Verdict> verdicts(Supplier<Processor> processor) {
    List<Programs.Case> cases = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      cases.add(Programs.of(seed, EnumSet.allOf(Feature.class), "P" + seed));
    }
    return new Tester(processor, Processors.runtimePath()).test(cases);
  }

  private static Finding.Kind kind(Tester.Verdict verdict) {
    return verdict.findings().get(0).kind();
  }

  @Test
  void whatGeneratesNothingFailsEverywhere() {
    for (Tester.Verdict v : verdicts(Idle::new)) {
      assertEquals(Finding.Kind.BAD_CODE, kind(v));
    }
  }

  @Test
  void theProgramThatCrashesTheProcessorIsFound() {
    List<Tester.Verdict> verdicts = verdicts(Crashing::new);
    assertEquals(Finding.Kind.CRASHED, kind(verdicts.get(1)));
    assertTrue(verdicts.get(1).findings().get(0).detail().contains("on purpose"));
    assertEquals(Finding.Kind.BAD_CODE, kind(verdicts.get(0)));
  }

  @Test
  void theProgramThatIsRefusedIsFound() {
    List<Tester.Verdict> verdicts = verdicts(Refusing::new);
    assertEquals(Finding.Kind.REFUSED, kind(verdicts.get(2)));
    assertEquals("no", verdicts.get(2).findings().get(0).where());
    assertEquals(Finding.Kind.BAD_CODE, kind(verdicts.get(3)));
  }
}
