package io.cotangent.gpu.aparapi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cotangent.batch.DeviceInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Skipped where there is no device, unless {@code cotangent.gpu.required} says there must be. */
class OpenClDevicesTest {

  private static List<DeviceInfo> devices;

  @BeforeAll
  static void findDevices() {
    devices = OpenClDevices.list();
    if (Boolean.getBoolean("cotangent.gpu.required")) {
      assertFalse(devices.isEmpty(), "cotangent.gpu.required is set, and there is no device");
    }
    assumeFalse(devices.isEmpty(), "there is no OpenCL device");
  }

  @Test
  void everyDeviceDescribesItself() {
    assertAll(
        devices.stream()
            .map(
                device ->
                    () -> {
                      assertFalse(device.name().isBlank(), device::toString);
                      assertTrue(device.memory() > 1 << 20, device::toString);
                    }));
  }

  @Test
  void someDeviceComputesInDoublePrecision() {
    assertTrue(devices.stream().anyMatch(DeviceInfo::doublePrecision), devices::toString);
  }

  @Test
  void mainPrintsALinePerDevice() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      OpenClDevices.main(new String[0]);
    } finally {
      System.setOut(out);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("self-test passed: "), text);
    assertAll(
        devices.stream().map(device -> () -> assertTrue(text.contains(device.toString()), text)));
  }
}
