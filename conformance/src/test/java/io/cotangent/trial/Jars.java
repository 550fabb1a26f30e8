package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Differentiable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that a user gets, found where this test's own classes come from. */
final class Jars {

  private Jars() {}

  static Path runtime() {
    return jarOf(Differentiable.class);
  }

  static Path processor() {
    return jarOf("io.cotangent.processor.CotangentProcessor");
  }

  /** Eclipse's compiler. */
  static Path eclipse() {
    return jarOf("org.eclipse.jdt.internal.compiler.batch.Main");
  }

  private static Path jarOf(String type) {
    try {
      return jarOf(Class.forName(type));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(type + " is not on the test's class path", missing);
    }
  }

  private static Path jarOf(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      assertTrue(
          Files.isRegularFile(place),
          () -> place + " is not a jar: run this test with mvn verify, which packages first");
      return place;
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
