package io.cotangent.samples.fractal;

import io.cotangent.batch.Device;
import io.cotangent.samples.machines.Machines;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws the Mandelbrot set: brightness by the distance, hue by the direction of the gradient. */
public final class FractalSample {
  static final int STEPS = 200;
  private static final double LEFT = -2.2;
  private static final double WIDE = 3.2;

  private FractalSample() {}

  /** Writes the picture to the path given, else to {@code target/mandelbrot.png}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/mandelbrot.png"), 1200);
  }

  /**
   * Potential and gradient at the middle of every pixel.
   *
   * @param value the potential
   * @param dx its derivative to the right
   * @param dy its derivative downwards
   */
  record Field(double[] value, double[] dx, double[] dy) {
    static Field of(Device device, int width, int height) {
      int n = width * height;
      double[] x = new double[n];
      double[] y = new double[n];
      double pixel = WIDE / width;
      for (int i = 0; i < n; i++) {
        x[i] = LEFT + (i % width + 0.5) * pixel;
        y[i] = (i / width + 0.5 - height / 2.0) * pixel;
      }
      Field field = new Field(new double[n], new double[n], new double[n]);
      PotentialAtBatch.gradient(device, n, x, y, STEPS, field.value, field.dx, field.dy);
      return field;
    }

    /** The distance to the set, to first order; zero inside. */
    double distance(int i) {
      return value[i] == 0 ? 0 : value[i] / Math.hypot(dx[i], dy[i]);
    }
  }

  /** Prints each device's time and writes the picture, of a width in pixels. */
  public static void run(PrintStream out, Path picture, int width) throws IOException {
    int height = width * 3 / 4;
    Field field = null;
    try (Machines machines = new Machines(out)) {
      for (Device device : machines.all()) {
        long start = System.nanoTime();
        field = Field.of(device, width, height);
        out.printf(
            Locale.ROOT,
            "%,d gradients on %-34s %6.0f ms%n",
            width * height,
            Machines.name(device),
            (System.nanoTime() - start) / 1e6);
      }
    }
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ImageIO.write(draw(field, width, height), "png", picture.toFile());
    out.println("picture: " + picture.toAbsolutePath().normalize());
  }

  private static BufferedImage draw(Field field, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double pixel = WIDE / width;
    for (int i = 0; i < width * height; i++) {
      double distance = field.distance(i) / pixel;
      double angle = Math.atan2(field.dy()[i], field.dx()[i]) / (2 * Math.PI);
      float bright = (float) Math.min(1, Math.pow(distance / 60, 0.25));
      float pale = (float) (0.75 - 0.4 * bright);
      int colour = distance == 0 ? 0x101018 : Color.HSBtoRGB((float) angle, pale, bright);
      image.setRGB(i % width, i / width, colour);
    }
    return image;
  }
}
