package io.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compilation finds in the classes of another one, without their source. */
class AcrossCompilationsTest {
  private static final String LIBRARY =
      """
      package lib;
      import io.cotangent.*;
      public class Lib {
        @Differentiable(order = 2)
        public static double product(double x, double[] y) { return x * x * y[0] + y[1] * x; }
        @Differentiable(order = 2)
        public static double cubic(double[] y) { return y[0] * y[0] * y[1]; }
        @Preaccumulate
        @Differentiable
        public static double kept(double x, double[] y) { return x * x * y[0] + y[1] * x; }
        @DerivativeOf(type = java.util.OptionalDouble.class, method = "orElse")
        public static double orElseJvp(java.util.OptionalDouble self, double x, double xDot) {
          return self.isPresent() ? 0 : xDot;
        }
        @DerivativeOf(type = java.util.OptionalDouble.class, method = "orElse", mode = Mode.VJP)
        public static double orElseVjp(java.util.OptionalDouble self, double x, double resultBar) {
          return self.isPresent() ? 0 : resultBar;
        }
      }
      """;

  private static final String FAST_MATH =
      """
      package org.hipparchus.util;
      public class FastMath {
        public static double exp(double x) { return StrictMath.exp(x); }
        public static double abs(double x) { return Math.abs(x); }
      }
      """;

  @TempDir Path folder;

  private record Source(String name, String text) {}

  private Path compile(String name, List<Path> classPath, List<Source> sources) throws Exception {
    Path out = Files.createDirectories(folder.resolve(name));
    assertEquals("", errors(out, classPath, sources));
    return out;
  }

  private static String errors(Path out, List<Path> classPath, List<Source> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path =
        classPath.stream().map(p -> p + java.io.File.pathSeparator).collect(Collectors.joining())
            + System.getProperty("java.class.path");
    List<JavaFileObject> files =
        sources.stream().map(s -> (JavaFileObject) new Text(s.name(), s.text())).toList();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            found,
            List.of("-d", out.toString(), "-s", out.toString(), "-cp", path, "-Xlint:none"),
            null,
            files);
    task.setProcessors(List.of(new CotangentProcessor()));
    task.call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static Object call(List<Path> classPath, String type, String method, Object... args)
      throws Exception {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls, AcrossCompilationsTest.class.getClassLoader())) {
      for (var each : loader.loadClass(type).getMethods()) {
        if (each.getName().equals(method) && each.getParameterCount() == args.length) {
          return each.invoke(null, args);
        }
      }
    }
    throw new AssertionError("no " + type + "." + method);
  }

  private static String use(String annotation, String body) {
    return "package use; import io.cotangent.*; import lib.*; public class Use { "
        + annotation
        + " public static double f(double[] y) { "
        + body
        + " } }";
  }

  private double[] gradient(String body, double... at) throws Exception {
    Path lib =
        compile(
            "lib",
            List.of(),
            List.of(
                new Source("lib.Lib", LIBRARY),
                new Source("org.hipparchus.util.FastMath", FAST_MATH)));
    Path out =
        compile("use", List.of(lib), List.of(new Source("use.Use", use("@Differentiable", body))));
    return (double[]) call(List.of(lib, out), "use.UseFDerivatives", "gradient", (Object) at);
  }

  private static void check(double[] got, double... want) {
    assertEquals(want.length, got.length);
    for (int i = 0; i < want.length; i++) {
      assertEquals(want[i], got[i], 1e-12 * Math.max(1, Math.abs(want[i])));
    }
  }

  @Test
  void anAnnotatedMethodWithoutSource() throws Exception {
    // x = y0 y1: x² y0 + y1 x = y0³ y1² + y0 y1²
    check(
        gradient("return Lib.product(y[0] * y[1], y);", 2, 3),
        3 * 4 * 9 + 9,
        2 * 8 * 3 + 2 * 2 * 3);
  }

  /** Its generated class is called in the forward sweep, before the argument is overwritten. */
  @Test
  void aMarkedMethodWithoutSource() throws Exception {
    check(
        gradient(
            "double[] a = {y[0], y[1]}; double z = Lib.kept(y[0] * y[1], a); a[0] = z; return z;",
            2,
            3),
        3 * 4 * 9 + 9,
        2 * 8 * 3 + 2 * 2 * 3);
    String text = Files.readString(folder.resolve("use/use/UseFDerivatives.java"));
    assertTrue(text.contains("keptWithPartials"), text);
  }

  @Test
  void theGradientOfAGeneratedClass() throws Exception {
    // g = (2 y0 y1, y0²): g0 g1 = 2 y0³ y1
    check(
        gradient("double[] g = LibCubicDerivatives.gradient(y); return g[0] * g[1];", 2, 3),
        6 * 4 * 3,
        2 * 8);
  }

  @Test
  void theGradientOfAGeneratedClassInAnotherPackage() throws Exception {
    String body = "double[] g = LibCubicDerivatives.gradient(y); return g[0] * g[1];";
    Path out =
        compile(
            "both",
            List.of(),
            List.of(
                new Source("lib.Lib", LIBRARY),
                new Source("use.Use", use("@Differentiable(order = 2)", body))));
    double[] at = {2, 3};
    check(
        (double[]) call(List.of(out), "use.UseFDerivatives", "gradient", (Object) at),
        6 * 4 * 3,
        2 * 8);
  }

  @Test
  void aRuleOfALibrary() throws Exception {
    check(
        gradient("return java.util.OptionalDouble.empty().orElse(y[0] * y[0]) * y[1];", 2, 3),
        12,
        4);
  }

  @Test
  void aFastMath() throws Exception {
    String body =
        "return org.hipparchus.util.FastMath.exp(y[0]) * org.hipparchus.util.FastMath.abs(y[1]);";
    check(gradient(body, 1, -3), 3 * StrictMath.exp(1), -StrictMath.exp(1));
  }

  @Test
  void whatTheClassDoesNotOfferIsRefused() throws Exception {
    Path lib = compile("lib", List.of(), List.of(new Source("lib.Lib", LIBRARY)));
    String text = use("@Differentiable(order = 2)", "return Lib.cubic(y) * y[0];");
    Path out = Files.createDirectories(folder.resolve("use"));
    String errors = errors(out, List.of(lib), List.of(new Source("use.Use", text)));
    assertTrue(errors.contains("[cotangent:rule-order]"), errors);
  }
}
