package io.cotangent.benchmarks.bytecode;

import static io.cotangent.benchmarks.Close.assertCloseToScale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Differentiable;
import io.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method of 3,000 operations in a row has derivatives that HotSpot can still compile. */
class StraightLineTest {
  private static final int INPUTS = 8;
  private static final int OPERATIONS = 3000;
  private static final String NAME = "Straight";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"3008, 1", "12, 5"})
  void threeThousandOperations(int variables, long seed) throws Exception {
    StraightLineProgram program = new StraightLineProgram(INPUTS, variables, OPERATIONS, seed);
    compile(program.source(NAME));
    try (Stream<Path> files = Files.list(folder.resolve("straight"))) {
      List<Path> generated =
          files.filter(f -> f.getFileName().toString().matches(NAME + "Deriv.*[.]class")).toList();
      assertTrue(!generated.isEmpty());
      for (Path file : generated) {
        for (Map.Entry<String, Integer> method :
            MethodSizes.of(Files.readAllBytes(file)).entrySet()) {
          assertTrue(method.getValue() <= MethodSizes.COMPILED_LIMIT, file + " " + method);
        }
      }
    }
    double[] x = program.point();
    double[] expected = program.valueAndGradient(x);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> primal = loader.loadClass("straight." + NAME);
      double value = (double) primal.getMethod("f", double[].class).invoke(null, x);
      assertEquals(expected[0], value, 1e-12);
      Class<?> derivatives = loader.loadClass("straight." + NAME + "Derivatives");
      double[] gradient =
          (double[]) derivatives.getMethod("gradient", double[].class).invoke(null, x);
      double[] slopes = Arrays.copyOfRange(expected, 1, expected.length);
      assertTrue(Arrays.stream(slopes).filter(slope -> Math.abs(slope) > 1e-6).count() >= 7);
      assertCloseToScale(slopes, gradient, 1e-10, "gradient");
      double tangent =
          (double)
              derivatives
                  .getMethod("jvp", double[].class, double[].class)
                  .invoke(null, x, new double[] {1, 1, 1, 1, 1, 1, 1, 1});
      assertEquals(
          Arrays.stream(slopes).sum(), tangent, 1e-10 * Arrays.stream(slopes).map(Math::abs).sum());
    }
  }

  private void compile(String source) throws IOException, URISyntaxException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path runtime =
        Path.of(Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            messages,
            null,
            null,
            List.of("-cp", runtime.toString(), "-d", folder.toString(), "--release", "17"),
            null,
            List.of(new Source(source)));
    task.setProcessors(List.of(new CotangentProcessor()));
    assertTrue(task.call(), messages::toString);
  }

  /** A source file held in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///straight/" + NAME + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
