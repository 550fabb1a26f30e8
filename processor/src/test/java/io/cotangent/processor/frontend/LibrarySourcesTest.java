package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sources that the processor carries are the runtime's own. The system property {@code
 * cotangent.rewrite} makes this test copy them.
 */
class LibrarySourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("cotangent.root", ".."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Complex",
        "ComplexFunctions",
        "FiniteDifferenceReverseRules",
        "OdeReverseRules",
        "QuadratureReverseRules",
        "ScalarFunction",
        "VectorFunction",
        "implicit.Projections",
        "implicit.Proximals",
        "linalg.ReverseRules",
        "linear.LinearOperator",
        "linear.Transposed",
        "linear.Vectors",
        "operators.Curvature",
        "operators.Directional",
        "operators.Hutchinson",
        "operators.JacobianOperator",
        "operators.Products",
        "operators.SparseHessian",
        "operators.SymmetricOperator",
        "operators.Taylor",
        "operators.VectorCalculus"
      })
  void theCopyIsTheOriginal(String type) throws IOException {
    Path original =
        ROOT.resolve("runtime/src/main/java/io/cotangent/" + type.replace('.', '/') + ".java");
    Path copy =
        ROOT.resolve(
            "processor/src/main/resources/io/cotangent/processor/frontend/sources/"
                + type.substring(type.lastIndexOf('.') + 1)
                + ".java.txt");
    if (System.getProperty("cotangent.rewrite") != null) {
      Files.copy(original, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(
        Files.readString(original),
        Files.readString(copy),
        "the runtime has changed: run this test with -Dcotangent.rewrite=true and commit the copy");
    assertEquals(Files.readString(copy), LibrarySources.of("io.cotangent." + type).orElseThrow());
  }

  @Test
  void otherTypesHaveNone() {
    assertTrue(LibrarySources.of("io.cotangent.SpecialMath").isEmpty());
    assertTrue(LibrarySources.of("java.lang.Math").isEmpty());
  }
}
