package io.cotangent.fuzz.run;

/** How much was tested, and how much of it could be told. */
public final class Counts {
  private static final double CLOSE = 1e-5;
  private int points;
  private int throwing;
  private long comparisons;
  private long unclear;
  private int smooth;
  private int close;
  private int batches;
  private long items;
  private int inBlocks;
  private int refused;

  synchronized void add(Trial trial) {
    points++;
    throwing += trial.throwsAtPrimal() ? 1 : 0;
    comparisons += trial.comparisons;
    unclear += trial.unclear;
  }

  /** Compares the differentiator with finite differences where these can be trusted. */
  synchronized void difference(Trial trial) {
    boolean told =
        !trial.throwsAtPrimal()
            && trial.expected.directions > 0
            && trial.expected.entries.stream().noneMatch(e -> e.viaFloat() || e.singular());
    if (told) {
      smooth++;
      close += FiniteDifferences.distance(trial) < CLOSE ? 1 : 0;
    }
    if (told
        && trial.subject.program.order() == 2
        && trial.expected.entries.stream().noneMatch(e -> e.singularSecond())) {
      smooth++;
      close += FiniteDifferences.secondDistance(trial) < CLOSE ? 1 : 0;
    }
  }

  /** Notes a batch. */
  synchronized void batch(int size, long numbers) {
    batches++;
    items += size;
    comparisons += numbers;
  }

  /** Notes a batched program that has a form in blocks, or has none. */
  synchronized void blocks(boolean has) {
    inBlocks += has ? 1 : 0;
  }

  /** Notes a program that no device can run. */
  synchronized void refused() {
    refused++;
  }

  /** How many batches were run. */
  public synchronized int batches() {
    return batches;
  }

  /** How many batched programs had a form in blocks. */
  public synchronized int inBlocks() {
    return inBlocks;
  }

  public synchronized int points() {
    return points;
  }

  public synchronized long comparisons() {
    return comparisons;
  }

  /** How often finite differences were taken, of first and of second order. */
  public synchronized int smooth() {
    return smooth;
  }

  /** How often they agreed with the differentiator. */
  public synchronized int close() {
    return close;
  }

  @Override
  public synchronized String toString() {
    String differences =
        smooth == 0 ? "" : ", finite differences agree " + close + " times of " + smooth;
    if (batches > 0) {
      return batches
          + " batches of "
          + items
          + " items, "
          + inBlocks
          + " programs in blocks, "
          + refused
          + " refused, "
          + comparisons
          + " comparisons";
    }
    return points
        + " points ("
        + throwing
        + " throwing), "
        + comparisons
        + " comparisons, "
        + unclear
        + " unclear"
        + differences;
  }
}
