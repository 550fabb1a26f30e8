package io.cotangent.samples.flow;

import io.cotangent.samples.mixture.OldFaithful;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Fits a normalising flow to Old Faithful's eruptions and draws its density. */
public final class FlowSample {
  static final int LAYERS = 6;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final double REACH = 2.6;

  private FlowSample() {}

  /** Writes the picture to the path given, else to {@code target/old-faithful-flow.png}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/old-faithful-flow.png"), 800);
  }

  /** Fits, prints the likelihood, and writes the picture to {@code picture}. */
  public static double[] run(PrintStream out, Path picture, int steps) throws IOException {
    double[][] points = standardised(OldFaithful.read());
    double[] w = FlowFit.of(points, LAYERS, steps);
    out.printf(
        Locale.ROOT,
        "log-likelihood %.3f of %d standardised points after %d steps; one Gaussian has %.3f%n",
        Flow.logLikelihood(w, points),
        points.length,
        steps,
        gaussian(points));
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ImageIO.write(draw(points, w), "png", picture.toFile());
    out.println("picture: " + picture.toAbsolutePath().normalize());
    return w;
  }

  /** The density at a point: that of the standard normal distribution, and the determinant. */
  static double logDensity(double[] x, double[] w) {
    double[] z = Flow.toNormal(x, w);
    return -0.5 * (z[0] * z[0] + z[1] * z[1])
        - Math.log(2 * Math.PI)
        + FlowToNormalDerivatives.logAbsDetJacobian(x, w);
  }

  /** Points with mean zero and variance one in each coordinate. */
  static double[][] standardised(double[][] points) {
    double[][] all = new double[points.length][2];
    for (int c = 0; c < 2; c++) {
      double mean = 0;
      double square = 0;
      for (double[] point : points) {
        mean += point[c] / points.length;
        square += point[c] * point[c] / points.length;
      }
      double deviation = Math.sqrt(square - mean * mean);
      for (int i = 0; i < points.length; i++) {
        all[i][c] = (points[i][c] - mean) / deviation;
      }
    }
    return all;
  }

  /** The largest log-likelihood that one Gaussian has for standardised points. */
  static double gaussian(double[][] points) {
    double correlation = 0;
    for (double[] point : points) {
      correlation += point[0] * point[1] / points.length;
    }
    double determinant = 1 - correlation * correlation;
    return -points.length * (Math.log(2 * Math.PI) + 0.5 * Math.log(determinant) + 1);
  }

  private static BufferedImage draw(double[][] points, double[] w) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH; i++) {
      for (int j = 0; j < HEIGHT; j++) {
        double[] x = {at(i, WIDTH), -at(j, HEIGHT)};
        double depth = Math.pow(Math.min(1, Math.exp(logDensity(x, w)) / 0.7), 0.5);
        image.setRGB(i, j, shade(depth).getRGB());
      }
    }
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0x33, 0x1a, 0x08));
    for (double[] point : points) {
      double i = (point[0] / REACH + 1) * WIDTH / 2;
      double j = (1 - point[1] / REACH) * HEIGHT / 2;
      pen.fill(new Ellipse2D.Double(i - 1.5, j - 1.5, 3, 3));
    }
    pen.drawString("Old Faithful: length of eruption and waiting time, standardised", 12, 20);
    pen.dispose();
    return image;
  }

  private static double at(int pixel, int size) {
    return (2 * (pixel + 0.5) / size - 1) * REACH;
  }

  private static Color shade(double depth) {
    return new Color(
        (int) (255 - 70 * depth), (int) (255 - 165 * depth), (int) (255 - 235 * depth));
  }
}
