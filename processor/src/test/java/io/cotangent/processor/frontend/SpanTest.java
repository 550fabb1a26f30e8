package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.Trees;
import io.cotangent.processor.diagnostics.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.declaration.CtMethod;

/** Spans are offsets into the text that the compiler reads, whatever its lines and characters. */
class SpanTest {

  private static final String SOURCE =
      """
      package p; /* \u00fcml\u00e4ut \ud83d\ude00 */
      class A {
        // \u00e9t\u00e9
        static double f(double \u03b8, String s) { s = "\ud83d\ude00\u20ac"; char c = '\\u0041';
      \tdouble \u03bc = first(\u03b8) * // comment
      \t  second(
            \u03b8); return third(\u03bc); }
        static double first(double x) { return 1; }
        static double second(double x) { return 2; }
        static double third(double x) { return 3; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void spansAreExactWithAnyLineEnds(String lineEnd) throws IOException {
    String source = SOURCE.replace("\n", lineEnd);
    InProcessor.runOnDisk(
        folder,
        Map.of("p/A.java", source),
        List.of("-encoding", "UTF-8"),
        "p.A",
        round -> {
          CtMethod<?> method = round.method("p.A", "f");
          List<String> texts = new ArrayList<>();
          for (CtInvocation<?> call : round.all(method, CtInvocation.class)) {
            Span span = round.model().span(call);
            texts.add(source.substring(span.start(), span.end()).replace(lineEnd, "|"));
            checkAgainstJavac(round, span);
          }
          assertEquals(List.of("first(\u03b8)", "second(|      \u03b8)", "third(\u03bc)"), texts);
          CtLocalVariable<?> mu = round.all(method, CtLocalVariable.class).get(1);
          Span name = round.model().nameSpan(mu);
          assertEquals("\u03bc", source.substring(name.start(), name.end()));
          assertEquals(5, name.line());
          assertEquals("\tdouble \u03bc".length(), name.column());
          assertEquals("double \u03bc = first(\u03b8) * // comment", round.model().sourceLine(mu));
          assertEquals("f", textOf(source, round.model().nameSpan(method)));
        });
  }

  private static String textOf(String source, Span span) {
    return source.substring(span.start(), span.end());
  }

  private static void checkAgainstJavac(Round round, Span span) {
    CompilationUnitTree unit =
        Trees.instance(round.env()).getPath(round.type("p.A")).getCompilationUnit();
    LineMap lines = unit.getLineMap();
    assertEquals(lines.getLineNumber(span.start()), span.line());
    assertEquals(span.start() - lines.getStartPosition(span.line()) + 1, span.column());
    assertTrue(span.file().endsWith("A.java"), span.file());
    assertEquals("A.java:" + span.line() + ":" + span.column(), span.location());
  }

  @Test
  void implicitElementsStandWhereTheirParentDoes() throws IOException {
    String source =
        "package p; class A { double k; double f(double x) { return k + g(x); } double g(double x) { return x; } }";
    InProcessor.runOnDisk(
        folder,
        Map.of("p/A.java", source),
        List.of(),
        "p.A",
        round -> {
          CtInvocation<?> call = round.all(round.method("p.A", "f"), CtInvocation.class).get(0);
          assertTrue(call.getTarget().isImplicit());
          assertEquals(round.model().span(call), round.model().span(call.getTarget()));
          CtExpression<?> made = call.getFactory().createLiteral(1);
          assertEquals(Span.NONE, round.model().span(made));
          assertEquals("", round.model().sourceLine(made));
          assertEquals(
              round.type("p.A"), round.model().typeAt(round.model().span(call)).orElseThrow());
        });
  }

  @Test
  void filesOfOneNameInTwoPackagesAreKeptApart() throws IOException {
    InProcessor.runOnDisk(
        folder,
        Map.of(
            "p/A.java", "package p; class A { static int f() { return 1; } }",
            "q/A.java", "package q;\nclass A { static int f() { return 2; } }"),
        List.of(),
        "p.A q.A",
        round -> {
          for (String each : List.of("p", "q")) {
            CtLiteral<?> literal =
                round.all(round.method(each + ".A", "f"), CtLiteral.class).get(0);
            Span span = round.model().span(literal);
            assertEquals(each.equals("p") ? 1 : 2, literal.getValue());
            assertEquals(each.equals("p") ? 1 : 2, span.line());
            assertTrue(Path.of(span.file()).endsWith(Path.of(each, "A.java")), span.file());
          }
        });
  }
}
