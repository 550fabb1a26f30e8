package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;

/**
 * Bytes that work allocates, as the JVM counts them for the thread.
 *
 * <p>Always the least of several runs: the first ones load classes and grow workspaces, and once
 * the JIT has compiled the work, some of its objects are no longer made.
 */
final class Allocations {
  private static final int ROUNDS = 8;

  private Allocations() {}

  /** The least that a run allocates, which is not the first. */
  static long of(Runnable work) {
    work.run();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, once(work));
    }
    return least;
  }

  /** That the longer work allocates no more than the shorter, which allocates something. */
  static void assertNoMore(Runnable shorter, Runnable longer) {
    shorter.run();
    longer.run();
    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    // In turn, the longer last: what the JIT gains in between is gained for it too.
    for (int round = 0; round < ROUNDS; round++) {
      few = Math.min(few, once(shorter));
      many = Math.min(many, once(longer));
    }
    assertTrue(few > 0, "is it measured?");
    String bytes = many + " bytes against " + few;
    assertTrue(many <= few, bytes);
  }

  private static long once(Runnable work) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
        "this JVM doesn't count allocations");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    work.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
