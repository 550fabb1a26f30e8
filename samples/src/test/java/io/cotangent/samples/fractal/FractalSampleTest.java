package io.cotangent.samples.fractal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.batch.Device;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FractalSampleTest {

  @Test
  void gradientsAreDifferences() {
    double[] x = {-0.75, 0.4, -2.1, 0.1, -1.3};
    double[] y = {0.3, 0.4, 0.01, 1.1, 0.2};
    double[] value = new double[5];
    double[] dx = new double[5];
    double[] dy = new double[5];
    PotentialAtBatch.gradient(Device.sequential(), 5, x, y, FractalSample.STEPS, value, dx, dy);
    for (int i = 0; i < 5; i++) {
      double h = 1e-7;
      double right = Potential.at(x[i] + h, y[i], FractalSample.STEPS);
      double left = Potential.at(x[i] - h, y[i], FractalSample.STEPS);
      double down = Potential.at(x[i], y[i] + h, FractalSample.STEPS);
      double up = Potential.at(x[i], y[i] - h, FractalSample.STEPS);
      assertEquals((right - left) / (2 * h), dx[i], 1e-5 * Math.abs(dx[i]) + 1e-8);
      assertEquals((down - up) / (2 * h), dy[i], 1e-5 * Math.abs(dy[i]) + 1e-8);
    }
  }

  /** Far away the set acts as a charge at the origin. */
  @Test
  void farAwayThePotentialIsALogarithm() {
    assertEquals(Math.log(500), Potential.at(300, 400, FractalSample.STEPS), 1e-3);
  }

  @Test
  void thePictureIsDrawn(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("m.png");
    FractalSample.run(new PrintStream(new ByteArrayOutputStream()), picture, 160);
    var image = ImageIO.read(picture.toFile());
    assertEquals(160, image.getWidth());
    int inside = image.getRGB(100, 60);
    assertEquals(0x101018, inside & 0xffffff);
    assertTrue(image.getRGB(5, 5) != inside);
    FractalSample.Field field = FractalSample.Field.of(Device.sequential(), 160, 120);
    for (int i = 0; i < 160; i++) {
      // The set is its own mirror image.
      assertEquals(field.distance(20 * 160 + i), field.distance(99 * 160 + i), 1e-12);
    }
  }
}
