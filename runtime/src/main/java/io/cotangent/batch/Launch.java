package io.cotangent.batch;

import java.util.ArrayList;
import java.util.List;

/** An operation as an OpenCL kernel with its arguments, in the order of the kernel's parameters. */
public final class Launch {
  private final String source;
  private final String kernel;
  private final boolean usesDouble;
  private final List<Argument> arguments = new ArrayList<>();

  /**
   * A launch without arguments yet.
   *
   * @param source the generated functions and kernels in OpenCL C, the same text on every call
   * @param kernel the kernel's name
   * @param usesDouble whether the device needs double precision
   */
  public Launch(String source, String kernel, boolean usesDouble) {
    this.source = source;
    this.kernel = kernel;
    this.usesDouble = usesDouble;
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
   * @param value an array of numbers or booleans, or one of them
   * @param perItem entries of the array for each item; 0 for what is shared
   */
  public record Argument(String name, Use use, Object value, int perItem) {}

  /** Adds a number or an array that all items read. */
  public Launch shared(String name, Object value) {
    arguments.add(new Argument(name, Use.SHARED, value, 0));
    return this;
  }

  /** Adds an array that items read in parts of {@code perItem} entries. */
  public Launch item(String name, Object array, int perItem) {
    arguments.add(new Argument(name, Use.ITEM, array, perItem));
    return this;
  }

  /** Adds an array that items write in parts of {@code perItem} entries. */
  public Launch out(String name, Object array, int perItem) {
    arguments.add(new Argument(name, Use.OUT, array, perItem));
    return this;
  }

  /** The generated functions and kernels. */
  public String source() {
    return source;
  }

  /** The kernel's name. */
  public String kernel() {
    return kernel;
  }

  /** Whether the device needs double precision. */
  public boolean usesDouble() {
    return usesDouble;
  }

  /** The arguments so far. */
  public List<Argument> arguments() {
    return List.copyOf(arguments);
  }
}
