package io.cotangent.samples.machines;

import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Java's devices, and an OpenCL device where there is one. */
public final class Machines implements AutoCloseable {
  private final List<Device> devices = new ArrayList<>();

  /** Opens them; {@code out} is told where there is no OpenCL device. */
  public Machines(PrintStream out) {
    devices.add(Device.sequential());
    devices.add(Device.parallel());
    try {
      devices.add(Device.openCl());
    } catch (DeviceException e) {
      out.println("without OpenCL: " + e.getMessage());
    }
  }

  /** The devices, the caller's own thread first. */
  public List<Device> all() {
    return List.copyOf(devices);
  }

  /** A device's name, cut to what a table has room for. */
  public static String name(Device device) {
    String name = device.name();
    return name.length() > 34 ? name.substring(0, 33) + "…" : name;
  }

  @Override
  public void close() {
    devices.forEach(Device::close);
  }
}
