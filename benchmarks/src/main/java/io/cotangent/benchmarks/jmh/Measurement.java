package io.cotangent.benchmarks.jmh;

import java.util.List;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * One method's figures.
 *
 * @param problem the benchmark's class without its suffix
 * @param size its parameters' values, empty if there are none
 * @param method the method's name
 * @param nanoseconds time per call
 * @param error half the width of its confidence interval, NaN if there are too few samples
 * @param bytes allocated per call, NaN if not measured
 */
record Measurement(
    String problem, String size, String method, double nanoseconds, double error, double bytes) {
  private static final String SUFFIX = "Benchmark";

  static Measurement of(RunResult run) {
    BenchmarkParams params = run.getParams();
    String[] names = params.getBenchmark().split("\\.");
    String type = names[names.length - 2];
    String problem =
        type.endsWith(SUFFIX) ? type.substring(0, type.length() - SUFFIX.length()) : type;
    TreeMap<String, String> values = new TreeMap<>();
    for (String key : params.getParamsKeys()) {
      values.put(key, params.getParam(key));
    }
    double bytes = Double.NaN;
    for (String key : run.getSecondaryResults().keySet()) {
      if (key.endsWith("gc.alloc.rate.norm")) {
        bytes = run.getSecondaryResults().get(key).getScore();
      }
    }
    return new Measurement(
        problem,
        String.join(" ", List.copyOf(values.values())),
        names[names.length - 1],
        run.getPrimaryResult().getScore(),
        run.getPrimaryResult().getScoreError(),
        bytes);
  }
}
