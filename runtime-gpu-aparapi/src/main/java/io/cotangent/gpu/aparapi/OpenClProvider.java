package io.cotangent.gpu.aparapi;

import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.DeviceInfo;
import io.cotangent.batch.DeviceProvider;
import java.util.List;

/** Brings the OpenCL devices to {@link io.cotangent.batch.Devices}. */
public final class OpenClProvider implements DeviceProvider {

  /** Made by the service loader. */
  public OpenClProvider() {}

  @Override
  public List<DeviceInfo> list() {
    return OpenClDevices.inOrder().stream().map(OpenClDevices::describe).toList();
  }

  @Override
  public Device open(int index) {
    List<OpenCLDevice> devices = OpenClDevices.inOrder();
    if (devices.isEmpty()) {
      throw new DeviceException(
          "there is no OpenCL device: install a driver (ICD) for a graphics processor, or PoCL for"
              + " the host's own processor; 'clinfo -l' lists what drivers offer");
    }
    if (index < 0 || index >= devices.size()) {
      throw new DeviceException("there is no OpenCL device " + index + " of " + devices.size());
    }
    return new AparapiDevice(devices.get(index), Limits.of(devices.get(index)));
  }
}
