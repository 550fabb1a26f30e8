package io.cotangent.samples.heat;

import io.cotangent.implicit.Solved;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Finds a plate's conductivity from noisy temperatures, and draws it. */
public final class PlateSample {
  private static final int PANEL = 320;
  private static final int MARGIN = 24;
  private static final int TOP = 56;

  private PlateSample() {}

  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/plate.png"), 64, 80);
  }

  /** Searches on a plate of {@code n} by {@code n} cells and writes the picture. */
  public static void run(PrintStream out, Path picture, int n, int iterations) throws IOException {
    PlateFit plate = new PlateFit(n);
    var forward = PlateBalanceRoot.solution(new double[n * n], plate.truth, plate.sources[0], n);
    out.printf(
        Locale.ROOT,
        "%d unknown temperatures: %s after %d Newton steps, residual %.1e%n",
        n * n,
        forward.status(),
        forward.iterations(),
        forward.residual());
    var adjoint =
        PlateBalanceRoot.adjoint(
            forward.value(), plate.truth, plate.sources[0], n, plate.measured[0]);
    out.printf(
        Locale.ROOT,
        "adjoint: %s after %d iterations of %s, error at most %.1e%n",
        adjoint.status(),
        adjoint.iterations(),
        adjoint.solver(),
        adjoint.errorBound());
    Solved search = plate.search(out, iterations);
    double[] field = plate.field(search.point());
    int sensors = plate.sources.length * ((n + 1) / 3) * ((n + 1) / 3);
    out.printf(
        Locale.ROOT,
        "half the squares %.1f for %d measurements, conductivity's logarithm off by %.1f %%%n",
        plate.misfit(search.point()),
        sensors,
        100 * plate.error(field));
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ImageIO.write(draw(plate, field), "png", picture.toFile());
  }

  private static BufferedImage draw(PlateFit plate, double[] field) {
    BufferedImage image =
        new BufferedImage(3 * PANEL + 4 * MARGIN, PANEL + TOP + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    panel(pen, 0, "Conductivity (logarithm, -1.1 to 1.1)", plate.truth, plate.n, 1.1);
    panel(pen, 1, "One of three measured temperatures", plate.measured[2], plate.n, 0);
    panel(pen, 2, "Conductivity found from them", field, plate.n, 1.1);
    pen.dispose();
    return image;
  }

  /** A field as a picture; {@code range} is that of colours, or 0 for one that starts at zero. */
  private static void panel(
      Graphics2D pen, int column, String title, double[] field, int n, double range) {
    int left = MARGIN + column * (PANEL + MARGIN);
    pen.setColor(Color.DARK_GRAY);
    pen.drawString(title, left, TOP - 16);
    double largest = 0;
    for (double value : field) {
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = field[i * n + j];
        pen.setColor(range > 0 ? twoSided(value / range) : oneSided(value / largest));
        int x = left + j * PANEL / n;
        int y = TOP + i * PANEL / n;
        pen.fillRect(x, y, left + (j + 1) * PANEL / n - x, TOP + (i + 1) * PANEL / n - y);
      }
    }
    pen.setColor(Color.GRAY);
    pen.drawRect(left, TOP, PANEL, PANEL);
  }

  /** Blue below zero, white at zero, red above. */
  private static Color twoSided(double share) {
    float pale = (float) (1 - Math.min(1, Math.abs(share)));
    return share < 0
        ? new Color(0.15f + 0.85f * pale, 0.35f + 0.65f * pale, 0.7f + 0.3f * pale)
        : new Color(0.8f + 0.2f * pale, 0.2f + 0.8f * pale, 0.15f + 0.85f * pale);
  }

  /** From black by red and yellow to white. */
  private static Color oneSided(double share) {
    double heat = 3 * Math.max(0, Math.min(1, share));
    return new Color(
        (float) Math.min(1, heat),
        (float) Math.max(0, Math.min(1, heat - 1)),
        (float) Math.max(0, heat - 2));
  }
}
