package io.cotangent.samples;

import io.cotangent.samples.asian.AsianSample;
import io.cotangent.samples.flow.FlowSample;
import io.cotangent.samples.fractal.FractalSample;
import io.cotangent.samples.greeks.GreeksSample;
import io.cotangent.samples.hare.HareSample;
import io.cotangent.samples.heat.PlateSample;
import io.cotangent.samples.inverse.InverseSample;
import io.cotangent.samples.layers.LayersSample;
import io.cotangent.samples.logistic.LogisticSample;
import io.cotangent.samples.mixture.MixtureSample;
import io.cotangent.samples.nist.NistSample;
import io.cotangent.samples.options.OptionsSample;
import io.cotangent.samples.orbit.OrbitSample;
import io.cotangent.samples.solutions.SolutionsSample;
import io.cotangent.samples.training.TrainingSample;
import io.cotangent.samples.tuning.TuningSample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs all samples, one after the other. */
public final class Samples {

  private Samples() {}

  /** Writes the pictures to the folder given, else to {@code target}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target"));
  }

  static void run(PrintStream out, Path pictures) throws IOException {
    title(out, "1. NIST's reference sets: least squares with generated Jacobians");
    NistSample.run(out);
    title(out, "2. The JAX cookbook's logistic regression");
    LogisticSample.run(out);
    title(out, "3. The Greeks of a book of options");
    OptionsSample.run(out);
    title(out, "4. Old Faithful: fitting a Gaussian mixture");
    MixtureSample.run(out, pictures.resolve("old-faithful.svg"));
    title(out, "5. Old Faithful: a normalising flow");
    FlowSample.run(out, pictures.resolve("old-faithful-flow.png"), 800);
    title(out, "6. Hare and lynx: Lotka and Volterra's equations");
    HareSample.run(out, pictures.resolve("hare-and-lynx.svg"));
    title(out, "7. An orbit's state transition matrix");
    OrbitSample.run(out, pictures.resolve("orbit.svg"));
    title(out, "8. Derivatives of solutions: Kepler, power iteration, PageRank, the lasso");
    SolutionsSample.run(out);
    title(out, "9. A million options, and volatilities implied by prices");
    GreeksSample.run(out, 100_000, 10_000);
    title(out, "10. Tumours and digits: training by mini-batches");
    TrainingSample.run(out, 4, 3);
    title(out, "11. An Asian option by Monte Carlo");
    AsianSample.run(out, 50_000);
    title(out, "12. The Mandelbrot set by its derivative");
    FractalSample.run(out, pictures.resolve("mandelbrot.png"), 320);
    title(out, "13. Layers that are solutions: a deep equilibrium, limited multi-label");
    LayersSample.run(out, 600, 2);
    title(out, "14. Penalties tuned by their gradients: Longley, breast cancer");
    TuningSample.run(out);
    title(out, "15. A plate's conductivity from measured temperatures");
    PlateSample.run(out, pictures.resolve("plate.png"), 32, 30);
    title(out, "16. Points moved, volatilities fitted, rewards found");
    InverseSample.run(out);
  }

  private static void title(PrintStream out, String title) {
    out.println();
    out.println(title);
    out.println("-".repeat(title.length()));
  }
}
