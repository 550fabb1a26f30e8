package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Adjoint;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import io.cotangent.implicit.WarmStart;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Preconditioners, transposed for adjoints; ridges; warm starts. */
class PreconditionedTest {
  private static double[] strengths(int n) {
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      c[i] = Math.pow(10, 4.0 * i / n);
    }
    return c;
  }

  private static double[] cotangent(int n) {
    return new Random(3).doubles(n, -1, 1).toArray();
  }

  @Test
  void gmresWithTheTransposeNeedsFewer() {
    int n = 240;
    double[] c = strengths(n);
    double[] start = new double[n];
    double[] v = cotangent(n);
    var with = PreconditionedProgramsChainRoot.adjoint(start, c, 0.7, v);
    var without = PreconditionedProgramsPlainRoot.adjoint(start, c, 0.7, v);
    assertEquals(Status.CONVERGED, with.status());
    assertEquals(Status.CONVERGED, without.status());
    assertTrue(with.iterations() < 20, "iterations " + with.iterations());
    assertTrue(without.iterations() > 2 * with.iterations(), "iterations " + without.iterations());
    assertArrayEquals(without.gradient().c(), with.gradient().c(), 1e-9);
    assertEquals(without.gradient().drift(), with.gradient().drift(), 1e-8);
    // Forward and reverse mode take the operator and its transpose.
    double[] tangent = PreconditionedProgramsChainRoot.jvp(start, c, 0.7, new double[n], 1);
    double along = 0;
    for (int i = 0; i < n; i++) {
      along += tangent[i] * v[i];
    }
    assertEquals(along, with.gradient().drift(), 1e-9 * Math.abs(along));
  }

  @Test
  void secondOrder() {
    double[] at = {1, 3, 10, 30, 0.7};
    GradientCheck.check(PreconditionedProgramsOfChainDerivatives.function(new double[4], 0), at);
  }

  @Test
  void conjugateGradients() {
    int n = 120;
    double[] c = strengths(n);
    double[] v = cotangent(n);
    var with = PreconditionedProgramsValleyArgmin.adjoint(new double[n], c, v);
    var without = ValleyWithout.adjoint(new double[n], c, v);
    assertEquals(Status.CONVERGED, with.status());
    assertEquals(Adjoint.CG, with.solver());
    assertTrue(with.iterations() < 15, "iterations " + with.iterations());
    assertTrue(without.iterations() > 2 * with.iterations(), "iterations " + without.iterations());
    assertArrayEquals(without.gradient(), with.gradient(), 1e-9);
  }

  /** Where conjugate gradients without it are cut short Newton's method gains little by a step. */
  @Test
  void newtonForMinima() {
    int n = 300;
    double[] c = new double[n];
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      c[i] = Math.pow(10, 7.0 * i / n);
      start[i] = 1 + 0.3 * Math.sin(i);
    }
    var with = PreconditionedProgramsSteepValleyArgmin.solution(start, c);
    var without = SteepWithout.solution(start, c);
    assertEquals(Status.CONVERGED, with.status());
    assertTrue(with.iterations() < 12, "iterations " + with.iterations());
    assertTrue(without.iterations() > with.iterations(), "iterations " + without.iterations());
    double least = PreconditionedProgramsSteepValleyArgmin.value(start, c);
    assertTrue(least <= PreconditionedPrograms.steepValley(with.value(), c) + 1e-9);
  }

  @Test
  void theSeriesWithThePreconditionerConverges() {
    double[] a = {-3, 5, 2.5, -1.5};
    var found = PreconditionedProgramsSteepFixedPoint.adjoint(new double[4], a, cotangent(4));
    assertEquals(Status.CONVERGED, found.status());
    assertEquals(Adjoint.NEUMANN, found.solver());
    double[] x = PreconditionedProgramsSteepFixedPoint.solve(new double[4], a);
    double[] up = a.clone();
    double[] down = a.clone();
    up[1] += 1e-6;
    down[1] -= 1e-6;
    double[] above = PreconditionedProgramsSteepFixedPoint.solve(x, up);
    double[] below = PreconditionedProgramsSteepFixedPoint.solve(x, down);
    double slope = 0;
    for (int i = 0; i < 4; i++) {
      slope += cotangent(4)[i] * (above[i] - below[i]) / 2e-6;
    }
    assertEquals(slope, found.gradient()[1], 1e-7);
  }

  /** A ridge is no exact derivative, and the bound says how far it is off. */
  @Test
  void ridges() {
    double[] v = {1, 0};
    var open = PreconditionedProgramsOpenArgmin.adjoint(new double[2], 3, v);
    assertEquals(Status.CONVERGED, open.status());
    assertEquals(0.5, open.gradient(), 1e-3);
    var closed = PreconditionedProgramsClosedArgmin.adjoint(new double[2], 3, v);
    assertEquals(2 / 2.001, closed.gradient(), 1e-12);
    double off = 1 - closed.gradient();
    assertTrue(closed.errorBound() > off && closed.errorBound() < 10 * off);
  }

  @Test
  void warmStarts() {
    int n = 240;
    double[] c = strengths(n);
    double[] start = new double[n];
    double[] v = cotangent(n);
    WarmStart warm = new WarmStart();
    var first = PreconditionedProgramsPlainRoot.adjoint(start, c, 0.7, v, warm);
    var again = PreconditionedProgramsPlainRoot.adjoint(start, c, 0.7, v, warm);
    assertTrue(again.iterations() <= 1, "iterations " + again.iterations());
    assertArrayEquals(first.gradient().c(), again.gradient().c(), 1e-11);
    var near = PreconditionedProgramsPlainRoot.adjoint(start, c, 0.7000001, v, warm);
    var cold = PreconditionedProgramsPlainRoot.adjoint(start, c, 0.7000001, v);
    assertTrue(near.iterations() < cold.iterations(), near.iterations() + " and " + cold);
    assertArrayEquals(cold.gradient().c(), near.gradient().c(), 1e-10);
    // What does not fit is left alone.
    var other =
        PreconditionedProgramsPlainRoot.adjoint(
            new double[4], strengths(4), 0.7, cotangent(4), warm);
    assertEquals(Status.CONVERGED, other.status());
  }
}
