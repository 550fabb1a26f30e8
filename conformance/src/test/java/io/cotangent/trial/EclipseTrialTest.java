package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler with the jars that javac's users get. */
class EclipseTrialTest {

  @TempDir private Path folder;

  @Test
  void theClassIsTheOneThatJavacGets() throws IOException, InterruptedException {
    Path source = Program.write(folder);
    compile("-nowarn", source.toString()).succeeded();
    Program.runAndCheck(folder, folder.resolve("classes"));
    Run.tool(
            folder,
            "javac",
            "-cp",
            Jars.runtime().toString(),
            "-processorpath",
            Jars.processor().toString(),
            "-d",
            "other",
            "-s",
            "other",
            source.toString())
        .succeeded();
    String generated = "trial/TrialWaveDerivatives.java";
    assertEquals(
        Files.readString(folder.resolve("other").resolve(generated)),
        Files.readString(folder.resolve("generated").resolve(generated)));
  }

  @Test
  void sourcesOfOtherFilesAreFound() throws IOException, InterruptedException {
    Path model =
        write(
            "p/Model.java",
            """
            package p;
            public final class Model {
              @io.cotangent.Differentiable
              static double f(double x) {
                return Hidden.g(x) + Shape.of(x).area();
              }
              public static void main(String[] args) {
                System.out.println(ModelFDerivatives.gradient(3));
              }
            }
            """);
    Path others =
        write(
            "p/Others.java",
            """
            package p;
            final class Hidden {
              static double g(double x) {
                return x * x;
              }
            }
            record Shape(double width, double height) {
              static Shape of(double x) {
                return new Shape(x, 2);
              }
              double area() {
                return width * height;
              }
            }
            """);
    compile("-nowarn", model.toString(), others.toString()).succeeded();
    String path = "classes" + java.io.File.pathSeparator + Jars.runtime();
    assertEquals("8.0", Run.tool(folder, "java", "-cp", path, "p.Model").output().strip());
  }

  @Test
  void anErrorTellsItsPlaceInItsText() throws IOException, InterruptedException {
    Path source =
        write(
            "Refused.java",
            """
            final class Refused {
              @io.cotangent.Differentiable
              static double locked(double x) {
                synchronized (Refused.class) {
                  return x;
                }
              }
              @io.cotangent.Differentiable
              static double doubtful(double x) {
                return x == 2 ? 1 : x;
              }
            }
            """);
    Run run = compile(source.toString());
    assertFalse(run.status() == 0, run.output());
    List<String> lines = run.output().lines().map(String::strip).toList();
    int error =
        lines.indexOf(
            "Refused.java:4:5: 'synchronized' can't be differentiated: take the lock in the"
                + " method's caller [cotangent:unsupported-construct]");
    assertTrue(error > 2, run.output());
    assertTrue(lines.get(error - 3).contains("ERROR"), run.output());
    assertTrue(lines.get(error - 3).endsWith("(at line 3)"), run.output());
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.startsWith("Refused.java:10:12: ")
                        && line.endsWith("[cotangent:float-equality]")),
        run.output());
    assertFalse(run.output().contains("\tat "), run.output());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Run compile(String... arguments) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("generated"));
    Files.createDirectories(folder.resolve("other"));
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-jar", Jars.eclipse().toString(), "-17"));
    all.addAll(List.of("-cp", Jars.runtime().toString()));
    all.addAll(List.of("-processorpath", Jars.processor().toString()));
    all.addAll(List.of("-s", "generated", "-d", "classes"));
    all.addAll(List.of(arguments));
    return Run.tool(folder, "java", all.toArray(String[]::new));
  }
}
