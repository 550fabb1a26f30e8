package io.cotangent.samples.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlateSampleTest {
  @Test
  void theGradientAgainstDifferences() {
    PlateFit plate = new PlateFit(12);
    Random random = new Random(5);
    double[] w = random.doubles(144, -1, 1).toArray();
    double[] direction = random.doubles(144, -1, 1).toArray();
    double[] gradient = plate.gradient(w);
    double slope = 0;
    double[] up = w.clone();
    double[] down = w.clone();
    for (int k = 0; k < 144; k++) {
      slope += gradient[k] * direction[k];
      up[k] += 1e-5 * direction[k];
      down[k] -= 1e-5 * direction[k];
    }
    double difference = (plate.misfit(up) - plate.misfit(down)) / 2e-5;
    assertEquals(difference, slope, 1e-6 * Math.abs(slope));
  }

  @Test
  void theConductivityIsFoundAgain(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path picture = folder.resolve("plate.png");
    PlateSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), picture, 24, 40);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("CONVERGED after 3 Newton steps"), text);
    assertTrue(text.contains("iterations of GMRES"), text);
    double error = Double.parseDouble(text.replaceAll("(?s).*off by ([0-9.]+) %.*", "$1"));
    assertTrue(error < 30, text);
    assertTrue(Files.size(picture) > 2_000);
  }
}
