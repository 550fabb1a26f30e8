package io.cotangent.gpu.aparapi;

import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.opencl.OpenCLPlatform;
import java.util.List;

/** Lists the OpenCL devices of this machine. */
public final class OpenClDevices {

  private OpenClDevices() {}

  /**
   * Every device of every OpenCL platform, each tried with a small kernel.
   *
   * @return the devices, in the order of the platforms; empty where there is no OpenCL driver
   */
  public static List<OpenClDevice> list() {
    return new OpenCLPlatform()
        .getOpenCLPlatforms().stream()
            .flatMap(platform -> platform.getOpenCLDevices().stream())
            .map(OpenClDevices::describe)
            .toList();
  }

  private static OpenClDevice describe(OpenCLDevice device) {
    return new OpenClDevice(
        device.getName().strip(),
        kind(device.getType()),
        DoubleProbe.passes(device),
        device.getGlobalMemSize());
  }

  private static OpenClDevice.Kind kind(Device.TYPE type) {
    return switch (type) {
      case GPU -> OpenClDevice.Kind.GPU;
      case CPU -> OpenClDevice.Kind.CPU;
      case ACC -> OpenClDevice.Kind.ACCELERATOR;
      default -> OpenClDevice.Kind.OTHER;
    };
  }

  /**
   * Prints one line per device.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    List<OpenClDevice> devices = list();
    if (devices.isEmpty()) {
      System.out.println("No OpenCL device was found; is a driver (ICD) installed?");
    }
    devices.forEach(System.out::println);
  }
}
