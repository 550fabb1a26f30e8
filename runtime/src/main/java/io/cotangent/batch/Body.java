package io.cotangent.batch;

/** The items of one operation as plain Java: what a generated class gives to a device. */
@FunctionalInterface
public interface Body {
  /**
   * Runs items one after another, in order. Different ranges may run at the same time.
   *
   * @param from the first item
   * @param to the item after the last
   * @param sums where each item adds its share of what is summed over the batch
   * @throws Exception what an item throws; later items of the range are then not run
   */
  void run(int from, int to, double[] sums) throws Exception;
}
