package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The new user's first program: a method, and a {@code main} that prints its gradient. */
final class Program {

  static final String MAIN = "trial.Trial";

  private static final String SOURCE =
      """
      package trial;

      import io.cotangent.Differentiable;

      public final class Trial {

        @Differentiable
        static double wave(double amplitude, double[] phases) {
          double sum = 0;
          for (double phase : phases) {
            sum += amplitude * Math.sin(phase);
          }
          return sum;
        }

        public static void main(String[] args) {
          double[] phases = {0, Math.PI / 2, 3};
          TrialWaveDerivatives.Gradient gradient = TrialWaveDerivatives.gradient(2, phases);
          System.out.println(gradient.amplitude());
          for (double bar : gradient.phases()) {
            System.out.println(bar);
          }
        }
      }
      """;

  private Program() {}

  /** Writes the program below {@code sources} and returns its file. */
  static Path write(Path sources) throws IOException {
    Path file = sources.resolve("trial/Trial.java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, SOURCE);
  }

  /** Runs the compiled program and compares what it prints with the closed form. */
  static void runAndCheck(Path folder, Path classes) throws IOException, InterruptedException {
    String path = classes + File.pathSeparator + Jars.runtime();
    String output = Run.tool(folder, "java", "-cp", path, MAIN).succeeded().output();
    double[] printed = output.lines().mapToDouble(Double::parseDouble).toArray();
    assertEquals(4, printed.length, output);
    assertEquals(1 + Math.sin(3), printed[0], 1e-15, output);
    assertEquals(2, printed[1], 0, output);
    assertEquals(2 * Math.cos(Math.PI / 2), printed[2], 1e-15, output);
    assertEquals(2 * Math.cos(3), printed[3], 1e-15, output);
  }
}
