package io.cotangent.batch;

import java.util.concurrent.ForkJoinPool;

/**
 * Runs the operations of generated {@code …Batch} classes. Any number of threads may use one device
 * at the same time.
 */
public interface Device extends AutoCloseable {

  /** The caller's thread alone. */
  static Device sequential() {
    return SequentialDevice.INSTANCE;
  }

  /**
   * The common pool's threads and the caller's. Sums have the same bits as on {@link #sequential},
   * for any number of threads. A caller that is interrupted gets a {@link
   * java.util.concurrent.CancellationException} once all threads have let go of the batch's arrays;
   * an item's exception is the first one's, by the items' order.
   */
  static Device parallel() {
    return parallel(ForkJoinPool.commonPool());
  }

  /** As {@link #parallel()}, on the threads of {@code pool}. */
  static Device parallel(ForkJoinPool pool) {
    return new ParallelDevice(pool);
  }

  /**
   * The first OpenCL device of this machine, a graphics processor if there is one, by the module
   * {@code cotangent-gpu-aparapi}. It runs operations of classes compiled with {@code gpu = true}
   * and throws for all others: nothing ever runs elsewhere in its place.
   *
   * @return a device with kernels and memory of its own, to be closed by the caller
   * @throws DeviceException if the module or a device is missing
   */
  static Device openCl() {
    return Devices.openCl();
  }

  /**
   * The device that is likely the fastest for each operation: a graphics processor that computes in
   * double precision for operations with a kernel, else the common pool. What was chosen, and why,
   * goes to the {@link System.Logger} {@code io.cotangent.batch}, once per operation.
   *
   * @return a device to be closed by the caller
   */
  static Device best() {
    return new BestDevice();
  }

  /** A name for people. */
  String name();

  /**
   * Runs an operation; called by generated code.
   *
   * @return the sums over the batch
   * @throws DeviceException if the device can't run it, or failed
   */
  double[] run(Operation operation);

  /** Gives back kernels and memory; does nothing where there are none. */
  @Override
  default void close() {}
}
