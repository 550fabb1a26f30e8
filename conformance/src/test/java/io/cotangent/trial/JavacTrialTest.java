package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Javac alone, with the two jars and nothing else. */
class JavacTrialTest {

  @TempDir private Path folder;

  @Test
  void oneJarOnTheProcessorPathIsEnough() throws IOException, InterruptedException {
    Path source = Program.write(folder);
    compile("-Xlint:all,-processing", "-Werror", source.toString()).succeeded();
    Path generated = folder.resolve("generated/trial/TrialWaveDerivatives.java");
    assertTrue(Files.isRegularFile(generated), generated::toString);
    Program.runAndCheck(folder, folder.resolve("classes"));
  }

  @Test
  void anErrorStandsAtItsLineWithoutAStackTrace() throws IOException, InterruptedException {
    Path source = folder.resolve("Refused.java");
    Files.writeString(
        source,
        """
        final class Refused {
          @io.cotangent.Differentiable
          static double throughUnreadableCode(double x) {
            double y = x * x;
            return new java.util.SplittableRandom(1).nextDouble(y, y + 1);
          }
        }
        """);
    Run run = compile(source.toString());
    assertEquals(1, run.status(), run.output());
    assertTrue(run.output().contains("Refused.java:5: error: "), run.output());
    assertFalse(run.output().contains("\tat "), run.output());
  }

  private Run compile(String... arguments) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("generated"));
    String[] all = {
      "-cp",
      Jars.runtime().toString(),
      "-processorpath",
      Jars.processor().toString(),
      "-s",
      "generated",
      "-d",
      "classes"
    };
    return Run.tool(
        folder, "javac", Stream.of(all, arguments).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
