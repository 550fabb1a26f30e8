package io.cotangent.benchmarks.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a copy of ADBench's data may lie.
 *
 * <p>The property {@code cotangent.shared} names the folder that holds {@code adbench}. Without it,
 * {@code ../shared} of the project's root is looked at; the root is the property {@code
 * cotangent.root}, or else the working directory or its parent.
 */
public final class AdbenchFiles {
  private AdbenchFiles() {}

  /**
   * Returns the folder with {@code gmm}, {@code ba}, {@code lstm}, {@code hand}, if there is one.
   */
  public static Optional<Path> folder() {
    String shared = System.getProperty("cotangent.shared");
    Path folder = shared != null ? Path.of(shared) : root().resolve("../shared");
    Path adbench = folder.resolve("adbench").normalize();
    return Files.isDirectory(adbench) ? Optional.of(adbench) : Optional.empty();
  }

  private static Path root() {
    String root = System.getProperty("cotangent.root");
    if (root != null) {
      return Path.of(root).toAbsolutePath();
    }
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("benchmarks")) ? here : here.resolve("..").normalize();
  }
}
