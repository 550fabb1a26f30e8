package io.cotangent.samples.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.samples.training.Examples;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Two workers, each a Java of its own. Newer than 23 this Spark's Hadoop does not start. */
@EnabledForJreRange(min = JRE.JAVA_17, max = JRE.JAVA_23)
class SparkSampleTest {
  private static final int STEPS = 12;

  @BeforeAll
  static void home() throws Exception {
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
  }

  @Test
  void theClusterFindsWhatOneMachineFinds() {
    Examples tumours = Examples.tumours();
    double[] alone = SparkSample.alone(SparkSample.whole(tumours), STEPS);
    try (JavaSparkContext context = SparkSample.context("local-cluster[2,1,512]")) {
      List<Part> parts = SparkSample.parts(tumours, 6);
      assertEquals(569, parts.stream().mapToInt(part -> part.label().length).sum());
      assertArrayEquals(alone, SparkSample.onCluster(context, parts, STEPS), 1e-12);
      List<String> names =
          context
              .parallelize(List.of(1, 2, 3, 4), 4)
              .map(i -> ManagementFactory.getRuntimeMXBean().getName())
              .distinct()
              .collect();
      String own = ManagementFactory.getRuntimeMXBean().getName();
      assertTrue(!names.isEmpty() && !names.contains(own), () -> names + " and " + own);
    }
    double[] end = SparkSample.whole(tumours).gradient(alone);
    assertTrue(end[end.length - 1] / 569 < 0.12, () -> "loss " + end[end.length - 1] / 569);
  }
}
