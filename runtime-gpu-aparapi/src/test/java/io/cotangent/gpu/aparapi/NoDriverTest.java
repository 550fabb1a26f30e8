package io.cotangent.gpu.aparapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Operation;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without any driver: told by an exception, and by what {@code best} says it took. */
class NoDriverTest {

  /** What the machine without drivers runs. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      try (Device device = Device.openCl()) {
        System.out.println("opened " + device.name());
      } catch (DeviceException e) {
        System.out.println("told: " + e.getMessage());
      }
      try (Device device = Device.best()) {
        double[] sums = device.run(new Operation("Test.plain", 3, 1, (from, to, s) -> s[0] = to));
        System.out.println("best: " + device.name() + " gives " + sums[0]);
      }
    }
  }

  private static String classPath() {
    return NoDriverTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  @Test
  void aMachineWithoutDriversIsToldOf(@TempDir Path empty) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath(),
            Main.class.getName());
    // Where the loader of drivers looks for them.
    builder.environment().put("OCL_ICD_VENDORS", empty.toString());
    builder.environment().put("OPENCL_VENDOR_PATH", empty.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.contains("told: there is no OpenCL device: install a driver"), said);
    assertTrue(said.contains("gives 3.0"), said);
    // Never unseen: the log says what was taken instead, and why.
    assertTrue(said.matches("(?s).*Test.plain runs on [^\\n]*graphics processor.*"), said);
  }
}
