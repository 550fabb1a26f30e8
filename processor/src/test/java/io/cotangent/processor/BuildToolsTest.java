package io.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The processor inside of build tools that put themselves between it and the compiler. */
class BuildToolsTest {
  private static final JavaFileObject HELPER = helper("x * x");

  private static JavaFileObject helper(String body) {
    return JavaFileObjects.forSourceString(
        "p.Helper",
        "package p; class Helper { static double g(double x) { return " + body + "; } }");
  }

  private static final JavaFileObject MODEL =
      JavaFileObjects.forSourceLines(
          "p.Model",
          "package p;",
          "class Model {",
          "  @io.cotangent.Differentiable",
          "  static double f(double x) { return Helper.g(x); }",
          "}");

  private static final JavaFileObject BAD =
      JavaFileObjects.forSourceLines(
          "p.Bad",
          "package p;",
          "class Bad {",
          "  @io.cotangent.Differentiable",
          "  static double f(double x) {",
          "    synchronized (Bad.class) { return x; }",
          "  }",
          "}");

  /** As Gradle's: a proxy whose handler holds the environment in a field {@code delegate}. */
  private record Handler(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
      return method.invoke(delegate, args);
    }
  }

  /** As other tools': an object that holds it in a field {@code delegate}, here around a proxy. */
  private static ProcessingEnvironment proxied(ProcessingEnvironment env) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            BuildToolsTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            new Handler(env));
  }

  /** A processor that gives ours another environment than its own. */
  private static final class Wrapping extends AbstractProcessor {
    private final Processor delegate = new CotangentProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrap;

    Wrapping(UnaryOperator<ProcessingEnvironment> wrap) {
      this.wrap = wrap;
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
      super.init(env);
      delegate.init(wrap.apply(env));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return delegate.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return delegate.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return delegate.process(annotations, round);
    }
  }

  private static Compilation compiled(
      UnaryOperator<ProcessingEnvironment> wrap, JavaFileObject... files) {
    return Compiler.javac().withProcessors(new Wrapping(wrap)).compile(files);
  }

  private static String generated(Compilation compilation) throws IOException {
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), compilation::toString);
    return compilation.generatedSourceFiles().get(0).getCharContent(true).toString();
  }

  @Test
  void wrappedEnvironmentsChangeNothing() throws IOException {
    String plain = generated(compiled(env -> env, MODEL, HELPER));
    for (UnaryOperator<ProcessingEnvironment> wrap : wraps()) {
      assertEquals(plain, generated(compiled(wrap, MODEL, HELPER)));
      var error = compiled(wrap, BAD).errors().get(0);
      assertEquals(5, error.getLineNumber());
      assertEquals(5, error.getColumnNumber());
    }
  }

  private static Iterable<UnaryOperator<ProcessingEnvironment>> wraps() {
    return Stream.<UnaryOperator<ProcessingEnvironment>>of(
            BuildToolsTest::proxied, env -> proxied(proxied(env)))
        .toList();
  }

  /**
   * Gradle may compile single files again where a processor is isolating: then a derivative would
   * not follow the helpers that its method calls.
   */
  @Test
  void noIncrementalKindIsClaimedSinceDerivativesHoldThoseOfHelpers() throws IOException {
    String one = generated(compiled(env -> env, MODEL, HELPER));
    String other = generated(compiled(env -> env, MODEL, helper("x * x * x")));
    assertNotEquals(one, other);
    try (InputStream in =
        CotangentProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      String declared = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(ProcessorStart.class.getName() + ",dynamic", declared);
    }
    Set<String> options = new CotangentProcessor().getSupportedOptions();
    assertTrue(
        options.stream().noneMatch(option -> option.startsWith("org.gradle.annotation.processing")),
        options::toString);
  }
}
