package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The shadow of a reference: the array or object of tangents (or adjoints) that belongs to the one
 * it refers to. It mirrors every reference, so that arrays that are the same have shadows that are
 * the same, and so have objects.
 */
final class Shadows {
  private final Facts facts;
  private final UnaryOperator<Var> shadow;

  Shadows(Facts facts, UnaryOperator<Var> shadow) {
    this.facts = facts;
    this.shadow = shadow;
  }

  /** The shadow of an expression whose class is active. */
  Expr of(Expr array) {
    if (array instanceof Expr.Read x) {
      return shadow.apply(x.var()).read();
    } else if (array instanceof Expr.Load x) {
      return new Expr.Load(of(x.array()), x.index());
    } else if (array instanceof Expr.Field x && x.isOfStruct()) {
      return new Expr.Field(of(x.receiver()), x.name(), x.type());
    } else if (array instanceof Expr.Cast x) {
      return new Expr.Cast(x.type(), of(x.operand()));
    } else if (array instanceof Expr.NewStruct x) {
      return new Expr.NewStruct(x.type(), true);
    } else if (array instanceof Expr.Conditional x) {
      return new Expr.Conditional(x.test(), of(x.then()), of(x.otherwise()));
    } else if (array instanceof Expr.NewArray || array instanceof Expr.Const) {
      return array;
    } else if (array instanceof Expr.CloneArray x) {
      return copy(x);
    } else if (array instanceof Expr.Pop x) {
      return new Expr.Pop(shadow.apply(x.slot()));
    }
    // Of a field or an unknown method: passive contents that the program does not write.
    return Arithmetic.support("Trees", "zerosLike", array.type(), array);
  }

  private Expr copy(Expr.CloneArray copy) {
    boolean ofObjects = copy.type().leaf().isReference();
    if (ofObjects || facts.activity().isActive(facts.aliasing().leafOf(copy.array()))) {
      return new Expr.CloneArray(of(copy.array()));
    }
    return !((Type.Array) copy.type()).element().isReference()
        ? new Expr.NewArray((Type.Array) copy.type(), List.of(new Expr.Length(copy.array())))
        : Arithmetic.support("Trees", "zerosLike", copy.type(), copy.array());
  }
}
