package io.cotangent.batch;

import java.util.List;

/**
 * An operation as an OpenCL kernel.
 *
 * @param source the program in OpenCL C; the same object on every call
 * @param kernel the kernel's name in it
 * @param usesDouble whether the device needs double precision
 * @param arguments the kernel's arguments after those that every kernel has
 */
public record Launch(String source, String kernel, boolean usesDouble, List<Argument> arguments) {
  /** Copies the list. */
  public Launch {
    arguments = List.copyOf(arguments);
  }

  /** How a kernel uses an argument. */
  public enum Use {
    /** An array, or a number, that all items read. */
    SHARED,
    /** An array with a part for each item, which reads it. */
    ITEM,
    /** An array with a part for each item, which writes it whole. */
    OUT
  }

  /**
   * An argument.
   *
   * @param name its name, for messages
   * @param use how the kernel uses it
   * @param value an array of numbers, or a boxed number
   * @param perItem entries of the array for each item; 0 for what is shared
   */
  public record Argument(String name, Use use, Object value, int perItem) {}
}
