package io.cotangent.samples.spark;

import io.cotangent.samples.training.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains the tumours' logistic regression on a cluster: each partition's gradient by the generated
 * batch, the sum by {@code treeAggregate}.
 */
public final class SparkSample {
  private static final double RATE = 0.5;

  private SparkSample() {}

  /** Takes the master's address; two workers on this machine where there is none. */
  public static void main(String[] args) {
    try (JavaSparkContext context = context(args.length > 0 ? args[0] : "local-cluster[2,1,512]")) {
      Examples tumours = Examples.tumours();
      double[] weights = onCluster(context, parts(tumours, 6), 50);
      double[] end = whole(tumours).gradient(weights);
      System.out.printf(
          Locale.ROOT, "mean loss after 50 steps: %.6f%n", end[end.length - 1] / tumours.count());
    }
  }

  static JavaSparkContext context(String master) {
    SparkConf conf =
        new SparkConf()
            .setAppName("tumours")
            .setMaster(master)
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.executor.memory", "512m")
            .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    return new JavaSparkContext(conf);
  }

  static Part whole(Examples all) {
    return new Part(all.x(), all.labels());
  }

  /** The examples in parts of about the same size. */
  static List<Part> parts(Examples all, int count) {
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int from = all.count() * k / count;
      int to = all.count() * (k + 1) / count;
      parts.add(whole(all.slice(from, to)));
    }
    return parts;
  }

  /** Weights and bias after some steps of gradient descent on a cluster. */
  static double[] onCluster(JavaSparkContext context, List<Part> parts, int steps) {
    int features = parts.get(0).x().length / parts.get(0).label().length;
    int count = parts.stream().mapToInt(part -> part.label().length).sum();
    JavaRDD<Part> spread = context.parallelize(parts, parts.size()).cache();
    return descend(
        features,
        count,
        steps,
        weights ->
            spread
                .map(part -> part.gradient(weights))
                .treeAggregate(new double[features + 2], Part::plus, Part::plus, 2));
  }

  /** The same on this machine. */
  static double[] alone(Part all, int steps) {
    int count = all.label().length;
    return descend(all.x().length / count, count, steps, all::gradient);
  }

  private static double[] descend(
      int features, int count, int steps, UnaryOperator<double[]> gradient) {
    double[] weights = new double[features + 1];
    for (int step = 0; step < steps; step++) {
      double[] sum = gradient.apply(Arrays.copyOf(weights, weights.length));
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= RATE / count * sum[i];
      }
    }
    return weights;
  }
}
