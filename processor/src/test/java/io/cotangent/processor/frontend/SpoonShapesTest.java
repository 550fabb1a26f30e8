package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spoon.reflect.code.CaseKind;
import spoon.reflect.code.CtArrayRead;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtBreak;
import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtConditional;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtIf;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtOperatorAssignment;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtWhile;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.declaration.CtMethod;

/**
 * The shapes of Spoon's tree that lowering relies on; a newer Spoon must not change them unseen.
 */
class SpoonShapesTest {

  @TempDir Path folder;

  private void read(String body, Check check) throws IOException {
    String source =
        """
        package p;
        import static java.lang.Math.sin;
        class A extends B {
          double own;
          static double va(double a, double... xs) { return a; }
          <T> T id(T t) { return t; }
          double f(double x, int i, double[] a, Integer box, boolean b) throws Exception {
            %s
          }
        }
        class B { double base; double inherited() { return 1; } }
        """;
    InProcessor.runOnDisk(
        folder,
        Map.of("p/A.java", source.formatted(body)),
        List.of(),
        "p.A",
        round -> check.accept(round, round.method("p.A", "f")));
  }

  private interface Check {
    void accept(Round round, CtMethod<?> method);
  }

  private static <T> T only(List<T> list) {
    assertEquals(1, list.size());
    return list.get(0);
  }

  @Test
  void castsStandOnTheExpressionOutermostFirst() throws IOException {
    read(
        "return (double) (float) (x * 2) + ((int) a[0]);",
        (round, method) -> {
          CtExpression<?> product =
              round.all(method, CtLiteral.class).get(0).getParent(CtExpression.class);
          assertEquals("[double, float]", product.getTypeCasts().toString());
          assertEquals("double", product.getType().toString());
          CtArrayRead<?> read = only(round.all(method, CtArrayRead.class));
          assertEquals("[int]", read.getTypeCasts().toString());
          assertEquals("double", read.getType().toString());
        });
  }

  @Test
  void conversionsAreNotInTheTree() throws IOException {
    read(
        "Double d = x; float c = 1; c += x; long k = box; return b ? i : box + x;",
        (round, method) -> {
          List<CtLocalVariable> variables = round.all(method, CtLocalVariable.class);
          assertEquals("double", variables.get(0).getDefaultExpression().getType().toString());
          assertEquals(
              "java.lang.Integer", variables.get(2).getDefaultExpression().getType().toString());
          CtOperatorAssignment<?, ?> sum = only(round.all(method, CtOperatorAssignment.class));
          assertEquals("float", sum.getType().toString());
          assertEquals("double", sum.getAssignment().getType().toString());
          assertEquals("double", only(round.all(method, CtConditional.class)).getType().toString());
        });
  }

  @Test
  void argumentsAreAsWritten() throws IOException {
    read(
        "return va(1) + va(1, 2, 3) + va(1, a) + id(x) + a.clone()[0];",
        (round, method) -> {
          List<CtInvocation> calls = round.all(method, CtInvocation.class);
          assertEquals(
              List.of(1, 3, 2, 1, 0), calls.stream().map(it -> it.getArguments().size()).toList());
          assertEquals(
              "[double, double[]]", calls.get(0).getExecutable().getParameters().toString());
          assertEquals(
              "[java.lang.Object]", calls.get(3).getExecutable().getParameters().toString());
          assertEquals("java.lang.Double", calls.get(3).getType().toString());
          assertEquals(
              "java.lang.Object", calls.get(4).getExecutable().getDeclaringType().toString());
          assertEquals("double[]", calls.get(4).getType().toString());
        });
  }

