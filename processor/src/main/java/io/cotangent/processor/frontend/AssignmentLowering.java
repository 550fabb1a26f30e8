package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtArrayWrite;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldWrite;
import spoon.reflect.code.CtOperatorAssignment;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.code.UnaryOperatorKind;

/** Lowers assignments of every kind, as statements and as expressions. */
final class AssignmentLowering {
  private final MethodLowering method;
  private final Frame frame;

  AssignmentLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /**
   * Where a value goes: a variable, an element whose array and index are evaluated, or a field
   * whose object is.
   */
  private record Place(@Nullable Var var, List<Expr> parts, @Nullable String field, Type type) {
    Expr read() {
      if (field != null) {
        return new Expr.Field(parts.get(0), field, type);
      }
      return var != null ? var.read() : new Expr.Load(parts.get(0), parts.get(1));
    }

    Stmt write(Expr value) {
      if (field != null) {
        return new Stmt.Put(parts.get(0), field, value);
      }
      return var != null
          ? new Stmt.Assign(var, value)
          : new Stmt.Store(parts.get(0), parts.get(1), value);
    }
  }

  /** An assignment as a statement. */
  void statement(CtAssignment<?, ?> assignment) {
    run(assignment, false);
  }

  /** An assignment as an expression; its value is what the target holds then. */
  Expr value(CtAssignment<?, ?> assignment) {
    return run(assignment, true);
  }

  private Expr run(CtAssignment<?, ?> assignment, boolean used) {
    if (assignment instanceof CtOperatorAssignment<?, ?> compound) {
      return update(
          compound.getAssigned(),
          () -> method.expressions.value(compound.getAssignment()),
          compound.getKind(),
          compound,
          used);
    }
    return simple(assignment, used);
  }

  private Expr simple(CtAssignment<?, ?> assignment, boolean used) {
    CtExpression<?> target = assignment.getAssigned();
    Var var = variable(target);
    if (var != null) {
      Expr value = method.expressions.root(assignment.getAssignment(), var.type());
      frame.emit(new Stmt.Assign(var, value));
      return var.read();
    }
    if (isField(target)) {
      return simpleField((CtFieldWrite<?>) target, assignment, used);
    }
    if (!(target instanceof CtArrayWrite<?> element)) {
      refuse(target);
      return method.expressions.value(assignment.getAssignment());
    }
    Type type = Types.of(target.getType());
    List<Supplier<Expr>> parts = new ArrayList<>(parts(element));
    parts.add(() -> method.expressions.value(assignment.getAssignment(), type));
    List<Expr> values = frame.inOrder(parts);
    Expr value = used ? kept(values) : values.get(2);
    frame.emit(new Stmt.Store(values.get(0), values.get(1), value));
    return value;
  }

  private Expr simpleField(CtFieldWrite<?> target, CtAssignment<?, ?> assignment, boolean used) {
    Expr.Field[] place = new Expr.Field[1];
    List<Supplier<Expr>> parts = new ArrayList<>();
    parts.add(
        () -> {
          place[0] = method.fields.place(target);
          return place[0].receiver();
        });
    parts.add(() -> method.expressions.value(assignment.getAssignment(), place[0].type()));
    List<Expr> values = frame.inOrder(parts);
    Expr value = used ? kept(values) : values.get(1);
    frame.emit(new Stmt.Put(values.get(0), place[0].name(), value));
    return value;
  }

  /** Whether this is a field of an object whose source is known. */
  private boolean isField(CtExpression<?> target) {
    return target instanceof CtFieldWrite<?> field
        && !field.getVariable().isStatic()
        && method.shapes.of(field.getVariable().getDeclaringType()).isPresent();
  }

  /** The stored value in a variable of its own, with what comes before it kept from changes. */
  private Expr kept(List<Expr> values) {
    int last = values.size() - 1;
    Expr value = values.get(last);
    if (!Effects.canThrow(value) && Expressions.isCheap(value)) {
      return value;
    }
    for (int i = 0; i < last; i++) {
      if (Effects.canThrow(values.get(i))) {
        values.set(i, frame.spill(values.get(i), Expressions.nameFor(values.get(i))));
      }
    }
    return frame.spill(value, Expressions.nameFor(value));
  }

