package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a program printed and how it ended.
 *
 * @param status its exit status
 * @param output its standard output and error, together
 */
record Run(int status, String output) {

  private static final int MOST_SECONDS = 300;

  /** Runs {@code command} in {@code folder} and waits for its end, at most some minutes. */
  static Run of(Path folder, List<String> command) throws IOException, InterruptedException {
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(command + " did not end; it printed\n" + Files.readString(printed));
    }
    return new Run(process.exitValue(), Files.readString(printed));
  }

  /** Runs a tool of the JDK that runs this test. */
  static Run tool(Path folder, String name, String... arguments)
      throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", name);
    return of(folder, Stream.concat(Stream.of(tool.toString()), Arrays.stream(arguments)).toList());
  }

  Run succeeded() {
    assertEquals(0, status, output);
    return this;
  }
}
