package io.cotangent.samples.hare;

import io.cotangent.samples.chart.Chart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/** Fits Lotka and Volterra's equations to the record of hare and lynx, and draws the fit. */
public final class HareSample {
  private static final String HARES = "#d6621e";
  private static final String LYNX = "#206eb4";
  private static final String[] NAMES = {
    "hares' growth",
    "predation",
    "lynx' decline",
    "lynx' growth by prey",
    "hares in 1900",
    "lynx in 1900"
  };
  private static final double[] START = {0.5, 0.03, 0.7, 0.02, 30, 5};

  private HareSample() {}

  /** Writes the picture to the path given, else to {@code target/hare-and-lynx.svg}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/hare-and-lynx.svg"));
  }

  /** Fits, prints what was found, and writes the picture to {@code picture}. */
  public static void run(PrintStream out, Path picture) throws IOException {
    Pelts pelts = Pelts.read();
    Optimum fit = fit(pelts, START);
    double[] logs = fit.getPoint().toArray();
    double spread = spread(fit, pelts);
    double[] deviations = fit.getSigma(1e-12).toArray();
    for (int i = 0; i < NAMES.length; i++) {
      out.printf(
          Locale.ROOT,
          "%-22s %8.4f   give or take %4.1f %%%n",
          NAMES[i],
          Math.exp(logs[i]),
          100 * spread * deviations[i]);
    }
    out.printf(
        Locale.ROOT,
        "%d iterations; pelts scatter about the curves by %.0f %%%n",
        fit.getIterations(),
        100 * spread);
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(picture, draw(pelts, logs));
    out.println("picture: " + picture.toAbsolutePath().normalize());
  }

  /** Least squares in the logarithms of the pelts, from these parameters. */
  static Optimum fit(Pelts pelts, double[] start) {
    double[] logs = start.clone();
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(logs[i]);
    }
    double[] years = pelts.years();
    return new LevenbergMarquardtOptimizer()
        .optimize(
            new LeastSquaresBuilder()
                .start(logs)
                .target(pelts.logs())
                .model(
                    q -> HareAndLynx.logPelts(q, years),
                    q -> HareAndLynxLogPeltsDerivatives.jacobian(q, years))
                .maxEvaluations(1000)
                .maxIterations(1000)
                .build());
  }

  /** The standard deviation of the logarithms about the fit. */
  static double spread(Optimum fit, Pelts pelts) {
    double squares = fit.getResiduals().dotProduct(fit.getResiduals());
    return Math.sqrt(squares / (2 * pelts.years().length - HareAndLynx.UNKNOWNS));
  }

  private static String draw(Pelts pelts, double[] logs) {
    double[] years = pelts.years();
    double[] fine = new double[401];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = years[0] + i * (years[years.length - 1] - years[0]) / (fine.length - 1);
    }
    double[] curves = HareAndLynx.logPelts(logs, fine);
    List<List<double[]>> drawn = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < curves.length; i++) {
      drawn.get(i % 2).add(new double[] {fine[i / 2], Math.exp(curves[i])});
    }
    Chart chart = Chart.over(years[0], years[years.length - 1], 0, 85);
    chart.curve(drawn.get(0), HARES, 2.2);
    chart.curve(drawn.get(1), LYNX, 2.2);
    chart.points(points(years, pelts.hares()), HARES, 4.5);
    chart.points(points(years, pelts.lynx()), LYNX, 4.5);
    chart.legend(HARES, "hares: pelts, and the fitted curve");
    chart.legend(LYNX, "lynx: pelts, and the fitted curve");
    return chart.draw(
        "Hare and lynx: Lotka and Volterra's equations",
        "Pelts taken by the Hudson's Bay Company; least squares through the solution's derivatives",
        "year",
        "thousands of pelts");
  }

  private static List<double[]> points(double[] x, double[] y) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      points.add(new double[] {x[i], y[i]});
    }
    return points;
  }
}
