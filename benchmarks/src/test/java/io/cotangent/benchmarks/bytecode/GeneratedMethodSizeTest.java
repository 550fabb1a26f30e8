package io.cotangent.benchmarks.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.benchmarks.objective.GmmObjectiveDerivatives;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No method generated for this module's objectives is too long for HotSpot to compile. */
class GeneratedMethodSizeTest {
  @Test
  void sizesAreReadFromClassFiles() throws IOException {
    String name = MethodSizes.class.getSimpleName() + ".class";
    byte[] file = MethodSizes.class.getResourceAsStream(name).readAllBytes();
    Map<String, Integer> sizes = MethodSizes.of(file);
    // A private constructor that calls Object's: aload_0, invokespecial, return.
    assertEquals(5, sizes.get("<init>()V"));
    assertTrue(sizes.get("of([B)Ljava/util/Map;") > 50, sizes.toString());
    assertEquals(4, sizes.size(), sizes.toString());
  }

  @Test
  void everyGeneratedMethodCanBeCompiled() throws IOException, URISyntaxException {
    Path root =
        Path.of(
            GmmObjectiveDerivatives.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path file : generated(root)) {
      MethodSizes.of(Files.readAllBytes(file))
          .forEach((method, size) -> sizes.put(file.getFileName() + " " + method, size));
    }
    for (String objective :
        List.of("GmmObjective", "BaObjective", "LstmObjective", "HandObjective", "Rosenbrock")) {
      assertTrue(
          sizes.keySet().stream().anyMatch(key -> key.startsWith(objective + "Derivatives")),
          objective);
    }
    sizes.forEach(
        (method, size) -> assertTrue(size <= MethodSizes.COMPILED_LIMIT, method + ": " + size));
  }

  private static List<Path> generated(Path root) throws IOException {
    Path folder = root.resolve("io/cotangent/benchmarks/objective");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*Derivatives.*[.]class"))
          .toList();
    }
  }
}
