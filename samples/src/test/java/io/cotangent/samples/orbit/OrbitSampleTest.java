package io.cotangent.samples.orbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.linalg.Linalg;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrbitSampleTest {
  private static final double[] START = Orbit.nearest(OrbitSample.ECCENTRICITY);
  private static final double PERIOD = Orbit.period(START);

  @Test
  void theOrbitClosesAfterItsPeriod() {
    assertEquals(2 * Math.PI, PERIOD, 1e-14);
    assertArrayEquals(START, Orbit.flown(START, PERIOD), 1e-9);
    double far = 1 + OrbitSample.ECCENTRICITY;
    assertEquals(-far, Orbit.flown(START, PERIOD / 2)[0], 1e-10);
  }

  @Test
  void transitionsAreSymplectic() {
    for (double time : new double[] {0, 0.3, 2, 5, PERIOD, 20, -4}) {
      double[][] transition = OrbitSample.transition(START, time);
      assertEquals(1, Linalg.determinant(transition), 1e-8);
      assertEquals(0, OrbitSample.symplecticError(transition), 1e-8);
    }
  }

  @Test
  void overOneOrbitTheMatrixIsTheClosedForm() {
    double[][] transition = OrbitSample.transition(START, PERIOD);
    double[][] closed = OrbitSample.afterOneOrbit(START);
    assertEquals(0, OrbitSample.difference(transition, closed), 1e-7);
  }

  @Test
  void bothModesAreTheDifferences() {
    double[] state = Orbit.flown(START, 0.8);
    double[][] forward = OrbitFlownDerivatives.jacobianForward(state, 2.5);
    double[][] reverse = OrbitFlownDerivatives.jacobianReverse(state, 2.5);
    assertEquals(0, OrbitSample.difference(forward, reverse), 1e-11);
    double h = 1e-5;
    for (int k = 0; k < 4; k++) {
      double[] up = state.clone();
      double[] down = state.clone();
      up[k] += h;
      down[k] -= h;
      double[] above = Orbit.flown(up, 2.5);
      double[] below = Orbit.flown(down, 2.5);
      for (int i = 0; i < 4; i++) {
        assertEquals((above[i] - below[i]) / (2 * h), forward[i][k], 1e-6);
      }
    }
  }

  @Test
  void thePictureIsDrawn(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path picture = folder.resolve("orbit.svg");
    OrbitSample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), picture);
    String svg = Files.readString(picture);
    assertTrue(svg.startsWith("<svg") && svg.endsWith("</svg>\n"));
    assertEquals(8, svg.split("fill-opacity='0.16'", -1).length - 1);
    assertEquals(11, bytes.toString(StandardCharsets.UTF_8).lines().count());
  }
}
