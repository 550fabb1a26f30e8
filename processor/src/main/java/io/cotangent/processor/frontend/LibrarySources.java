package io.cotangent.processor.frontend;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sources of the runtime that the processor carries with it: methods of these types are
 * differentiated through their source although only their classes are on the class path.
 */
final class LibrarySources {
  private static final Set<String> TYPES =
      Set.of(
          "io.cotangent.Complex",
          "io.cotangent.ComplexFunctions",
          "io.cotangent.FiniteDifferenceReverseRules",
          "io.cotangent.OdeReverseRules",
          "io.cotangent.QuadratureReverseRules",
          "io.cotangent.implicit.Projections",
          "io.cotangent.implicit.Proximals",
          "io.cotangent.linalg.ReverseRules");

  private LibrarySources() {}

  /** Whether a file of the model is one of them, and not the user's. */
  static boolean isFile(String path) {
    return Stream.of(TYPES, Operators.TYPES, Models.all())
        .flatMap(Collection::stream)
        .anyMatch(name -> path.equals(unit(name)));
  }

  /** The name that the source of a type has in the model. */
  static String unit(String qualifiedName) {
    return qualifiedName.replace('.', File.separatorChar) + ".java";
  }

  /** The source file of a top-level type, if it is one of them. */
  static Optional<String> of(String qualifiedName) {
    if (!TYPES.contains(qualifiedName) && !Operators.has(qualifiedName)) {
      return Optional.empty();
    }
    String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    try (InputStream in =
        LibrarySources.class.getResourceAsStream("sources/" + simple + ".java.txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
