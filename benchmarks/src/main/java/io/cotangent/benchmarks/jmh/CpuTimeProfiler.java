package io.cotangent.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of a call: that of the whole virtual machine over an iteration, garbage
 * collection included, divided by the iteration's calls; of the iterations the least.
 *
 * <p>On a machine with other things to do it says more than the time on the clock.
 */
public final class CpuTimeProfiler implements InternalProfiler {
  /** What JMH calls the result. */
  static final String LABEL = "cpu.norm";

  private long before;

  @Override
  public String getDescription() {
    return "processor time per call";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = processTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long calls = result.getMetadata().getAllOps();
    double time = (double) (processTime() - before) / calls;
    return List.of(new ScalarResult(LABEL, time, "ns/op", AggregationPolicy.MIN));
  }

  /** Nanoseconds, or a negative number where the virtual machine doesn't know. */
  private static long processTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }
}
