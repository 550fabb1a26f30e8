package io.cotangent.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.cotangent.processor.frontend.InProcessor;
import io.cotangent.processor.frontend.Round;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages stand where the problem is, in every compiler. */
class JavacReporterTest {

  private static final String SOURCE =
      """
      package p;
      class A {
        static double f(double x, double[] a, int i) {
          double r = x * 2 + g(x)
              % a[i];
          a[0] = (float) x;
          if (x > 1) r = -x;
          synchronized (A.class) { r = x > 0 ? 1 : g(2); }
          java.util.function.DoubleUnaryOperator u = z -> z + 1;
          switch (i) { case 1: r++; }
          final double[] n = new double[] {1, (x)};
          return r;
        }
        static double g(double x) { return x; }
      }
      """;

  @TempDir Path folder;

  private static Span spanOf(String text) {
    return spanOf("/p/A.java", SOURCE, text);
  }

  private static Span spanOf(String file, String source, String text) {
    int start = source.indexOf(text);
    assertTrue(start >= 0 && source.indexOf(text, start + 1) < 0, text);
    int line = (int) source.substring(0, start).lines().count();
    int column = start - source.lastIndexOf('\n', start);
    boolean startsLine = source.charAt(start - 1) == '\n';
    return new Span(file, start, start + text.length(), startsLine ? line + 1 : line, column);
  }

  private static void report(
      Round round, UnaryOperator<ProcessingEnvironment> wrap, Span... spans) {
    JavacReporter reporter =
        new JavacReporter(wrap.apply(round.env()), span -> Optional.of(round.type("p.A")));
    for (Span span : spans) {
      reporter.report(Problem.of(ProblemKind.UNSUPPORTED_CONSTRUCT, span, "this", "write that"));
    }
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(Compilation compilation) {
    return new ArrayList<>(compilation.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double r = x * 2 + g(x)\n        % a[i];",
        "x * 2 + g(x)\n        % a[i]",
        "x * 2",
        "g(x)\n        % a[i]",
        "a[i]",
        "a[0] = (float) x;",
        "(float) x",
        "if (x > 1) r = -x;",
        "x > 1",
        "-x",
        "synchronized (A.class) { r = x > 0 ? 1 : g(2); }",
        "x > 0 ? 1 : g(2)",
        "1 : g(2)",
        "g(2)",
        "java.util.function.DoubleUnaryOperator u = z -> z + 1;",
        "z -> z + 1",
        "switch (i) { case 1: r++; }",
        "case 1: r++;",
        "r++;",
        "final double[] n = new double[] {1, (x)};",
        "new double[] {1, (x)}",
        "(x)};",
        "return r;",
        "f(double x, double[] a, int i) {",
      })
  void theCaretIsAtTheSpansStart(String text) {
    Span span = spanOf(text);
    Compilation compilation =
        InProcessor.run(
            Compiler.javac(),
            List.of(JavaFileObjects.forSourceString("p.A", SOURCE)),
            "p.A",
            round -> report(round, env -> env, span));
    Diagnostic<? extends JavaFileObject> error = errors(compilation).get(0);
    assertEquals(1, compilation.errors().size());
    assertEquals(span.line(), error.getLineNumber());
    assertEquals(span.column(), error.getColumnNumber());
    assertEquals(
        "this can't be differentiated: write that [cotangent:unsupported-construct]",
        error.getMessage(Locale.ROOT));
  }

  @Test
  void severalProblemsAtOnePlaceAreAllPrinted() {
    Span span = spanOf("x * 2");
    Compilation compilation =
        InProcessor.run(
            Compiler.javac(),
            List.of(JavaFileObjects.forSourceString("p.A", SOURCE)),
            "p.A",
            round -> report(round, env -> env, span, span, spanOf("-x"), Span.NONE));
    List<Diagnostic<? extends JavaFileObject>> errors = errors(compilation);
    assertEquals(4, errors.size());
    assertEquals(
        List.of(4L, 4L, 7L, Diagnostic.NOPOS),
        errors.stream().map(Diagnostic::getLineNumber).toList());
  }

  @Test
  void aWrappedEnvironmentIsUnwrapped() {
    for (UnaryOperator<ProcessingEnvironment> wrapper :
        List.<UnaryOperator<ProcessingEnvironment>>of(Wrapper::new, JavacReporterTest::proxy)) {
      Span span = spanOf("a[i]");
      Compilation compilation =
          InProcessor.run(
              Compiler.javac(),
              List.of(JavaFileObjects.forSourceString("p.A", SOURCE)),
              "p.A",
              round -> report(round, env -> wrapper.apply(wrapper.apply(env)), span));
      assertEquals(span.line(), errors(compilation).get(0).getLineNumber());
      assertEquals(span.column(), errors(compilation).get(0).getColumnNumber());
    }
  }

  @Test
  void anEnvironmentThatHidesTheCompilerNamesThePlaceInTheText() {
    Span span = spanOf("a[i]");
    Compilation compilation =
        InProcessor.run(
            Compiler.javac(),
            List.of(JavaFileObjects.forSourceString("p.A", SOURCE)),
            "p.A",
            round -> report(round, JavacReporterTest::hidden, span));
    Diagnostic<? extends JavaFileObject> error = errors(compilation).get(0);
    assertTrue(error.getMessage(Locale.ROOT).startsWith("A.java:5:11: this"), error::toString);
    assertEquals(2, error.getLineNumber());
  }

  @Test
  void underEclipseThePlaceIsInTheText() throws IOException {
    List<Diagnostic<? extends JavaFileObject>> all =
        InProcessor.runOnDisk(
            new EclipseCompiler(),
            folder,
            Map.of("p/A.java", SOURCE),
            List.of("-nowarn", "-17"),
            "p.A",
            round -> report(round, env -> env, spanOf("a[i]")));
    List<String> errors =
        all.stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> each.getMessage(Locale.ROOT))
            .toList();
    assertEquals(1, errors.size());
    assertTrue(errors.get(0).startsWith("A.java:5:11: this can't"), errors::toString);
  }

