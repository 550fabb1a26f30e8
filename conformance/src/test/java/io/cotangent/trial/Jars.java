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
    try {
      return jarOf(Class.forName("io.cotangent.processor.CotangentProcessor"));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("the processor is not on the test's class path", missing);
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
