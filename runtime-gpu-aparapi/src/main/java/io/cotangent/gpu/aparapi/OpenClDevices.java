package io.cotangent.gpu.aparapi;

import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.opencl.OpenCLPlatform;
import io.cotangent.batch.DeviceInfo;
import java.util.Comparator;
import java.util.List;

/** The OpenCL devices of this machine. */
public final class OpenClDevices {

  private OpenClDevices() {}

  /**
   * Every device of every OpenCL platform, each tried with a small kernel.
   *
   * @return the devices, graphics processors first; empty where there is no OpenCL driver
   */
  public static List<DeviceInfo> list() {
    return inOrder().stream().map(OpenClDevices::describe).toList();
  }

  static List<OpenCLDevice> inOrder() {
    QuietStart.ensure();
    return new OpenCLPlatform()
        .getOpenCLPlatforms().stream()
            .flatMap(platform -> platform.getOpenCLDevices().stream())
            .sorted(Comparator.comparing(device -> kind(device.getType())))
            .toList();
  }

  static DeviceInfo describe(OpenCLDevice device) {
    return new DeviceInfo(
        device.getName().strip(),
        kind(device.getType()),
        DoubleProbe.passes(device),
        device.getGlobalMemSize());
  }

  private static DeviceInfo.Kind kind(Device.TYPE type) {
    return switch (type) {
      case GPU -> DeviceInfo.Kind.GPU;
      case CPU -> DeviceInfo.Kind.CPU;
      case ACC -> DeviceInfo.Kind.ACCELERATOR;
      default -> DeviceInfo.Kind.OTHER;
    };
  }

  /**
   * Prints each device with its precision and memory, then a self-test with its speed.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    List<OpenCLDevice> devices = inOrder();
    if (devices.isEmpty()) {
      System.out.println("No OpenCL device was found; is a driver (ICD) installed?");
    }
    for (OpenCLDevice device : devices) {
      System.out.println(describe(device));
      System.out.println("  " + SelfTest.run(device));
    }
  }
}
