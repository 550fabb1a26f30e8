package io.cotangent.gpu.aparapi;

import io.cotangent.batch.Launch;
import io.cotangent.batch.Launch.Use;
import io.cotangent.batch.Operation;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * All sizes of a launch: buffers are made for them.
 *
 * @param items items that the buffers hold, at most
 * @param lanes work-items
 * @param sums numbers that are summed over the items
 * @param scratchD entries of scratch memory of a lane, of type double (float without doubles)
 * @param scratchF of type float
 * @param scratchI of type int
 * @param perItem per argument its entries per item, or -1 - length for a shared array
 */
record Shape(
    int items,
    int lanes,
    int sums,
    int scratchD,
    int scratchF,
    int scratchI,
    List<Integer> perItem) {

  /** Entries of an argument's buffer; outputs have one more, for the receipt. */
  static int length(Launch.Argument argument, int items) {
    return switch (argument.use()) {
      case SHARED -> Math.max(1, Array.getLength(argument.value()));
      case ITEM -> Math.max(1, Math.multiplyExact(items, argument.perItem()));
      case OUT -> Math.addExact(Math.multiplyExact(items, argument.perItem()), 1);
    };
  }

  static boolean isArray(Launch.Argument argument) {
    return argument.value().getClass().isArray();
  }

  /** The shape of an operation whose items are taken {@code items} at a time. */
  static Shape of(Operation operation, Launch launch, Limits limits, int items, int scratch) {
    List<Integer> perItem = new ArrayList<>();
    for (Launch.Argument argument : launch.arguments()) {
      if (isArray(argument)) {
        boolean shared = argument.use() == Use.SHARED;
        perItem.add(shared ? -1 - Array.getLength(argument.value()) : argument.perItem());
      }
    }
    int group = limits.groupSize();
    long perLane = bytesPerLane(launch, operation.sums(), scratch);
    long room = Math.min(limits.memory() / 4, limits.allocation());
    long fitting = Math.max(1, room / perLane / group) * group;
    long wanted = ((long) items + group - 1) / group * group;
    int lanes = (int) Math.min(Math.min(limits.lanes(), wanted), fitting);
    boolean doubles = launch.usesDouble();
    return new Shape(
        items, lanes, operation.sums(), doubles ? scratch : 1, scratch, scratch, perItem);
  }

  static long bytesPerLane(Launch launch, int sums, int scratch) {
    return 8L * (sums + 1) + 16L * scratch;
  }

  int groups(int groupSize) {
    return lanes / groupSize;
  }
}
