package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
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

  /** The shadow of a reference that goes where the class of what is there is active. */
  Expr of(Expr array) {
    if (array instanceof Expr.Read x) {
      return facts.activity().isActive(x) ? shadow.apply(x.var()).read() : none(x);
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
      return facts.activity().isActive(x)
          ? new Expr.Pop(shadow.apply(x.slot()))
          : Exprs.defaultValue(x.type());
    }
    // Of a field or an unknown method: passive contents that the program does not write.
    return Arithmetic.support("Trees", "zerosLike", array.type(), array);
  }

  /**
   * The shadow of what carries no derivative beside what does in one list, say: nobody looks into
   * it, but where it is an array of references these are taken from it.
   */
  private static Expr none(Expr.Read passive) {
    boolean ofReferences =
        passive.type() instanceof Type.Array array && array.element().isReference();
    return ofReferences
        ? Arithmetic.support("Trees", "zerosLike", passive.type(), passive)
        : Exprs.defaultValue(passive.type());
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
