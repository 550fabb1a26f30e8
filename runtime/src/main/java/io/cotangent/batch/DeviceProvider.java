package io.cotangent.batch;

import java.util.List;

/** A module that brings devices, found by {@link java.util.ServiceLoader}. */
public interface DeviceProvider {
  /**
   * The devices of this machine, the one that {@link #open} takes first; empty if there is none.
   */
  List<DeviceInfo> list();

  /**
   * Opens a device.
   *
   * @param index its place in {@link #list}
   * @return the device, to be closed by the caller
   * @throws DeviceException if there is no such device
   */
  Device open(int index);
}