  @Test
  void problemsFromTheModelsSpansStandAtTheirPlaces() throws IOException {
    String source = SOURCE.replace("\n", "\r\n").replace("double r", "\tdouble /* \u00e9 */ r");
    List<Diagnostic<? extends JavaFileObject>> all =
        InProcessor.runOnDisk(
            ToolProvider.getSystemJavaCompiler(),
            folder,
            Map.of("p/A.java", source),
            List.of("-encoding", "UTF-8"),
            "p.A",
            round -> {
              JavacReporter reporter = new JavacReporter(round.env(), round.model()::typeAt);
              Span span = round.model().span(round.method("p.A", "f").getBody().getStatement(2));
              assertEquals("if", source.substring(span.start(), span.start() + 2));
              reporter.report(Problem.of(ProblemKind.UNSUPPORTED_CONSTRUCT, span, "a", "b"));
            });
    assertEquals(7, all.get(0).getLineNumber());
    assertEquals(5, all.get(0).getColumnNumber());
    assertFalse(all.get(0).getMessage(Locale.ROOT).contains("A.java"));
  }

  private static ProcessingEnvironment proxy(ProcessingEnvironment env) {
    InvocationHandler handler = (proxy, method, arguments) -> method.invoke(env, arguments);
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            JavacReporterTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private static final ThreadLocal<ProcessingEnvironment> HIDDEN = new ThreadLocal<>();

  private static ProcessingEnvironment hidden(ProcessingEnvironment env) {
    HIDDEN.set(env);
    InvocationHandler handler =
        (proxy, method, arguments) -> method.invoke(HIDDEN.get(), arguments);
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            JavacReporterTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }
}
