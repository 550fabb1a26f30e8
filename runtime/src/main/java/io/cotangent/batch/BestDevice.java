package io.cotangent.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses a device for every operation and says which. */
final class BestDevice implements Device {
  private static final Logger LOG = System.getLogger("io.cotangent.batch");

  private final Device host;
  private final Device gpu;
  private final String whyHost;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  BestDevice() {
    int threads = Runtime.getRuntime().availableProcessors();
    host = threads > 1 ? Device.parallel() : Device.sequential();
    Devices.Choice choice = Devices.gpu();
    gpu = choice.device();
    whyHost = choice.reason();
  }

  @Override
  public String name() {
    return gpu == null ? host.name() : gpu.name() + ", else " + host.name();
  }

  @Override
  public double[] run(Operation operation) {
    boolean onGpu = gpu != null && operation.launch().isPresent();
    if (said.add(operation.name())) {
      LOG.log(
          Level.INFO,
          "{0} runs on {1}: {2}",
          operation.name(),
          onGpu ? gpu.name() : host.name(),
          onGpu
              ? "a graphics processor with double precision"
              : gpu == null ? whyHost : "it was compiled without gpu = true");
    }
    return (onGpu ? gpu : host).run(operation);
  }

  @Override
  public void close() {
    if (gpu != null) {
      gpu.close();
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
