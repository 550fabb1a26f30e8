package io.cotangent.processor.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Keeps every main source file of every module short enough to hold one idea. */
class SourceSizeTest {

  private static final int MOST_LINES = 300;

  @Test
  void noMainSourceFileIsTooLong() throws IOException {
    List<Path> sources = mainSources();
    assertTrue(sources.size() > 20, () -> "found only " + sources);
    assertAll(sources.stream().map(SourceSizeTest::isShort));
  }

  private static Executable isShort(Path source) {
    return () -> {
      long lines;
      try (Stream<String> text = Files.lines(source)) {
        lines = text.count();
      }
      assertTrue(lines <= MOST_LINES, () -> source + " has " + lines + " lines");
    };
  }

  private static List<Path> mainSources() throws IOException {
    Path root = Path.of(System.getProperty("cotangent.root", ".."));
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(SourceSizeTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
