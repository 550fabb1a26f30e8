package io.cotangent.samples.nist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the carried figures against NIST's own files, where those are at hand. */
class ReferenceSetTest {

  static Stream<String> names() {
    return ReferenceSet.NAMES.stream();
  }

  private static Path nistFile(String name) {
    String shared = System.getProperty("cotangent.shared");
    Path folder =
        shared != null
            ? Path.of(shared)
            : Path.of(System.getProperty("cotangent.root", "..")).resolve("../shared");
    return folder.resolve("data/nist-strd").resolve(name + ".dat");
  }

  @ParameterizedTest
  @MethodSource("names")
  void figuresAreThoseOfNistsOwnFile(String name) throws IOException {
    Path file = nistFile(name);
    assumeTrue(Files.exists(file), "NIST's files are not at hand");
    ReferenceSet set = ReferenceSet.read(name);
    List<double[]> parameters = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    boolean data = false;
    for (String line : Files.readAllLines(file)) {
      String[] words = line.trim().split("\\s+");
      if (data && words.length > 1) {
        rows.add(parse(words, 0));
      } else if (line.startsWith("Data:")) {
        data = words.length > 1 && words[1].equals("y");
      } else if (words.length == 6 && words[0].matches("b\\d") && words[1].equals("=")) {
        parameters.add(parse(words, 2));
      } else if (line.startsWith("Residual Sum of Squares")) {
        assertEquals(Double.parseDouble(words[words.length - 1]), set.certifiedRss());
      }
    }
    assertEquals(parameters.size(), set.certified().length);
    for (int k = 0; k < parameters.size(); k++) {
      assertEquals(parameters.get(k)[0], set.starts()[0][k]);
      assertEquals(parameters.get(k)[1], set.starts()[1][k]);
      assertEquals(parameters.get(k)[2], set.certified()[k]);
      assertEquals(parameters.get(k)[3], set.certifiedDeviations()[k]);
    }
    assertEquals(rows.size(), set.y().length);
    for (int i = 0; i < rows.size(); i++) {
      double y = rows.get(i)[0];
      assertEquals(name.equals("Nelson") ? Math.log(y) : y, set.y()[i]);
      assertEquals(rows.get(i).length - 1, set.x().length);
      for (int k = 0; k < set.x().length; k++) {
        assertEquals(rows.get(i)[k + 1], set.x()[k][i]);
      }
    }
  }

  private static double[] parse(String[] words, int from) {
    double[] values = new double[words.length - from];
    for (int i = from; i < words.length; i++) {
      values[i - from] = Double.parseDouble(words[i]);
    }
    return values;
  }

  @Test
  void anUnknownSetIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ReferenceSet.read("Misra1z"));
  }
}
