package io.cotangent.gpu.aparapi;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that move between the host and a device. */
final class Transfers {
  private final AtomicLong toDevice = new AtomicLong();
  private final AtomicLong fromDevice = new AtomicLong();

  /** Counts a launch; all arrays go to the device where their buffers were just made. */
  void count(List<Argument> arguments, boolean made) {
    for (Argument argument : arguments) {
      toDevice.addAndGet(made || argument.isSent() ? argument.bytes() : 0);
      fromDevice.addAndGet(argument.isReadBack() ? argument.bytes() : 0);
    }
  }

  long toDevice() {
    return toDevice.get();
  }

  long fromDevice() {
    return fromDevice.get();
  }
}
