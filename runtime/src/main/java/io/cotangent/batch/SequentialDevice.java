package io.cotangent.batch;

/** Runs all items on the caller's thread. */
final class SequentialDevice implements Device {
  static final SequentialDevice INSTANCE = new SequentialDevice();

  private SequentialDevice() {}

  @Override
  public String name() {
    return "sequential";
  }

  @Override
  public double[] run(Operation operation) {
    Blocks blocks = new Blocks(operation);
    for (int block = 0; block < blocks.count(); block++) {
      blocks.run(block);
    }
    return blocks.sums();
  }

  @Override
  public String toString() {
    return name();
  }
}