  @Test
  void unwrittenTargetsAreImplicit() throws IOException {
    read(
        "return sin(x) + own + base + inherited();",
        (round, method) -> {
          List<CtInvocation> calls = round.all(method, CtInvocation.class);
          assertTrue(calls.get(0).getTarget() instanceof CtTypeAccess);
          assertTrue(calls.get(1).getTarget() instanceof CtThisAccess);
          assertEquals("p.B", calls.get(1).getExecutable().getDeclaringType().toString());
          List<CtFieldRead> fields = round.all(method, CtFieldRead.class);
          assertTrue(fields.get(0).getTarget() instanceof CtThisAccess);
          assertTrue(fields.get(1).getTarget() instanceof CtSuperAccess);
          calls.forEach(call -> assertTrue(call.getTarget().isImplicit()));
        });
  }

  @Test
  void bodiesAreBlocksOrAbsent() throws IOException {
    read(
        """
        if (b) x = 1; else if (i > 0) x = 2;
        while (i-- > 0) ;
        for (int k = 0, n = 2; k < n; k++, n--) x++;
        ; return x;
        """,
        (round, method) -> {
          CtIf first = round.all(method, CtIf.class).get(0);
          assertTrue(first.getThenStatement() instanceof CtBlock);
          CtBlock<?> otherwise = first.getElseStatement();
          assertTrue(otherwise.isImplicit());
          assertTrue(otherwise.getStatement(0) instanceof CtIf);
          assertNull(only(round.all(method, CtWhile.class)).getBody());
          CtFor loop = only(round.all(method, CtFor.class));
          assertEquals(2, loop.getForInit().size());
          assertEquals(2, loop.getForUpdate().size());
          assertTrue(loop.getBody().isImplicit());
          assertEquals(4, method.getBody().getStatements().size());
        });
  }

  @Test
  void labelsStandOnTheirStatements() throws IOException {
    read(
        "outer: inner: while (b) { if (i > 0) break outer; break; } return x;",
        (round, method) -> {
          assertEquals("outer", method.getBody().getStatement(0).getLabel());
          assertTrue(method.getBody().getStatement(0) instanceof CtBlock);
          assertEquals("inner", only(round.all(method, CtWhile.class)).getLabel());
          List<CtBreak> breaks = round.all(method, CtBreak.class);
          assertEquals("outer", breaks.get(0).getTargetLabel());
          assertNull(breaks.get(1).getTargetLabel());
        });
  }

  @Test
  void arrowsHoldImplicitYields() throws IOException {
    read(
        """
        switch (i) { case 1, 2 -> x = 1; case 3 -> { x = 2; } default -> throw new Exception(); }
        switch (i) { case 1: case 2: x = 3; default: }
        return switch (i) { case 1 -> 2.0; default -> { yield x; } };
        """,
        (round, method) -> {
          List<CtCase> cases = round.all(method, CtCase.class);
          assertEquals(2, cases.get(0).getCaseExpressions().size());
          assertEquals(CaseKind.ARROW, cases.get(0).getCaseKind());
          assertTrue(cases.get(0).getStatements().get(0) instanceof CtYieldStatement);
          assertTrue(((CtYieldStatement) cases.get(0).getStatements().get(0)).isImplicit());
          assertTrue(cases.get(1).getStatements().get(0) instanceof CtBlock);
          assertTrue(cases.get(2).getCaseExpressions().isEmpty());
          assertEquals(CaseKind.COLON, cases.get(3).getCaseKind());
          assertTrue(cases.get(3).getStatements().isEmpty());
          assertTrue(cases.get(6).getStatements().get(0) instanceof CtYieldStatement);
          assertEquals(2, round.all(method, CtSwitch.class).size());
        });
  }

  @Test
  void onlyTheMinusOfTheSmallestIntegerIsFolded() throws IOException {
    read(
        "return -2147483648 + -1.5 + (1 + 2) + i;",
        (round, method) -> {
          List<CtLiteral> literals = round.all(method, CtLiteral.class);
          assertEquals(
              List.of(Integer.MIN_VALUE, 1.5, 1, 2),
              literals.stream().map(CtLiteral::getValue).toList());
          assertEquals(1, round.all(method, CtUnaryOperator.class).size());
        });
  }
}
