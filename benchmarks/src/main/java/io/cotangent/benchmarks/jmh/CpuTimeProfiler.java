package io.cotangent.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of a call: that of all threads over an iteration, but the compiler's and the
 * garbage collector's, divided by the iteration's calls; of the iterations the least.
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
    before = threadTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long calls = result.getMetadata().getAllOps();
    double time = (double) (threadTime() - before) / calls;
    return List.of(new ScalarResult(LABEL, time, "ns/op", AggregationPolicy.MIN));
  }

  /**
   * The nanoseconds all threads have run; finer grained than the process's time on some systems.
   */
  private static long threadTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id)); // −1 of threads that have ended since
    }
    return sum;
  }
}
