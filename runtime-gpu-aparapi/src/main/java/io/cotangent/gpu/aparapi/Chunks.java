package io.cotangent.gpu.aparapi;

import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Launch;
import io.cotangent.batch.Launch.Use;
import io.cotangent.batch.Operation;
import java.lang.reflect.Array;

/** How many items fit a device at a time. */
final class Chunks {
  private static final int MOST = 1 << 27;

  private Chunks() {}

  /**
   * The items of a launch.
   *
   * @throws DeviceException if not even one fits
   */
  static int items(Operation operation, Launch launch, Limits limits) {
    long shared = 0;
    long perItem = 0;
    long widest = 1;
    for (Launch.Argument argument : launch.arguments()) {
      if (Shape.isArray(argument)) {
        int bytes = bytes(argument.value());
        if (argument.use() == Use.SHARED) {
          long size = (long) bytes * Array.getLength(argument.value());
          require(size <= limits.allocation(), operation, "array '" + argument.name() + "'");
          shared += size;
        } else {
          perItem += (long) bytes * argument.perItem();
          widest = Math.max(widest, (long) bytes * argument.perItem());
        }
      }
    }
    // Half for the items: the rest is scratch memory and sums.
    long room = limits.memory() / 2 - shared;
    require(room > perItem, operation, "one item");
    long fitting = Math.min(room / Math.max(1, perItem), (limits.allocation() - 8) / widest);
    require(fitting > 0, operation, "one item");
    return (int) Math.min(Math.min(fitting, MOST), operation.n());
  }

  private static int bytes(Object array) {
    return array instanceof double[] || array instanceof long[] ? 8 : 4;
  }

  private static void require(boolean fits, Operation operation, String what) {
    if (!fits) {
      throw new DeviceException(
          operation.name()
              + ": "
              + what
              + " doesn't fit the device's memory: use Device.parallel(), or smaller arrays");
    }
  }
}
