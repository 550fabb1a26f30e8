package io.cotangent.samples.orbit;

import io.cotangent.linalg.Linalg;
import io.cotangent.samples.chart.Chart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Carries what isn't known of an orbit's start along the orbit, by its state transition matrix. */
public final class OrbitSample {
  static final double ECCENTRICITY = 0.4;

  private static final double UNKNOWN = 0.004;
  private static final int STOPS = 8;
  private static final int NEARBY = 40;
  private static final String ORBIT = "#777777";
  private static final String LINEAR = "#206eb4";
  private static final String FLOWN = "#d6621e";

  private OrbitSample() {}

  /** Writes the picture to the path given, else to {@code target/orbit.svg}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/orbit.svg"));
  }

  /** Prints the matrices' checks, and writes the picture to {@code picture}. */
  public static void run(PrintStream out, Path picture) throws IOException {
    double[] start = Orbit.nearest(ECCENTRICITY);
    double period = Orbit.period(start);
    out.println("part of the orbit   determinant - 1   symplectic to   largest entry");
    for (int k = 1; k <= STOPS; k++) {
      double[][] transition = transition(start, k * period / STOPS);
      out.printf(
          Locale.ROOT,
          "%13d/%d %20.1e %15.1e %15.3f%n",
          k,
          STOPS,
          Linalg.determinant(transition) - 1,
          symplecticError(transition),
          largest(transition));
    }
    out.printf(
        Locale.ROOT,
        "after one orbit it is the closed form to %.1e%n",
        difference(transition(start, period), afterOneOrbit(start)));
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(picture, draw(start, period));
    out.println("picture: " + picture.toAbsolutePath().normalize());
  }

  /** The derivative of the state after a time with respect to the state now. */
  static double[][] transition(double[] state, double time) {
    double[][] jacobian = OrbitFlownDerivatives.jacobian(state, time);
    double[][] transition = new double[4][4];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(jacobian[i], 0, transition[i], 0, 4);
    }
    return transition;
  }

  /**
   * The state transition matrix over one orbit: as every orbit near by closes after its own period,
   * the state moves along the orbit by as much as the period differs.
   */
  static double[][] afterOneOrbit(double[] state) {
    double[] slope = OrbitPeriodDerivatives.gradient(state);
    double distance = Math.hypot(state[0], state[1]);
    double pull = 1 / (distance * distance * distance);
    double[] rate = {state[2], state[3], -pull * state[0], -pull * state[1]};
    double[][] matrix = new double[4][4];
    for (int i = 0; i < 4; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < 4; j++) {
        matrix[i][j] -= rate[i] * slope[j];
      }
    }
    return matrix;
  }

  /** How far the matrix is from one that keeps areas of position and velocity: ΦᵀJΦ = J. */
  static double symplecticError(double[][] matrix) {
    double[][] j = {{0, 0, 1, 0}, {0, 0, 0, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}};
    double[][] product = Linalg.matmul(Linalg.transpose(matrix), Linalg.matmul(j, matrix));
    return difference(product, j);
  }

  static double difference(double[][] a, double[][] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a[i].length; k++) {
        most = Math.max(most, Math.abs(a[i][k] - b[i][k]));
      }
    }
    return most;
  }

  private static double largest(double[][] a) {
    return difference(a, new double[a.length][a.length]);
  }

  private static String draw(double[] start, double period) {
    Chart chart = Chart.around(-0.4, 0, 2.6);
    chart.curve(orbit(start, period), ORBIT, 1.2);
    chart.points(List.of(new double[2]), "#e0a800", 9);
    Random random = new Random(3);
    for (int k = 0; k <= STOPS - 1; k++) {
      double time = (k == 0 ? 0.02 : k) * period / STOPS;
      double[] centre = Orbit.flown(start, time);
      chart.area(reach(transition(start, time), centre), LINEAR);
      List<double[]> near = new ArrayList<>();
      for (int i = 0; i < NEARBY; i++) {
        double[] moved = start.clone();
        for (int c = 0; c < 4; c++) {
          moved[c] += UNKNOWN * random.nextGaussian();
        }
        near.add(Orbit.flown(moved, time));
      }
      chart.points(near, FLOWN, 2);
    }
    chart.legend(LINEAR, "three deviations, by the transition matrix");
    chart.legend(FLOWN, "orbits flown from starts drawn at random");
    return chart.draw(
        "An orbit, and what isn't known of it",
        String.format(
            Locale.ROOT,
            "Start uncertain by %.3f in each coordinate and velocity; seven stops in one orbit",
            UNKNOWN),
        "semi-major axes",
        "semi-major axes");
  }

  private static List<double[]> orbit(double[] start, double period) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i <= 200; i++) {
      points.add(Orbit.flown(start, i * period / 200));
    }
    return points;
  }

  /** Three deviations about a place: the image of a sphere of starts, in the plane. */
  private static List<double[]> reach(double[][] transition, double[] centre) {
    double[][] places = {transition[0], transition[1]};
    double[][] root = Linalg.cholesky(Linalg.matmul(places, Linalg.transpose(places)));
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 72; i++) {
      double x = 3 * UNKNOWN * Math.cos(Math.PI * i / 36);
      double y = 3 * UNKNOWN * Math.sin(Math.PI * i / 36);
      points.add(
          new double[] {centre[0] + root[0][0] * x, centre[1] + root[1][0] * x + root[1][1] * y});
    }
    return points;
  }
}
