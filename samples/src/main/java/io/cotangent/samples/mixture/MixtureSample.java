package io.cotangent.samples.mixture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Fits a mixture of two Gaussians to Old Faithful's eruptions and draws the fit. */
public final class MixtureSample {

  private MixtureSample() {}

  /** Writes the picture to the path given, else to {@code target/old-faithful.svg}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/old-faithful.svg"));
  }

  /** Fits with a progress line, prints the mixture, and writes the picture to {@code picture}. */
  public static void run(PrintStream out, Path picture) throws IOException {
    double[][] points = OldFaithful.read();
    ProgressLine line = new ProgressLine(out);
    MixtureFit.Result fit =
        MixtureFit.of(
            points,
            (iteration, logLikelihood, gradientNorm) ->
                line.show(
                    String.format(
                        Locale.ROOT,
                        "iteration %3d   log-likelihood %14.8f   |gradient| %.1e",
                        iteration,
                        logLikelihood,
                        gradientNorm)));
    line.end();
    out.printf(
        Locale.ROOT,
        "log-likelihood %.6f after %d iterations and %d gradients%n",
        fit.logLikelihood(),
        fit.iterations(),
        fit.evaluations());
    Mixture mixture = fit.mixture();
    for (int k = 0; k < 2; k++) {
      double[][] s = mixture.covariances()[k];
      out.printf(
          Locale.ROOT,
          "component %d: weight %.4f, mean (%.4f, %.4f), covariance (%.4f, %.4f; %.4f, %.4f)%n",
          k + 1,
          mixture.weights()[k],
          mixture.means()[k][0],
          mixture.means()[k][1],
          s[0][0],
          s[0][1],
          s[1][0],
          s[1][1]);
    }
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(picture, draw(fit, points));
    out.println("picture: " + picture.toAbsolutePath().normalize());
  }

  /** The picture of a fit, in SVG. */
  static String draw(MixtureFit.Result fit, double[][] points) {
    String[] legend = new String[2];
    for (int k = 0; k < 2; k++) {
      double[] mean = fit.mixture().means()[k];
      legend[k] =
          String.format(
              Locale.ROOT,
              "%s eruptions, %.0f %%: %.1f min, wait %.0f min",
              k == 0 ? "short" : "long",
              100 * fit.mixture().weights()[k],
              mean[0],
              mean[1]);
    }
    String subtitle =
        String.format(
            Locale.ROOT,
            "%d eruptions, maximum likelihood by gradients from Cotangent;"
                + " log-likelihood \u2212%.2f",
            points.length,
            -fit.logLikelihood());
    return new MixturePicture(fit.mixture(), points)
        .draw(
            "Old Faithful: a mixture of two Gaussians",
            subtitle,
            "length of the eruption (minutes)",
            "waiting time to the next (minutes)",
            legend);
  }
}
