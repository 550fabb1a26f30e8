package io.cotangent.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Lists the devices of this machine, in code or as a program. */
public final class Devices {
  private static final String MODULE = "io.cotangent:cotangent-gpu-aparapi";

  private Devices() {}

  /** A device or the reason why there is none. */
  record Choice(Device device, String reason) {}

  /**
   * All devices: Java's own first, then those of every provider.
   *
   * @return what is known of them
   */
  public static List<DeviceInfo> list() {
    List<DeviceInfo> devices = new ArrayList<>();
    long heap = Runtime.getRuntime().maxMemory();
    devices.add(new DeviceInfo(Device.sequential().name(), DeviceInfo.Kind.JAVA, true, heap));
    devices.add(new DeviceInfo(Device.parallel().name(), DeviceInfo.Kind.JAVA, true, heap));
    provider().ifPresent(provider -> devices.addAll(provider.list()));
    return devices;
  }

  static Device openCl() {
    DeviceProvider provider =
        provider()
            .orElseThrow(
                () ->
                    new DeviceException(
                        "no module for OpenCL devices on the class path: add " + MODULE));
    return provider.open(0);
  }

  /** A graphics processor with double precision, if there is one. */
  static Choice gpu() {
    Optional<DeviceProvider> provider = provider();
    if (provider.isEmpty()) {
      return new Choice(null, MODULE + " is not on the class path");
    }
    List<DeviceInfo> list = provider.get().list();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).kind() == DeviceInfo.Kind.GPU && list.get(i).doublePrecision()) {
        return new Choice(provider.get().open(i), "");
      }
    }
    return new Choice(null, "there is no graphics processor with double precision");
  }

  private static Optional<DeviceProvider> provider() {
    Optional<DeviceProvider> found = ServiceLoader.load(DeviceProvider.class).findFirst();
    return found.isPresent()
        ? found
        : ServiceLoader.load(DeviceProvider.class, Devices.class.getClassLoader()).findFirst();
  }

  /**
   * Prints a line for every device: its name, kind, precision and memory.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    List<DeviceInfo> devices = list();
    devices.forEach(System.out::println);
    if (devices.stream().allMatch(device -> device.kind() == DeviceInfo.Kind.JAVA)) {
      System.out.println("No OpenCL device: " + MODULE + " or a driver (ICD) is missing.");
    }
  }
}
