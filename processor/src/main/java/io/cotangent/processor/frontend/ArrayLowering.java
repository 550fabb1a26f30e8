package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtNewArray;

/** Lowers the creation of arrays, with and without initialisers. */
final class ArrayLowering {
  private final MethodLowering method;
  private final Frame frame;

  ArrayLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** {@code new T[n][m]}, or {@code new T[] {...}}, of this type. */
  Expr creation(CtNewArray<?> creation, Type type) {
    if (!(type instanceof Type.Array array)) {
      return Exprs.defaultValue(type);
    }
    if (creation.getDimensionExpressions().isEmpty()) {
      return filled(array, creation.getElements(), "array");
    }
    List<Supplier<Expr>> dimensions = new ArrayList<>();
    for (CtExpression<Integer> dimension : creation.getDimensionExpressions()) {
      dimensions.add(() -> method.expressions.index(dimension));
    }
    return new Expr.NewArray(array, frame.inOrder(dimensions));
  }

  /** A new array that holds the values of these expressions. */
  Expr filled(Type.Array type, List<? extends CtExpression<?>> elements, String name) {
    Expr length = Exprs.constant(elements.size());
    Var array = frame.declare(name, new Expr.NewArray(type, List.of(length)));
    for (int i = 0; i < elements.size(); i++) {
      Expr value = element(type.element(), elements.get(i));
      frame.emit(new Stmt.Store(array.read(), Exprs.constant(i), value));
    }
    return array.read();
  }

  private Expr element(Type type, CtExpression<?> element) {
    boolean braces =
        element instanceof CtNewArray<?> inner
            && inner.getDimensionExpressions().isEmpty()
            && type instanceof Type.Array;
    return braces
        ? filled((Type.Array) type, ((CtNewArray<?>) element).getElements(), "row")
        : method.expressions.value(element, type);
  }
}
