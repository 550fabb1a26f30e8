package io.cotangent.gpu.aparapi;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Launch;
import io.cotangent.batch.Operation;
import io.cotangent.runtime.Exceptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The compiled kernels of one generated class on one device. */
final class Program implements AutoCloseable {
  /** The prelude's code for an item that needs more scratch memory. */
  private static final int SCRATCH = 6;

  /** The prelude's code for a division of integers by zero. */
  private static final int DIVISION = 3;

  private static final int FIRST_SCRATCH = 64;

  private final OpenCLDevice device;
  private final Limits limits;
  private final Transfers transfers;
  private final Compiler compiler;
  private final Map<String, CompiledKernel> kernels = new HashMap<>();
  private final Map<String, Buffers> buffers = new HashMap<>();
  private final Map<String, Integer> scratch = new HashMap<>();
  private int nonce;

  /** Makes kernels. */
  interface Compiler {
    /** A kernel from its source; {@code what} is for messages. */
    CompiledKernel compile(OpenCLDevice device, String what, String source);
  }

  Program(OpenCLDevice device, Limits limits, Transfers transfers, Compiler compiler) {
    this.compiler = compiler;
    this.device = device;
    this.limits = limits;
    this.transfers = transfers;
  }

  /** What the device compiles. */
  static String source(Launch launch, int groupSize) {
    String head =
        (launch.usesDouble() ? "#define COTANGENT_DOUBLE\n" : "")
            + "#define GROUP_SIZE "
            + groupSize
            + "\n#define kernel_"
            + launch.kernel()
            + " run\n";
    try (InputStream prelude = Program.class.getResourceAsStream("prelude.cl")) {
      if (prelude == null) {
        throw new DeviceException("prelude.cl is missing beside " + Program.class);
      }
      return head + new String(prelude.readAllBytes(), StandardCharsets.UTF_8) + launch.source();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] run(Operation operation, Launch launch) {
    int items = Chunks.items(operation, launch, limits);
    double[] sums = new double[operation.sums()];
    for (int first = 0; first < operation.n(); first += items) {
      chunk(operation, launch, items, first, sums);
    }
    return sums;
  }

  private void chunk(Operation operation, Launch launch, int items, int first, double[] sums) {
    int count = Math.min(items, operation.n() - first);
    while (true) {
      int perLane = scratch.computeIfAbsent(launch.kernel(), k -> firstScratch(launch));
      Shape shape = Shape.of(operation, launch, limits, items, perLane);
      Buffers arrays = launch(operation, launch, shape, first, count);
      int failed = arrays.failure();
      if (failed == Integer.MAX_VALUE && arrays.done() == count) {
        arrays.store(launch, first, count, sums);
        return;
      }
      if (failed % 8 != SCRATCH) {
        throw failure(operation, first + failed / 8, failed % 8);
      }
      grow(operation, launch, perLane);
    }
  }

  private static int firstScratch(Launch launch) {
    String text = launch.source();
    boolean needed = text.contains("push_") || text.contains("new_") || text.contains("clone_");
    return needed ? FIRST_SCRATCH : 1;
  }

  private void grow(Operation operation, Launch launch, int perLane) {
    long more = 4L * perLane;
    long room = Math.min(limits.memory() / 4, limits.allocation());
    if (Shape.bytesPerLane(launch, operation.sums(), (int) Math.min(more, 1 << 28))
        > room / limits.groupSize()) {
      throw new DeviceException(
          operation.name()
              + " needs more memory for the tape or the arrays of its items than "
              + device.getName()
              + " has: use Device.parallel()");
    }
    scratch.put(launch.kernel(), (int) more);
  }

  /** Runs a kernel; what it left in its arrays, which came back whole. */
  private Buffers launch(Operation operation, Launch launch, Shape shape, int first, int count) {
    CompiledKernel kernel = kernel(operation, launch);
    Buffers arrays = buffers.get(launch.kernel());
    boolean made = arrays == null || !arrays.shape().equals(shape);
    if (made) {
      arrays = new Buffers(launch, shape, limits.groupSize());
      kernel.arguments(arrays.arguments());
      buffers.put(launch.kernel(), arrays);
    }
    nonce = nonce % 0xffff + 1;
    arrays.load(launch, kernel.arguments(), first, count, nonce);
    try {
      kernel.launch(Range.create(device, shape.lanes(), limits.groupSize()));
    } catch (DeviceException e) {
      // Neither what was on the device is there for certain, nor the device itself.
      buffers.remove(launch.kernel());
      kernels.remove(launch.kernel());
      kernel.close();
      throw e;
    }
    transfers.count(kernel.arguments(), made);
    if (!arrays.isComplete(launch, nonce)) {
      throw new DeviceException(
          operation.name()
              + " did not run to its end on "
              + device.getName()
              + ": the driver's messages are on the standard error stream");
    }
    return arrays;
  }

  private CompiledKernel kernel(Operation operation, Launch launch) {
    return kernels.computeIfAbsent(
        launch.kernel(),
        k -> compiler.compile(device, operation.name(), source(launch, limits.groupSize())));
  }

  /** What Java throws for an item that failed on the device; its results are not used. */
  private RuntimeException failure(Operation operation, int item, int reason) {
    try {
      operation.body().run(item, item + 1, new double[operation.sums()]);
    } catch (Exception e) {
      throw Exceptions.rethrow(e);
    }
    if (reason == DIVISION) {
      // Java's own division does not throw where PoCL took over its signal: see HostArithmetic.
      return new ArithmeticException("/ by zero");
    }
    return new DeviceException(
        operation.name() + ": item " + item + " failed on " + device.getName() + ", not in Java");
  }

  @Override
  public void close() {
    kernels.values().forEach(CompiledKernel::close);
    kernels.clear();
    buffers.clear();
  }
}
