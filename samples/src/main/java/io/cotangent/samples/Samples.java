package io.cotangent.samples;

import io.cotangent.samples.logistic.LogisticSample;
import io.cotangent.samples.mixture.MixtureSample;
import io.cotangent.samples.nist.NistSample;
import io.cotangent.samples.options.OptionsSample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs all samples, one after the other. */
public final class Samples {

  private Samples() {}

  /** Writes the picture to the path given, else to {@code target/old-faithful.svg}. */
  public static void main(String[] args) throws IOException {
    run(System.out, Path.of(args.length > 0 ? args[0] : "target/old-faithful.svg"));
  }

  static void run(PrintStream out, Path picture) throws IOException {
    title(out, "1. NIST's reference sets: least squares with generated Jacobians");
    NistSample.run(out);
    title(out, "2. The JAX cookbook's logistic regression");
    LogisticSample.run(out);
    title(out, "3. The Greeks of a book of options");
    OptionsSample.run(out);
    title(out, "4. Old Faithful: fitting a Gaussian mixture");
    MixtureSample.run(out, picture);
  }

  private static void title(PrintStream out, String title) {
    out.println();
    out.println(title);
    out.println("-".repeat(title.length()));
  }
}
