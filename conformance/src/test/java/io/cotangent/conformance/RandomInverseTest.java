package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.Processors;
import io.cotangent.linear.Lu;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inverse mode of random programs against their Jacobians, solved densely. */
class RandomInverseTest {
  private static final int CLASSES = 8;
  private static final int METHODS = 40;

  @TempDir private static Path folder;

  private static JavaFileObject file(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///random/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignored) {
        return text;
      }
    };
  }

  private static List<String> compile() {
    List<String> texts = new ArrayList<>();
    List<JavaFileObject> files = new ArrayList<>();
    for (int k = 0; k < CLASSES; k++) {
      String text = RandomInversePrograms.source("R" + k, METHODS, 20261127L + k);
      texts.add(text);
      files.add(file("R" + k, text));
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-parameters",
            "-d",
            folder.toString(),
            "-s",
            folder.toString(),
            "-classpath",
            Processors.runtimePath().get(0).toString());
    JavaCompiler.CompilationTask task = javac.getTask(null, null, null, options, null, files);
    task.setProcessors(List.of(Processors.supplier().get()));
    assertTrue(task.call(), "compiles");
    return texts;
  }

  @Test
  void inverseModeSolvesWithTheJacobian() throws Exception {
    List<String> texts = compile();
    int checked = 0;
    int stepwise = 0;
    try (URLClassLoader loader = loader()) {
      for (int k = 0; k < CLASSES; k++) {
        Class<?> holder = loader.loadClass("random.R" + k);
        for (int m = 0; m < METHODS; m++) {
          Subject subject = Subject.of(holder, "f" + m);
          Path written = folder.resolve("random/R" + k + "F" + m + "Derivatives.java");
          stepwise += Files.readString(written).contains("step by step") ? 1 : 0;
          for (Object[] point : points(m % 2 == 0)) {
            checked += check(subject, texts.get(k), "f" + m, point) ? 1 : 0;
          }
        }
      }
    }
    System.out.println(checked + " points, " + stepwise + " programs stepwise");
    assertTrue(checked > 2 * CLASSES * METHODS, checked + " points");
    assertTrue(stepwise > CLASSES * METHODS / 3, stepwise + " programs");
    assertEquals(CLASSES, texts.size());
  }

  private static URLClassLoader loader() throws MalformedURLException {
    URL[] here = {folder.toUri().toURL()};
    return new URLClassLoader(here, RandomInverseTest.class.getClassLoader());
  }

  private static List<Object[]> points(boolean scalars) {
    return scalars
        ? List.of(
            new Object[] {0.3, -0.8, 1.2, 0.7, 2},
            new Object[] {1.5, 0.6, -0.4, -1.1, 0},
            new Object[] {-0.2, 0.1, 0.9, 1.3, 1})
        : List.of(
            new Object[] {new double[] {0.3, -0.8, 1.2, 0.5}, 0.7, 2},
            new Object[] {new double[] {1.5, 0.6, -0.4}, -1.1, 0},
            new Object[] {new double[] {0.9}, 0.6, 0});
  }

  /** Checks where the Jacobian is not nearly singular. */
  private static boolean check(Subject subject, String text, String method, Object[] point) {
    double[][] jacobian = (double[][]) subject.call("jacobian", point).get();
    Lu lu = new Lu(jacobian);
    if (lu.isSingular() || !(lu.condition() < 1e4)) {
      return false;
    }
    try {
      InverseChecks.check(subject, point);
    } catch (AssertionError wrong) {
      int from = text.indexOf(" " + method + "(");
      throw new AssertionError(text.substring(from, text.indexOf("\n  }\n", from)), wrong);
    }
    return true;
  }
}
