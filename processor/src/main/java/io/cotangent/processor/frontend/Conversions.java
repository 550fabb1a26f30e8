package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import spoon.reflect.declaration.CtElement;

/** Java's conversions, made explicit. */
final class Conversions {
  private final Frame frame;
  private final Sources sources;
  private final Boxes boxes;

  Conversions(Frame frame, Sources sources, Boxes boxes) {
    this.frame = frame;
    this.sources = sources;
    this.boxes = boxes;
  }

  /** The value as one of type {@code target}, by assignment conversion or by a compound's cast. */
  Expr to(Type target, Expr value, CtElement at) {
    Type source = value.type();
    if (source.equals(target)) {
      return value;
    }
    if (value instanceof Expr.Const constant && constant.value() == null) {
      return new Expr.Const(null, target);
    }
    if (target instanceof Type.Primitive) {
      return source instanceof Type.Primitive
          ? Constants.cast(target, value)
          : Constants.cast(target, unboxed(value, at));
    }
    return source instanceof Type.Primitive ? boxed(value, target, at) : value;
  }

  /** The value after a cast that the source writes. */
  Expr cast(Type target, Expr value, CtElement at) {
    if (target instanceof Type.Primitive && !(value.type() instanceof Type.Primitive)) {
      boolean box = Types.boxOf(value.type()).isPresent();
      Expr narrowed = box ? value : new Expr.Cast(Types.boxed(target), value);
      return to(target, narrowed, at);
    }
    boolean needed =
        !(target instanceof Type.Primitive)
            && !(value.type() instanceof Type.Primitive)
            && !value.type().equals(target)
            && !(value instanceof Expr.Const constant && constant.value() == null);
    return needed ? new Expr.Cast(target, value) : to(target, value, at);
  }

  /** The number or boolean itself, taken out of its box if need be. */
  Expr unboxed(Expr value, CtElement at) {
    if (value.type() instanceof Type.Primitive) {
      return value;
    }
    Optional<Type> held = Types.boxOf(value.type());
    if (held.isEmpty()) {
      String found = value.type().toString();
      frame.problem(ProblemKind.UNSUPPORTED_CONSTRUCT, at, found, "use a primitive type");
      return Exprs.constant(0);
    }
    Type primitive = held.get();
    if (primitive.isFloating()) {
      return sources.models().uses(Models.Group.COLLECTIONS)
          ? boxes.unboxed(value, primitive)
          : wanted(primitive);
    }
    return frame.settle(
        new Expr.Invoke(
            Invocation.VIRTUAL,
            value.type().toString(),
            primitive + "Value",
            List.of(value),
            primitive,
            span(at)));
  }

  private Expr boxed(Expr value, Type target, CtElement at) {
    Type primitive = Types.boxOf(target).orElse(value.type());
    Type.Ref box = Types.boxed(primitive);
    Expr held = Constants.cast(primitive, value);
    if (primitive.isFloating()) {
      if (sources.models().uses(Models.Group.COLLECTIONS)) {
        return boxes.boxed(box, held);
      }
      return wanted(target);
    }
    return frame.settle(
        new Expr.Invoke(Invocation.STATIC, box.name(), "valueOf", List.of(held), box, span(at)));
  }

  /** Notes that boxes must be modelled: what is lowered so far is thrown away. */
  private Expr wanted(Type type) {
    sources.models().want(Models.Group.COLLECTIONS);
    return Exprs.defaultValue(type);
  }

  private Span span(CtElement at) {
    return sources.span(at);
  }
}
