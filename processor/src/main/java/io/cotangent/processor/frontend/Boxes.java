package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import spoon.reflect.code.CtExpression;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.factory.Factory;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.reference.CtWildcardReference;

/** Boxes of floating-point numbers as objects that hold the number, in the models' way. */
final class Boxes {
  /** The field of the models {@code Double} and {@code Float}. */
  private static final String VALUE = "value";

  private final MethodLowering method;

  Boxes(MethodLowering method) {
    this.method = method;
  }

  /** The number in a box; a box that is null throws what it throws in Java. */
  Expr unboxed(Expr box, Type primitive) {
    shape(Types.boxed(primitive));
    return new Expr.Field(box, VALUE, primitive);
  }

  private Optional<ClassShape> shape(Type.Ref box) {
    Factory factory = method.owner.getFactory();
    return method.shapes.of(factory.Type().createReference(box.name()));
  }

  /**
   * The same box as Java knows it, for a method that only looks at it; other values as they are.
   */
  Expr asJava(Expr value, CtElement at) {
    Type primitive = Types.boxOf(value.type()).orElse(Type.VOID);
    if (primitive.isFloating() && value instanceof Expr.Const) {
      return new Expr.Const(null, Types.OBJECT);
    }
    if (!primitive.isFloating() || !method.sources.models().uses(Models.Group.COLLECTIONS)) {
      return value;
    }
    Expr held = method.frame.spill(value, "box");
    Var java = method.frame.declare("boxed", new Expr.Const(null, Types.OBJECT));
    Expr.Invoke box =
        new Expr.Invoke(
            Expr.Invocation.STATIC,
            value.type().toString(),
            "valueOf",
            List.of(unboxed(held, primitive)),
            Types.OBJECT,
            method.sources.span(at));
    Expr exists = Exprs.test(Operator.NE, held, new Expr.Const(null, held.type()));
    method.frame.emit(new Stmt.If(exists, Block.of(new Stmt.Assign(java, box)), Block.EMPTY));
    return java.read();
  }

  /**
   * The number in the box that a function object's method is given, where the method that is
   * referred to takes a number; other values as they are.
   */
  Expr opened(Expr given, Type wanted, CtElement reference) {
    if (given.type() instanceof Type.Primitive || !(wanted instanceof Type.Primitive)) {
      return given;
    }
    Type.Ref box = Types.boxed(wanted);
    CtTypeReference<?> function = ((CtExpression<?>) reference).getType();
    boolean sure =
        function != null
            && function.getActualTypeArguments().stream()
                .map(each -> each instanceof CtWildcardReference w ? w.getBoundingType() : each)
                .map(Types::of)
                .allMatch(each -> Types.boxOf(each).isEmpty() || each.equals(box));
    if (!sure) {
      method.frame.problem(ProblemKind.LAMBDA, reference);
      return Exprs.defaultValue(wanted);
    }
    return method.conversions.unboxed(ObjectLowering.converted(given, box), reference);
  }

  /** A new box. */
  Expr boxed(Type.Ref box, Expr value) {
    return shape(box)
        .map(
            shape -> {
              Var held = method.objects.created(shape);
              method.frame.emit(new Stmt.Put(held.read(), VALUE, value));
              return held.read();
            })
        .orElseThrow();
  }
}
