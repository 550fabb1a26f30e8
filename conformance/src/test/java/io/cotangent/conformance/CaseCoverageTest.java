package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number of every public reference case is asked for by a test that reads the case. */
class CaseCoverageTest {
  /** The optimum over all policies, which is no fixed point of the case's map. */
  private static final Set<String> NOT_COMPUTED = Set.of("hard_optimal_policy_value");

  @Test
  void everyRowIsRead() throws IOException {
    Map<String, Set<String>> expectations = ReferenceCase.expectations();
    Path sources =
        Path.of(System.getProperty("cotangent.root", ".."))
            .resolve("conformance/src/test/java/io/cotangent/conformance");
    List<String> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(sources)) {
      files
          .filter(file -> file.toString().endsWith("Test.java"))
          .forEach(file -> tests.add(text(file)));
    }
    List<String> missing = new ArrayList<>();
    expectations.forEach(
        (id, names) -> {
          List<String> readers =
              tests.stream().filter(test -> test.contains("of(\"" + id + "\")")).toList();
          for (String name : names) {
            // Prints of single precision, and what only says how to read another entry.
            boolean counts =
                !name.startsWith("printed_")
                    && !name.endsWith("_order")
                    && !NOT_COMPUTED.contains(name);
            if (counts && readers.stream().noneMatch(test -> test.contains("\"" + name + "\""))) {
              missing.add(id + ": " + name);
            }
          }
        });
    assertTrue(expectations.size() >= 38, () -> "only " + expectations.keySet());
    assertEquals(List.of(), missing);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
