package io.cotangent.benchmarks;

import io.cotangent.benchmarks.data.AdbenchFiles;
import io.cotangent.benchmarks.data.BaData;
import io.cotangent.benchmarks.data.GmmData;
import io.cotangent.benchmarks.data.HandData;
import io.cotangent.benchmarks.data.HandModel;
import io.cotangent.benchmarks.data.LstmData;
import io.cotangent.benchmarks.data.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** ADBench's inputs and what its own hand-written derivatives give; skips the test without them. */
public final class AdbenchData {
  private AdbenchData() {}

  public static GmmData gmm(String name) throws IOException {
    return GmmData.read(folder().resolve("gmm").resolve(name + ".txt"));
  }

  public static BaData ba(String name) throws IOException {
    return BaData.read(folder().resolve("ba").resolve(name + ".txt"));
  }

  public static LstmData lstm(String name) throws IOException {
    return LstmData.read(folder().resolve("lstm").resolve(name + ".txt"));
  }

  /** Reads a pose and points of the hand; {@code onTriangles} as in {@link HandData#read}. */
  public static HandData hand(String name, boolean onTriangles) throws IOException {
    Path hand = folder().resolve("hand");
    HandModel model = HandModel.read(hand.resolve("model"));
    return HandData.read(hand.resolve(name + ".txt"), model, onTriangles);
  }

  /** Opens an expected result behind its title. */
  public static Numbers expected(String name) throws IOException {
    return Numbers.of(folder().resolve("expected").resolve(name + ".manual.txt"), 1);
  }

  /** What is expected of bundle adjustment: one observation's residuals and derivatives. */
  public record Observation(double[] error, double weightError, double[][] jacobian, double last) {
    /** Reads it from the file's sections, each under a line of text. */
    public static Observation read(String name) throws IOException {
      Path file = folder().resolve("expected").resolve(name + ".manual.txt");
      Numbers residuals = Numbers.of(file, 2);
      double[] error = residuals.next(2);
      double weightError = residuals.nextDouble();
      double[][] jacobian = Numbers.of(file, 6).next(2, 15);
      return new Observation(error, weightError, jacobian, Numbers.of(file, 67).nextDouble());
    }
  }

  private static Path folder() {
    Assumptions.assumeTrue(AdbenchFiles.folder().isPresent(), "no ADBench data beside the project");
    return AdbenchFiles.folder().get();
  }
}
