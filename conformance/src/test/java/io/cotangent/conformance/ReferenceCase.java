package io.cotangent.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cotangent.Complex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A public case of the reference data beside the project; tests are skipped where there is none.
 */
final class ReferenceCase {
  private final Map<?, ?> inputs;
  private final Map<?, ?> expected;
  private final double tolerance;

  private ReferenceCase(Map<?, ?> entry) {
    this.inputs = (Map<?, ?>) entry.get("inputs");
    this.expected = (Map<?, ?>) entry.get("expected");
    Object given = ((Map<?, ?>) entry.get("tolerance")).get("abs");
    this.tolerance = given == null ? 1e-9 : (double) given;
  }

  static ReferenceCase of(String id) {
    Map<?, ?> all = all();
    if (!((List<?>) all.get("public")).contains(id)) {
      throw new AssertionError(id + " is no public case");
    }
    return entries(all)
        .filter(entry -> entry.get("id").equals(id))
        .findFirst()
        .map(ReferenceCase::new)
        .orElseThrow();
  }

  /** What is expected of every public case, by its name. */
  static Map<String, Set<String>> expectations() {
    Map<?, ?> all = all();
    Map<String, Set<String>> expectations = new TreeMap<>();
    entries(all)
        .filter(entry -> ((List<?>) all.get("public")).contains(entry.get("id")))
        .forEach(
            entry -> {
              Set<String> names = new TreeSet<>();
              ((Map<?, ?>) entry.get("expected")).keySet().forEach(k -> names.add((String) k));
              expectations.put((String) entry.get("id"), names);
            });
    return expectations;
  }

  private static Stream<Map<?, ?>> entries(Map<?, ?> all) {
    return ((List<?>) all.get("cases")).stream().map(entry -> (Map<?, ?>) entry);
  }

  private static Map<?, ?> all() {
    Path root = Path.of(System.getProperty("cotangent.root", ".."));
    Path shared =
        Path.of(System.getProperty("cotangent.shared", root.resolve("../shared").toString()));
    Path file = shared.resolve("cases/implicit.json");
    assumeTrue(Files.isRegularFile(file), "the reference cases are not here");
    try {
      return (Map<?, ?>) Json.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  double number(String name) {
    return (double) inputs.get(name);
  }

  Complex complex(String name) {
    double[] parts = flat(inputs.get(name));
    return new Complex(parts[0], parts[1]);
  }

  double[] vector(String name) {
    return vector(inputs.get(name));
  }

  double[][] matrix(String name) {
    return ((List<?>) inputs.get(name))
        .stream().map(ReferenceCase::vector).toArray(double[][]::new);
  }

  Complex[][] complexMatrix(String name) {
    return ((List<?>) inputs.get(name))
        .stream()
            .map(
                row ->
                    ((List<?>) row)
                        .stream()
                            .map(ReferenceCase::flat)
                            .map(z -> new Complex(z[0], z[1]))
                            .toArray(Complex[]::new))
            .toArray(Complex[][]::new);
  }

  /** What the case says in words under this name. */
  String text(String name) {
    return (String) expected.get(name);
  }

  /** The rows of what the case expects under this name. */
  double[][] rows(String name) {
    return ((List<?>) expected.get(name))
        .stream().map(ReferenceCase::flat).toArray(double[][]::new);
  }

  boolean[] flags(String name) {
    List<?> list = (List<?>) inputs.get(name);
    boolean[] flags = new boolean[list.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (boolean) list.get(i);
    }
    return flags;
  }

  private static double[] vector(Object list) {
    return flat(list);
  }

  /** The entries of nested lists, row-major. */
  private static double[] flat(Object value) {
    if (value instanceof Map<?, ?> complex) {
      return new double[] {(double) complex.get("re"), (double) complex.get("im")};
    }
    return value instanceof List<?> list
        ? list.stream().flatMapToDouble(e -> java.util.Arrays.stream(flat(e))).toArray()
        : new double[] {(double) value};
  }

  /** What the case expects under this name, row-major. */
  double[] expected(String name) {
    return flat(expected.get(name));
  }

  /** Fails unless what was computed, flattened, is what the case expects under this name. */
  void check(String name, Object... computed) {
    double[] want = flat(expected.get(name));
    double[] got = Flat.of(computed);
    if (want.length != got.length) {
      throw new AssertionError(name + ": " + got.length + " entries for " + want.length);
    }
    for (int i = 0; i < want.length; i++) {
      if (!(Math.abs(want[i] - got[i]) <= tolerance)) {
        throw new AssertionError(
            name + ": entry " + i + " is " + got[i] + ", not " + want[i] + " within " + tolerance);
      }
    }
  }
}
