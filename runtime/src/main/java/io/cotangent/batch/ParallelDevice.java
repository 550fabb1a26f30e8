package io.cotangent.batch;

import java.util.concurrent.ForkJoinPool;

/** Runs blocks of items on the threads of a pool and on the caller's. */
final class ParallelDevice implements Device {
  private final ForkJoinPool pool;

  ParallelDevice(ForkJoinPool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "parallel (" + (pool.getParallelism() + 1) + " threads)";
  }

  @Override
  public double[] run(Operation operation) {
    Blocks blocks = new Blocks(operation);
    BlockRace race = new BlockRace(blocks);
    int helpers = Math.min(pool.getParallelism(), blocks.count() - 1);
    for (int i = 0; i < helpers; i++) {
      pool.execute(race::help);
    }
    race.lead();
    return blocks.sums();
  }

  @Override
  public String toString() {
    return name();
  }
}
