package io.cotangent.processor.lanes;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that a function for many items has beyond those of one item. */
final class LaneNames {
  static final String LANES = "io.cotangent.runtime.Lanes";
  private static final String TAPE = "io.cotangent.runtime.Tape";
  private static final String LANE_TAPE = "io.cotangent.runtime.LaneTape";

  /** How many items arrays have room for. */
  static final Expr BLOCK = new Expr.StaticField(LANES, "BLOCK", Type.INT);

  /** The first item, how many there are, and the item at work counted from the first. */
  final Var at = new Var("at", Type.INT);

  final Var count = new Var("count", Type.INT);
  final Var lane = new Var("lane", Type.INT);

  /** What all items push, and what differs from item to item. */
  final Var tape = new Var("tape", new Type.Ref(TAPE));

  final Var laneTape = new Var("laneTape", new Type.Ref(LANE_TAPE));

  /** Where sums of shared numbers go. */
  final Var sums = new Var("sums", Type.arrayOf(Type.DOUBLE));

  /** Arrays of the caller's, in which the items do not begin at 0. */
  private final Map<Var, Var> callers = new HashMap<>();

  private final Map<Var, Var> given = new HashMap<>();
  private final Map<Var, Var> arrays = new LinkedHashMap<>();
  private final Map<Var, Var> cells = new LinkedHashMap<>();

  /** A scalar parameter's values lie in an array of the caller's. */
  void callers(Var scalar, Var array) {
    callers.put(scalar, array);
  }

  /** The place of a scalar that differs from item to item. */
  Expr.Load place(Var scalar) {
    Var array = callers.get(scalar);
    if (array != null) {
      return new Expr.Load(array.read(), Exprs.plus(at.read(), lane.read()));
    }
    return new Expr.Load(array(scalar).read(), lane.read());
  }

  /** A scalar's values lie in an array that is made already. */
  void own(Var scalar, Var array) {
    given.put(scalar, array);
  }

  /** The values of a scalar that is a result. */
  Expr values(Var scalar) {
    if (callers.containsKey(scalar)) {
      throw new NotInLanes("a result that is a parameter");
    }
    return array(scalar).read();
  }

  /** The array with a scalar's values. */
  Var array(Var scalar) {
    Var own = given.get(scalar);
    return own != null ? own : arrays.computeIfAbsent(scalar, LaneNames::arrayFor);
  }

  private static Var arrayFor(Var scalar) {
    return new Var(scalar.name(), Type.arrayOf(scalar.type()));
  }

  /** The place of a scalar of which there is only the sum. */
  Expr.Load cell(Var scalar) {
    Var array =
        cells.computeIfAbsent(scalar, v -> new Var(v.name() + "Sum", Type.arrayOf(v.type())));
    return new Expr.Load(array.read(), Exprs.constant(0));
  }

  /** All arrays for scalars, with their sizes. */
  Map<Var, Expr> made() {
    Map<Var, Expr> made = new LinkedHashMap<>();
    arrays.values().forEach(v -> made.put(v, BLOCK));
    cells.values().forEach(v -> made.put(v, Exprs.constant(1)));
    return made;
  }

  /** A call of the runtime's. */
  static Expr.Invoke lanes(String name, Type type, Expr... args) {
    return new Expr.Invoke(Expr.Invocation.STATIC, LANES, name, List.of(args), type, Span.NONE);
  }

  /** A call of the tape that all items share. */
  Expr.Invoke onTape(String name, Type type, Expr... args) {
    return call(tape, name, type, args);
  }

  /** A call of the tape for what differs. */
  Expr.Invoke onLaneTape(String name, Type type, Expr... args) {
    return call(laneTape, name, type, args);
  }

  private static Expr.Invoke call(Var receiver, String name, Type type, Expr... args) {
    List<Expr> all = new ArrayList<>(List.of(receiver.read()));
    all.addAll(List.of(args));
    String owner = ((Type.Ref) receiver.type()).name();
    return new Expr.Invoke(Expr.Invocation.VIRTUAL, owner, name, all, type, Span.NONE);
  }

  /** The name of a method of a tape for values of a type. */
  static String method(String verb, Type type) {
    String name = type.toString();
    return verb + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The index of an element for the item at work. */
  Expr index(Expr element) {
    return Exprs.plus(scaled(element), lane.read());
  }

  static Expr scaled(Expr size) {
    return Exprs.apply(Operator.MUL, Type.INT, size, BLOCK);
  }
}
