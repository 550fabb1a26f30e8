package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.fuzz.Processors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated for a handful of programs that people read, to the letter. The system property
 * {@code cotangent.rewrite} makes this test write the files instead of comparing them.
 */
class GoldenTest {
  private static final Path ROOT = Path.of(System.getProperty("cotangent.root", ".."));
  private static final Path GOLDEN = ROOT.resolve("conformance/src/test/resources/golden");
  private static final List<String> GENERATED =
      List.of(
          "ModelLossDerivatives",
          "ModelWaveDerivatives",
          "ModelScanDerivatives",
          "ModelFirstAboveDerivatives",
          "ModelPowerDerivatives");

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> generatedTextIsAsCommitted() throws IOException {
    generate();
    return GENERATED.stream().map(name -> dynamicTest(name, () -> compare(name)));
  }

  private static void generate() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-s",
              folder.toString(),
              "-d",
              folder.toString(),
              "-Xlint:all,-processing",
              "-Werror",
              "-classpath",
              Processors.runtimePath().get(0).toString());
      Path model = GOLDEN.resolve("Model.java");
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, null, options, null, files.getJavaFileObjects(model));
      task.setProcessors(List.of(Processors.supplier().get()));
      assertTrue(task.call(), "compiles");
    }
  }

  private static void compare(String name) throws IOException {
    String text = Files.readString(folder.resolve("golden/" + name + ".java"));
    Path golden = GOLDEN.resolve(name + ".java");
    if (System.getProperty("cotangent.rewrite") != null) {
      Files.writeString(golden, text);
    }
    assertTrue(Files.isRegularFile(golden), () -> golden + " is missing");
    assertEquals(
        Files.readString(golden).replace("\r\n", "\n"),
        text.replace("\r\n", "\n"),
        "if this is meant: run this test with -Dcotangent.rewrite=true and commit the files");
  }
}
