package io.cotangent.gpu.aparapi;

import io.cotangent.batch.Launch;
import io.cotangent.batch.Launch.Use;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The arrays of a kernel for one {@link Shape}, and what goes into and comes out of them. */
final class Buffers {
  /** Numbers before those of the operation: see PARAMETERS in prelude.cl. */
  private static final int FIXED = 7;

  private final Shape shape;
  private final int[] status;
  private final Object partials;
  private final int[] ints;
  private final Object numbersD;
  private final float[] numbersF;
  private final long[] numbersL;
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Staging> stagings = new ArrayList<>();

  Buffers(Launch launch, Shape shape, int groupSize) {
    this.shape = shape;
    boolean doubles = launch.usesDouble();
    int groups = shape.groups(groupSize);
    int count = launch.arguments().size();
    status = new int[2 + groups];
    partials = reals(doubles, Math.max(1, groups * shape.sums()));
    ints = new int[FIXED + count];
    numbersD = reals(doubles, 1 + count);
    numbersF = new float[1 + count];
    numbersL = new long[1 + count];
    add("ints", ints, Bits.IN);
    add("numbers_d", numbersD, Bits.IN);
    add("numbers_f", numbersF, Bits.IN);
    add("numbers_l", numbersL, Bits.IN);
    add("status", status, Bits.BOTH);
    add("lane_sums", reals(doubles, Math.max(1, shape.sums() * shape.lanes())), Bits.SCRATCH);
    add("partials", partials, Bits.OUT);
    add("scratch_d", reals(doubles, shape.scratchD() * shape.lanes()), Bits.SCRATCH);
    add("scratch_f", new float[shape.scratchF() * shape.lanes()], Bits.SCRATCH);
    add("scratch_i", new int[shape.scratchI() * shape.lanes()], Bits.SCRATCH);
    for (Launch.Argument argument : launch.arguments()) {
      if (Shape.isArray(argument)) {
        Staging staging = new Staging(argument.value(), Shape.length(argument, shape.items()));
        stagings.add(staging);
        add(argument.name(), staging.array(), argument.use() == Use.OUT ? Bits.OUT : Bits.IN);
      }
    }
  }

  private static Object reals(boolean doubles, int length) {
    return doubles ? new double[length] : new float[length];
  }

  private void add(String name, Object array, int moves) {
    arguments.add(new Argument(name, array, moves));
  }

  Shape shape() {
    return shape;
  }

  /** Fresh descriptions of the arrays, in the order of the kernel's parameters. */
  List<Argument> arguments() {
    return arguments;
  }

  /** The lowest failing item times eight, plus the reason; else the largest number. */
  int failure() {
    return status[0];
  }

  /** How many items were done. */
  int done() {
    return status[1];
  }

  /**
   * Fills in {@code count} items from {@code first} on; {@code bound} are the kernel's arguments.
   */
  void load(Launch launch, List<Argument> bound, int first, int count, int nonce) {
    Arrays.fill(status, 0);
    status[0] = Integer.MAX_VALUE;
    numbers(launch, count, nonce);
    int at = bound.size() - stagings.size();
    for (Launch.Argument argument : launch.arguments()) {
      if (Shape.isArray(argument)) {
        Staging staging = stagings.get(at - (bound.size() - stagings.size()));
        if (argument.use() != Use.OUT) {
          boolean shared = argument.use() == Use.SHARED;
          int from = shared ? 0 : first * argument.perItem();
          int length = shared ? Array.getLength(argument.value()) : count * argument.perItem();
          boolean send = staging.load(argument.value(), from, length);
          bound.get(at).move(send ? Bits.IN : Bits.STAYS);
        }
        at++;
      }
    }
  }

  /** The kernel's numbers: sizes of arrays and shared numbers, by type, in their order. */
  private void numbers(Launch launch, int count, int nonce) {
    int[] fixed = {
      count,
      shape.items(),
      nonce,
      shape.sums(),
      shape.scratchD(),
      shape.scratchF(),
      shape.scratchI()
    };
    System.arraycopy(fixed, 0, ints, 0, FIXED);
    int i = FIXED;
    int d = 0;
    int f = 0;
    int l = 0;
    for (Launch.Argument argument : launch.arguments()) {
      Object value = argument.value();
      if (Shape.isArray(argument)) {
        ints[i++] = argument.use() == Use.SHARED ? Array.getLength(value) : argument.perItem();
      } else if (value instanceof Double number) {
        Array.setDouble(numbersD, d++, number);
      } else if (value instanceof Float number) {
        numbersF[f++] = number;
      } else if (value instanceof Long number) {
        numbersL[l++] = number;
      } else {
        ints[i++] = plain(value);
      }
    }
  }

  private static int plain(Object number) {
    if (number instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return number instanceof Character c ? c : ((Number) number).intValue();
  }

  /** Whether every group and every output came back. */
  boolean isComplete(Launch launch, int nonce) {
    for (int i = 2; i < status.length; i++) {
      if (status[i] != nonce) {
        return false;
      }
    }
    int at = 0;
    for (Launch.Argument argument : launch.arguments()) {
      if (argument.use() == Use.OUT && !stagings.get(at).endsWith(nonce)) {
        return false;
      }
      at += Shape.isArray(argument) ? 1 : 0;
    }
    return true;
  }

  /** Gives the outputs of {@code count} items to the user's arrays, and adds up the sums. */
  void store(Launch launch, int first, int count, double[] sums) {
    int at = 0;
    for (Launch.Argument argument : launch.arguments()) {
      if (argument.use() == Use.OUT) {
        int size = argument.perItem();
        stagings.get(at).store(argument.value(), first * size, count * size);
      }
      at += Shape.isArray(argument) ? 1 : 0;
    }
    for (int group = 0; group < status.length - 2; group++) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += Array.getDouble(partials, group * sums.length + k);
      }
    }
  }
}
