package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Differentiable;
import org.junit.jupiter.api.Test;

/** What a workspace gave out may be a cotangent, and is no argument of the next call. */
class WorkspaceTest {
  @Differentiable
  static double energy(double[] a, double[][] w) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * a[i] * w[i][0];
    }
    return s;
  }

  @Differentiable
  static double[] powers(double[] a) {
    double[] r = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      r[i] = a[i] * a[i];
    }
    return r;
  }

  private static void refused(org.junit.jupiter.api.function.Executable call, String name) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().startsWith("'" + name + "' is the workspace's own"), e::getMessage);
  }

  @Test
  void gradientsAreNoArguments() {
    double[] a = {1, 2};
    double[][] w = {{3}, {4}};
    var ws = new WorkspaceTestEnergyDerivatives.Workspace();
    WorkspaceTestEnergyDerivatives.valueAndGradient(a, w, ws);
    double[] own = ws.a();
    double[][] rows = ws.w();
    refused(() -> WorkspaceTestEnergyDerivatives.valueAndGradient(own, w, ws), "a");
    refused(() -> WorkspaceTestEnergyDerivatives.valueAndGradient(a, rows, ws), "w");
    refused(() -> WorkspaceTestEnergyDerivatives.valueAndGradient(rows[1], w, ws), "a");
    WorkspaceTestEnergyDerivatives.valueAndGradient(new double[3], new double[3][1], ws);
    refused(() -> WorkspaceTestEnergyDerivatives.valueAndGradient(own, w, ws), "a");
    // Nothing was overwritten.
    assertArrayEquals(new double[] {6, 16}, own);
    WorkspaceTestEnergyDerivatives.valueAndGradient(own.clone(), w, ws);
    assertArrayEquals(new double[] {36, 128}, ws.a());
    var other = new WorkspaceTestEnergyDerivatives.Workspace();
    WorkspaceTestEnergyDerivatives.valueAndGradient(ws.a(), w, other);
    assertArrayEquals(new double[] {216, 1024}, other.a());
  }

  @Test
  void valuesAreNoArgumentsButCotangents() {
    double[] a = {1, 2};
    var ws = new WorkspaceTestPowersDerivatives.Workspace();
    double[] value = WorkspaceTestPowersDerivatives.vjp(a, new double[] {1, 1}, ws);
    refused(() -> WorkspaceTestPowersDerivatives.vjp(value, a, ws), "a");
    assertArrayEquals(new double[] {1, 4}, value);
    WorkspaceTestPowersDerivatives.vjp(a, value, ws);
    assertArrayEquals(new double[] {2, 16}, ws.a());
    WorkspaceTestPowersDerivatives.vjp(a, ws.a(), ws);
    assertArrayEquals(new double[] {4, 64}, ws.a());
  }
}
