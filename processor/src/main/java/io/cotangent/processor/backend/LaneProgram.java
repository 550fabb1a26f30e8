package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Function;
import java.util.List;

/**
 * An operation on a block of items, in the IR.
 *
 * @param name the batched operation's name
 * @param main what calls the others
 * @param arguments what the main function's parameters are
 * @param stretches loops over the items, in functions of their own
 */
public record LaneProgram(
    String name, Function main, List<Argument> arguments, List<Function> stretches) {
  /** Copies the lists. */
  public LaneProgram {
    arguments = List.copyOf(arguments);
    stretches = List.copyOf(stretches);
  }

  /**
   * What a parameter is.
   *
   * @param param index of the method's parameter that it belongs to, or -1
   */
  public record Argument(Use use, int param) {}

  /** The uses of parameters. */
  public enum Use {
    PRIMAL,
    SIZE,
    DOT,
    BAR,
    COTANGENT,
    OUT,
    OUT_DOT,
    OUT_SIZE,
    AT,
    COUNT,
    TAPE,
    LANE_TAPE,
    SUMS
  }
}
