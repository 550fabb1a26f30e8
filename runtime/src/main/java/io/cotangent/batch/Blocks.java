package io.cotangent.batch;

import io.cotangent.runtime.Exceptions;

/**
 * How a batch is cut into blocks, and how the blocks' sums become one: both depend on nothing but
 * the operation's sizes, so the sums have the same bits whoever runs the blocks, and whenever.
 */
final class Blocks {
  /** Items in a block: enough to hide its cost, few enough for their data to stay in cache. */
  static final int ITEMS = 1024;

  /** Partial sums that are kept at a time, at most, as long as there are some blocks to share. */
  private static final int MOST_PARTIALS = 1 << 20;

  private static final int FEWEST_BLOCKS = 64;

  private final Operation operation;
  private final double[][] partials;
  private final int size;

  Blocks(Operation operation) {
    this.operation = operation;
    int most = Math.max(FEWEST_BLOCKS, MOST_PARTIALS / Math.max(1, operation.sums()));
    int count = Math.min(ceil(operation.n(), ITEMS), most);
    size = count == 0 ? 0 : ceil(operation.n(), count);
    partials = new double[size == 0 ? 0 : ceil(operation.n(), size)][];
  }

  private static int ceil(int n, int size) {
    return n / size + (n % size == 0 ? 0 : 1);
  }

  int count() {
    return partials.length;
  }

  /** Runs a block; different blocks may run on different threads. */
  void run(int block) {
    int from = block * size;
    int to = Math.min(operation.n(), from + size);
    double[] sums = new double[operation.sums()];
    try {
      operation.body().run(from, to, sums);
    } catch (Exception e) {
      throw Exceptions.rethrow(e);
    }
    partials[block] = sums;
  }

  /** The sums over all blocks, added in their order. */
  double[] sums() {
    double[] total = count() == 0 ? new double[operation.sums()] : partials[0];
    for (int block = 1; block < count(); block++) {
      for (int i = 0; i < total.length; i++) {
        total[i] += partials[block][i];
      }
    }
    return total;
  }
}
