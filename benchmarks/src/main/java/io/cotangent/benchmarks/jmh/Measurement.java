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
 * @param cpu processor time per call in nanoseconds, NaN if not measured
 * @param error half the width of its confidence interval, NaN if there are too few samples
 * @param bytes allocated per call, NaN if not measured
 */
record Measurement(
    String problem,
    String size,
    String method,
    double nanoseconds,
    double error,
    double cpu,
    double bytes) {
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
    return new Measurement(
        problem,
        String.join(" ", List.copyOf(values.values())),
        names[names.length - 1],
        run.getPrimaryResult().getScore(),
        run.getPrimaryResult().getScoreError(),
        secondary(run, CpuTimeProfiler.LABEL),
        secondary(run, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult run, String label) {
    for (String key : run.getSecondaryResults().keySet()) {
      if (key.endsWith(label)) {
        return run.getSecondaryResults().get(key).getScore();
      }
    }
    return Double.NaN;
  }
}