  private List<Supplier<Expr>> parts(CtArrayWrite<?> element) {
    return List.of(
        () -> method.expressions.value(element.getTarget()),
        () -> method.expressions.index(element.getIndexExpression()));
  }

  /** {@code ++} or {@code --}; the result means nothing where it is not used. */
  Expr step(CtUnaryOperator<?> operator, boolean used) {
    UnaryOperatorKind kind = operator.getKind();
    boolean up = kind == UnaryOperatorKind.POSTINC || kind == UnaryOperatorKind.PREINC;
    boolean post = kind == UnaryOperatorKind.POSTINC || kind == UnaryOperatorKind.POSTDEC;
    BinaryOperatorKind operation = up ? BinaryOperatorKind.PLUS : BinaryOperatorKind.MINUS;
    CtExpression<?> operand = operator.getOperand();
    if (!post || !used) {
      return update(operand, () -> Exprs.constant(1), operation, operator, used);
    }
    Place place = place(operand);
    if (place == null) {
      return Exprs.defaultValue(Types.of(operator.getType()));
    }
    Expr old = frame.declare(oldName(place), place.read()).read();
    frame.emit(place.write(next(place, operation, old, Exprs.constant(1), operator)));
    return old;
  }

  private static String oldName(Place place) {
    Var var = place.var();
    return (var != null ? var.name() : "element") + "Before";
  }

  private Expr update(
      CtExpression<?> target,
      Supplier<Expr> operand,
      BinaryOperatorKind operation,
      CtExpression<?> at,
      boolean used) {
    Place place = place(target);
    if (place == null) {
      return operand.get();
    }
    List<Expr> old = new ArrayList<>(place.parts());
    List<Supplier<Expr>> parts = new ArrayList<>();
    old.forEach(part -> parts.add(() -> part));
    parts.add(place::read);
    parts.add(operand);
    List<Expr> values = frame.inOrder(parts);
    int last = values.size() - 1;
    Place now = new Place(place.var(), values.subList(0, old.size()), place.field(), place.type());
    Expr value = next(now, operation, values.get(last - 1), values.get(last), at);
    if (place.var() == null && used) {
      value = frame.spill(value, Expressions.nameFor(value));
    }
    frame.emit(now.write(value));
    return place.var() != null ? place.read() : value;
  }

  private Expr next(
      Place place, BinaryOperatorKind operation, Expr old, Expr operand, CtExpression<?> at) {
    Expr value = method.operators.apply(operation, old, operand, at);
    return method.conversions.to(place.type(), value, at);
  }

  private @Nullable Place place(CtExpression<?> target) {
    Var var = variable(target);
    if (var != null) {
      return new Place(var, List.of(), null, var.type());
    }
    if (isField(target)) {
      Expr.Field field = method.fields.place((CtFieldWrite<?>) target);
      Expr receiver =
          field.receiver() instanceof Expr.Read
              ? field.receiver()
              : frame.spill(field.receiver(), Expressions.nameFor(field.receiver()));
      return new Place(null, List.of(receiver), field.name(), field.type());
    }
    if (!(target instanceof CtArrayWrite<?> element)) {
      refuse(target);
      return null;
    }
    List<Expr> parts = frame.inOrder(parts(element));
    boolean cheap = parts.stream().allMatch(Expressions::isCheap);
    Expr array =
        cheap || parts.get(0) instanceof Expr.Read
            ? parts.get(0)
            : frame.spill(parts.get(0), "row");
    Expr index = cheap ? parts.get(1) : frame.spill(parts.get(1), "index");
    return array.type() instanceof Type.Array type
        ? new Place(null, List.of(array, index), null, type.element())
        : null;
  }

  private @Nullable Var variable(CtExpression<?> target) {
    return target instanceof CtVariableAccess<?> access && !(target instanceof CtFieldWrite)
        ? frame.lookup(access.getVariable().getSimpleName())
        : null;
  }

  private void refuse(CtExpression<?> target) {
    if (target instanceof CtFieldWrite<?> field) {
      frame.problem(
          field.getVariable().isStatic() ? ProblemKind.STATIC_WRITE : ProblemKind.FIELD_WRITE,
          field,
          field.getVariable().getSimpleName());
    } else {
      frame.problem(
          ProblemKind.UNSUPPORTED_CONSTRUCT, target, "this target", "assign a local variable");
    }
  }
}
