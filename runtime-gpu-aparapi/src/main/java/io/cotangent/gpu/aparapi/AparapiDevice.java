package io.cotangent.gpu.aparapi;

import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Launch;
import io.cotangent.batch.Operation;
import java.util.HashMap;
import java.util.Map;

/**
 * An OpenCL device. Programs are compiled once and kept, with their buffers, until it is closed;
 * launches of several threads take turns.
 *
 * <p>A launch counts only if every group and every output array brought back the launch's own
 * number and all items were done; anything else is a {@link DeviceException}.
 */
public final class AparapiDevice implements Device {
  private final OpenCLDevice device;
  private final Limits limits;
  private final Program.Compiler compiler;
  private final Transfers transfers = new Transfers();
  private final Map<String, Program> programs = new HashMap<>();
  private boolean closed;

  AparapiDevice(OpenCLDevice device, Limits limits) {
    this(device, limits, CompiledKernel::new);
  }

  AparapiDevice(OpenCLDevice device, Limits limits, Program.Compiler compiler) {
    this.device = device;
    this.compiler = compiler;
    // Buffers are copies then: the driver never keeps the address of an array that may move.
    device.setSharedMemory(false);
    HostArithmetic.check();
    this.limits = limits;
  }

  @Override
  public String name() {
    return device.getName().strip() + " (OpenCL)";
  }

  /** Bytes that were sent to the device so far. */
  public long bytesToDevice() {
    return transfers.toDevice();
  }

  /** Bytes that were read back from the device so far. */
  public long bytesFromDevice() {
    return transfers.fromDevice();
  }

  @Override
  public synchronized double[] run(Operation operation) {
    if (closed) {
      throw new DeviceException(name() + " is closed");
    }
    Launch launch =
        operation
            .launch()
            .orElseThrow(
                () ->
                    new DeviceException(
                        operation.name()
                            + " has no kernel: value, gradient, jvp and vjp have one if the method is"
                            + " annotated with @Batched(gpu = true); use Device.parallel() for it"));
    if (launch.usesDouble() && !limits.doublePrecision()) {
      throw new DeviceException(
          operation.name()
              + " needs double precision, which "
              + name()
              + " lacks: use float in the method, or Device.parallel()");
    }
    if (operation.n() == 0) {
      return new double[operation.sums()];
    }
    Program program =
        programs.computeIfAbsent(
            launch.source(), source -> new Program(device, limits, transfers, compiler));
    return program.run(operation, launch);
  }

  @Override
  public synchronized void close() {
    closed = true;
    programs.values().forEach(Program::close);
    programs.clear();
  }

  @Override
  public String toString() {
    return name();
  }
}
