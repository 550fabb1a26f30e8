package io.cotangent.gpu.aparapi;

import com.aparapi.Kernel;
import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.jni.KernelRunnerJNI;
import io.cotangent.batch.DeviceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;

/**
 * OpenCL C of our own, run by the native code with which Aparapi runs its kernels.
 *
 * <p>Aparapi's other way, {@code OpenCLDevice.bind}, makes Java objects while arrays are pinned,
 * which can stop the whole machine under a collector that waits for pinned arrays; and it tells of
 * errors on the standard error stream only.
 */
class CompiledKernel extends KernelRunnerJNI implements AutoCloseable {
  /** Of an object, of resources, on the host. */
  private static final Set<Integer> OUT_OF_MEMORY = Set.of(-4, -5, -6);

  private final String what;
  private final long handle;
  private final ByteBuffer in = buffer();
  private final ByteBuffer out = buffer();
  private List<Argument> arguments = List.of();
  private boolean changed;

  /**
   * Compiles.
   *
   * @param what for messages
   * @param source a program with a kernel named {@code run}, whose last parameter is an int
   */
  CompiledKernel(OpenCLDevice device, String what, String source) {
    this.what = what;
    int flags =
        device.getType() == Device.TYPE.GPU
            ? JNI_FLAG_USE_GPU
            : device.getType() == Device.TYPE.ACC ? JNI_FLAG_USE_ACC : 0;
    long context = initJNI(new Nothing(), device, flags);
    if (context == 0) {
      throw new DeviceException("no OpenCL context on " + device.getName() + " for " + what);
    }
    handle = context;
    // So that there is something to dispose before the arguments are known.
    setArgsJNI(context, new Argument[0], 0);
    if (buildProgramJNI(context, source, "") == 0) {
      // Not disposed: the native code would release a queue and a kernel that were never made.
      throw new DeviceException(
          "the kernel of "
              + what
              + " was not built for "
              + device.getName()
              + "; the driver's messages are on the standard error stream");
    }
  }

  /** The native code wants a kernel object, for the fields of which there is no use here. */
  private static final class Nothing extends Kernel {
    @Override
    public void run() {}
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder());
  }

  /** Sets the arguments, whose number and types are fixed from then on. */
  void arguments(List<Argument> list) {
    if (arguments.isEmpty()) {
      arguments = list;
      setArgsJNI(handle, list.toArray(Argument[]::new), list.size());
    } else {
      for (int i = 0; i < list.size(); i++) {
        arguments.get(i).hold(list.get(i).held());
      }
    }
    changed = true;
  }

  List<Argument> arguments() {
    return arguments;
  }

  /**
   * Runs over the range and waits for the end.
   *
   * @throws DeviceException if OpenCL reports an error
   */
  void launch(Range range) {
    int status = run(range);
    if (status != 0) {
      throw new DeviceException(
          what
              + " failed with OpenCL error "
              + status
              + (OUT_OF_MEMORY.contains(status)
                  ? " (out of memory): use fewer items, or Device.parallel()"
                  : ", the device may be lost: the next launch sets everything up anew; if that"
                      + " fails too, use Device.parallel(); the driver's messages are on the"
                      + " standard error stream"));
    }
    changed = false;
  }

  /** OpenCL's status of a run that has ended. */
  int run(Range range) {
    return runKernelJNI(handle, range, changed, 1, out, in);
  }

  @Override
  public void close() {
    disposeJNI(handle);
  }
}
