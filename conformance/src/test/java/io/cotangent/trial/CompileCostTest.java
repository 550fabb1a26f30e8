package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the processor makes javac load for one method. Time on a shared machine says little; these
 * counts are most of it, and the same everywhere.
 */
class CompileCostTest {

  /** A tenth more than it was when this was written. */
  private static final int MOST_CLASSES = 1150;

  @TempDir private Path folder;

  @Test
  void theProcessorsClassesAreFew() throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    compile("-J-Xlog:class+load:file=" + log.getFileName());
    long loaded =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("] io.cotangent.processor.") && !line.contains("Lambda"))
            .count();
    assertTrue(loaded > 100 && loaded < MOST_CLASSES, () -> loaded + " classes");
  }

  @Test
  void classesThatAreOnlyNamedAreNotRead() throws IOException, InterruptedException {
    List<String> named = List.of("java/util/Locale", "java/util/stream/Stream");
    String output = compile("-verbose").output();
    List<String> read =
        output
            .lines()
            .filter(line -> line.startsWith("[loading "))
            .filter(line -> named.stream().anyMatch(name -> line.contains(name + ".class")))
            .toList();
    assertEquals(List.of(), read);
    assertTrue(output.contains("java/lang/String.class"), output);
  }

  private Run compile(String option) throws IOException, InterruptedException {
    Path source = Program.write(folder);
    return Run.tool(
            folder,
            "javac",
            option,
            "-cp",
            Jars.runtime().toString(),
            "-processorpath",
            Jars.processor().toString(),
            "-d",
            "classes",
            source.toString())
        .succeeded();
  }
}
