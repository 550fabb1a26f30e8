package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Expressions and statements that are the same for all items. */
final class SharedCode extends Rewriter {
  private final LaneKinds kinds;
  private final LaneNames names;

  SharedCode(LaneKinds kinds, LaneNames names) {
    this.kinds = kinds;
    this.names = names;
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read read && !read.type().isArray() && kinds.isSum(read.var())) {
      return names.cell(read.var());
    } else if (e instanceof Expr.Read read && !read.type().isArray() && kinds.isLane(read.var())) {
      throw new NotInLanes("a row that differs from item to item");
    } else if (e instanceof Expr.Length length && isScaled(length.array())) {
      return Exprs.apply(Operator.DIV, Type.INT, super.expr(e), LaneNames.BLOCK);
    } else if (e instanceof Expr.Pop pop) {
      return pop(pop);
    } else if (e instanceof Expr.Invoke invoke && !ArrayClasses.copies(invoke)) {
      throw new NotInLanes("the call of " + invoke.name());
    } else if (e instanceof Expr.Field
        || e instanceof Expr.NewStruct
        || e instanceof Expr.Next
        || e instanceof Expr.InstanceOf) {
      throw new NotInLanes("an object");
    }
    return super.expr(e);
  }

  private boolean isScaled(Expr array) {
    return array.type().rank() == 1 && kinds.isLaneArray(array);
  }

  private Expr pop(Expr.Pop pop) {
    Type type = pop.type();
    if (!(type instanceof Type.Primitive)) {
      Type object = new Type.Ref("java.lang.Object");
      return new Expr.Cast(type, names.onTape("popObject", object));
    }
    if (type != Type.DOUBLE && type != Type.INT && type != Type.BOOLEAN && type != Type.LONG) {
      throw new NotInLanes("a " + type + " on the tape");
    }
    return names.onTape(LaneNames.method("pop", type), type);
  }

  /** A new array, with room for all items where its elements differ. */
  Expr made(io.cotangent.processor.ir.Var var, Expr value) {
    if (value instanceof Expr.NewArray array && kinds.isLane(var)) {
      if (!LaneKinds.isPlain(array.type().leaf())) {
        throw new NotInLanes("an array of type " + array.type());
      }
      List<Expr> sizes = new ArrayList<>(exprs(array.dimensions()));
      if (sizes.size() == array.type().rank()) {
        int last = sizes.size() - 1;
        sizes.set(last, LaneNames.scaled(sizes.get(last)));
      }
      return new Expr.NewArray(array.type(), sizes);
    }
    return expr(value);
  }

  /** A push of what all items share. */
  Stmt push(Stmt.Push push) {
    Type type = push.slot().type();
    Expr value = expr(push.value());
    boolean converts = type instanceof Type.Primitive && !value.type().equals(type);
    Expr pushed = converts ? new Expr.Cast(type, value) : value;
    return new Stmt.Eval(names.onTape("push", Type.VOID, pushed));
  }

  /** A value of all items as its sum over them: all but sums count for every item. */
  Expr summed(Expr e) {
    if (!kinds.readsSum(e)) {
      boolean zero = e instanceof Expr.Const c && c.value() instanceof Double d && d == 0;
      Expr count = new Expr.Cast(Type.DOUBLE, names.count.read());
      return zero ? expr(e) : Exprs.apply(Operator.MUL, Type.DOUBLE, count, expr(e));
    } else if (e instanceof Expr.Apply apply && apply.op() instanceof Operator op) {
      List<Expr> args = apply.args();
      boolean first = kinds.readsSum(args.get(0));
      List<Expr> made =
          switch (op) {
            case ADD, SUB, NEG -> args.stream().map(this::summed).toList();
            default ->
                first
                    ? List.of(summed(args.get(0)), expr(args.get(1)))
                    : List.of(expr(args.get(0)), summed(args.get(1)));
          };
      return new Expr.Apply(apply.op(), made, apply.type());
    } else if (e instanceof Expr.Conditional c) {
      return new Expr.Conditional(expr(c.test()), summed(c.then()), summed(c.otherwise()));
    }
    return expr(e);
  }
}
