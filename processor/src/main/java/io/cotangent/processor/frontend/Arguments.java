package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import spoon.reflect.code.CtExpression;

/** The arguments of a call, converted to its parameters' types. */
final class Arguments {
  private final MethodLowering method;

  Arguments(MethodLowering method) {
    this.method = method;
  }

  /** One argument for each parameter; variable arguments are put into an array. */
  List<Supplier<Expr>> packed(List<CtExpression<?>> args, List<Type> params) {
    int fixed = isSpread(args, params) ? params.size() - 1 : params.size();
    List<Supplier<Expr>> parts = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      CtExpression<?> arg = args.get(i);
      Type type = params.get(i);
      parts.add(() -> method.expressions.value(arg, type));
    }
    if (fixed < params.size()) {
      Type.Array type = (Type.Array) params.get(fixed);
      List<CtExpression<?>> rest = args.subList(fixed, args.size());
      parts.add(() -> method.arrays.filled(type, rest, "arguments"));
    }
    return parts;
  }

  /** The arguments as the source writes them, for Java to box and to pack. */
  List<Supplier<Expr>> asWritten(List<CtExpression<?>> args, List<Type> params) {
    boolean spread = isSpread(args, params);
    List<Supplier<Expr>> parts = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      boolean variable = spread && i >= params.size() - 1;
      Type type = variable ? ((Type.Array) params.get(params.size() - 1)).element() : params.get(i);
      CtExpression<?> arg = args.get(i);
      parts.add(() -> asWritten(arg, type));
    }
    return parts;
  }

  private Expr asWritten(CtExpression<?> arg, Type type) {
    Expr value = method.expressions.value(arg);
    boolean boxes = value.type() instanceof Type.Primitive && !(type instanceof Type.Primitive);
    return boxes
        ? value
        : method.conversions.to(
            type, type.equals(Types.OBJECT) ? method.boxes.asJava(value, arg) : value, arg);
  }

  private static boolean isSpread(List<CtExpression<?>> args, List<Type> params) {
    if (params.isEmpty() || !params.get(params.size() - 1).isArray()) {
      return false;
    }
    if (args.size() != params.size()) {
      return true;
    }
    CtExpression<?> last = args.get(args.size() - 1);
    Type given =
        Types.of(last.getTypeCasts().isEmpty() ? last.getType() : last.getTypeCasts().get(0));
    Type wanted = params.get(params.size() - 1);
    boolean isNull = last.toString().equals("null");
    return !isNull && !given.equals(wanted) && !isReferenceArray(given, wanted);
  }

  private static boolean isReferenceArray(Type given, Type wanted) {
    return given instanceof Type.Array array
        && !(array.element() instanceof Type.Primitive)
        && given.rank() >= wanted.rank()
        && wanted.leaf() instanceof Type.Ref;
  }
}
