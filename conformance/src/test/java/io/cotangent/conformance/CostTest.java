package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.Processors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory, time and compile time stay linear where they were not elsewhere. */
class CostTest {
  private static final int SMALL = 4096;
  private static final int LARGE = 4 * SMALL;

  @TempDir private Path folder;

  @Test
  void enzyme132_quadraticMemory() {
    linear(n -> CostProgramsEnzyme132_quadraticMemoryDerivatives.gradient(0.3, n));
  }

  @Test
  void enzyme255_quadraticMemoryOfArrays() {
    linear(n -> CostProgramsEnzyme255_quadraticMemoryOfArraysDerivatives.gradient(array(n)));
  }

  @Test
  void swift38781_arrayAccessIsConstantTime() {
    linear(n -> CostProgramsSwift38781_arrayAccessIsConstantTimeDerivatives.gradient(array(n)));
    inTime(
        () -> CostProgramsSwift38781_arrayAccessIsConstantTimeDerivatives.gradient(array(500_000)));
  }

  @Test
  void swift38781_arrayAccessInHelper() {
    linear(n -> CostProgramsSwift38781_arrayAccessInHelperDerivatives.gradient(array(n)));
    inTime(() -> CostProgramsSwift38781_arrayAccessInHelperDerivatives.gradient(array(500_000)));
  }

  /** Of each call two numbers, in tapes that double when they are full, and never its arrays. */
  @Test
  void preaccumulatedCallsKeepTheirPartialsOnly() {
    linear(n -> CostProgramsPreaccumulatedDerivatives.gradient(0.3, n));
    long kept = Allocations.of(() -> CostProgramsPreaccumulatedDerivatives.gradient(0.3, LARGE));
    long taped = Allocations.of(() -> CostProgramsTapedDerivatives.gradient(0.3, LARGE));
    assertTrue(kept < 5 * 2 * 8L * LARGE, () -> kept + " bytes");
    assertTrue(taped > 50 * kept, () -> taped + " bytes against " + kept);
    var workspace = new CostProgramsPreaccumulatedDerivatives.Workspace();
    long again =
        Allocations.of(
            () -> CostProgramsPreaccumulatedDerivatives.valueAndGradient(0.3, LARGE, workspace));
    assertEquals(0, again);
  }

  private static double[] array(int n) {
    double[] a = new double[n];
    Arrays.setAll(a, i -> 0.1 + 0.5 / (1 + i % 7));
    return a;
  }

  /** Four times the size takes about four times the memory; sixteen would be quadratic. */
  private static void linear(IntFunction<Object> gradient) {
    long small = Allocations.of(() -> gradient.apply(SMALL));
    long large = Allocations.of(() -> gradient.apply(LARGE));
    assertTrue(small > 8L * SMALL / 2, () -> "only " + small + " bytes: is it measured?");
    assertTrue(large < 6 * small, () -> large + " bytes against " + small);
  }

  /** Linear time is milliseconds here, quadratic time minutes. */
  private static void inTime(org.junit.jupiter.api.function.ThrowingSupplier<double[]> work) {
    double[] gradient = assertTimeoutPreemptively(Duration.ofSeconds(20), work);
    assertEquals(500_000, gradient.length);
  }

  /** Thirty helpers, each calling the one before twice: a thousand million paths. */
  @Test
  void enzyme777_compileTime() throws IOException {
    StringBuilder source = new StringBuilder("final class Chain {\n");
    source.append("  static double f0(double x) { return Math.sin(x) * x; }\n");
    for (int i = 1; i <= 30; i++) {
      String call = "f" + (i - 1);
      source.append(
          ("  static double f%d(double x) { double y = %s(x * 0.5);"
                  + " return y + 0.1 * %s(y); }\n")
              .formatted(i, call, call));
    }
    source.append("  @io.cotangent.Differentiable(order = 2)\n");
    source.append("  static double chain(double x) { return f30(x); }\n}\n");
    compilesSoon("Chain", source.toString());
  }

  /** Loops in loops, with arrays, branches and ways out in each of them. */
  @Test
  void enzyme2999_compileTimeOfNests() throws IOException {
    StringBuilder source = new StringBuilder("final class Nest {\n");
    source.append("  @io.cotangent.Differentiable(order = 2)\n");
    source.append("  static double nest(double[] x, int n) {\n    double s = 0;\n");
    for (int depth = 0; depth < 7; depth++) {
      source.append(
          ("    for (int i%d = 0; i%d < n; i%d++) { if (s > %d) { s *= x[0]; continue; }"
                  + " x[i%d %% 3] += s * x[1]; if (s < -%d) break;\n")
              .formatted(depth, depth, depth, depth, depth, depth));
    }
    source.append("    s += x[0] * Math.sin(x[1]);\n").append("}".repeat(7));
    source.append("\n    return s;\n  }\n}\n");
    compilesSoon("Nest", source.toString());
  }

  /** A second of CPU or two as a rule; the bound leaves room for slow and busy machines. */
  private void compilesSoon(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), text);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options = new ArrayList<>(List.of("-d", folder.toString(), "-nowarn"));
      options.addAll(List.of("-classpath", Processors.runtimePath().get(0).toString()));
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
      Processor processor = Processors.supplier().get();
      task.setProcessors(List.of(processor));
      assertTrue(task.call(), "compiles");
    }
    long seconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000_000;
    assertTrue(seconds < 30, () -> seconds + " seconds of CPU");
    assertTrue(
        Files.isRegularFile(folder.resolve(name + name + "Derivatives.class")),
        "the derivatives' class is there");
  }
}
