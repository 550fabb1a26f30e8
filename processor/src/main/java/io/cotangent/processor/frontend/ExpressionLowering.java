package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import spoon.reflect.code.CtArrayRead;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtConditional;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtSwitchExpression;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.reference.CtTypeReference;

/**
 * Lowers expressions: what they do is written as statements, in Java's order of evaluation, and
 * what is left is a value without side effects.
 */
final class ExpressionLowering {
  private final MethodLowering method;
  private final Frame frame;

  ExpressionLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** The value of an expression, without side effects. */
  Expr value(CtExpression<?> expression) {
    return frame.settle(root(expression));
  }

  /** The value of an expression, converted to {@code target} as an assignment does. */
  Expr value(CtExpression<?> expression, Type target) {
    return frame.settle(root(expression, target));
  }

  /** The value of a number or boolean, without its box. */
  Expr primitive(CtExpression<?> expression) {
    return method.conversions.unboxed(value(expression), expression);
  }

  /** The value of an array index or dimension. */
  Expr index(CtExpression<?> expression) {
    return method.conversions.to(Type.INT, value(expression), expression);
  }

  /** As {@link #value(CtExpression, Type)}, but the whole may be a call or an allocation. */
  Expr root(CtExpression<?> expression, Type target) {
    boolean poly = expression instanceof CtSwitchExpression && expression.getTypeCasts().isEmpty();
    Expr value =
        poly
            ? method.switches.expression((CtSwitchExpression<?, ?>) expression, target)
            : root(expression);
    return value.type().equals(target)
        ? value
        : method.conversions.to(target, frame.settle(value), expression);
  }

  private Expr root(CtExpression<?> expression) {
    Expr value = uncast(expression);
    List<CtTypeReference<?>> casts = expression.getTypeCasts();
    for (int i = casts.size() - 1; i >= 0; i--) {
      method.requireVisible(casts.get(i), expression);
      Type target = Types.of(casts.get(i));
      value = method.conversions.cast(target, frame.settle(value), expression);
    }
    return value;
  }

  private Expr uncast(CtExpression<?> expression) {
    if (expression instanceof CtLiteral<?> literal) {
      return new Expr.Const(literal.getValue(), Types.ofConstant(literal.getValue()));
    }
    if (expression instanceof CtFieldRead<?> field) {
      return method.fields.read(field);
    }
    if (expression instanceof CtArrayRead<?> element) {
      return element(element);
    }
    if (expression instanceof CtBinaryOperator<?> operator) {
      return method.operators.binary(operator);
    }
    if (expression instanceof CtUnaryOperator<?> operator) {
      return method.operators.unary(operator);
    }
    if (expression instanceof CtConditional<?> conditional) {
      return method.operators.conditional(conditional);
    }
    if (expression instanceof CtAssignment<?, ?> assignment) {
      return method.assignments.value(assignment);
    }
    if (expression instanceof CtInvocation<?> invocation) {
      return method.calls.invocation(invocation);
    }
    return rare(expression);
  }

  private Expr rare(CtExpression<?> expression) {
    if (expression instanceof CtConstructorCall<?> call) {
      return method.calls.construction(call);
    }
    if (expression instanceof CtNewArray<?> array) {
      return method.arrays.creation(array, Types.of(array.getType()));
    }
    if (expression instanceof CtSwitchExpression<?, ?> choice) {
      return method.switches.expression(choice, Types.of(choice.getType()));
    }
    if (expression instanceof CtLambda<?> lambda) {
      return method.lambdas.lambda(lambda);
    }
    if (expression instanceof CtExecutableReferenceExpression<?, ?> reference) {
      return method.lambdas.reference(reference);
    }
    if (expression instanceof CtThisAccess<?> self) {
      return self(self);
    }
    if (expression instanceof CtVariableAccess<?> access
        && !(expression instanceof CtSuperAccess)
        && access.getVariable() != null) {
      return variable(access);
    }
    return refused(expression);
  }

  private Expr variable(CtVariableAccess<?> access) {
    Var var = frame.lookup(access.getVariable().getSimpleName());
    if (var != null) {
      return var.read();
    }
    frame.problem(
        ProblemKind.UNSUPPORTED_CONSTRUCT,
        access,
        "'" + access.getVariable().getSimpleName() + "'",
        "only variables of the method itself can be used");
    return Exprs.defaultValue(Types.of(access.getType()));
  }

  private Expr element(CtArrayRead<?> element) {
    List<Expr> parts =
        frame.inOrder(
            List.of(() -> value(element.getTarget()), () -> index(element.getIndexExpression())));
    return parts.get(0).type().isArray()
        ? new Expr.Load(parts.get(0), parts.get(1))
        : Exprs.defaultValue(Types.of(element.getType()));
  }

  private Expr self(CtThisAccess<?> access) {
    Type type = Types.of(access.getType());
    return method.self != null && method.self.type().equals(type)
        ? method.self.read()
        : method.objects.enclosing(type, access);
  }

  private Expr refused(CtExpression<?> expression) {
    if (expression instanceof CtSuperAccess) {
      frame.problem(ProblemKind.SUPER, expression);
    } else {
      frame.problem(
          ProblemKind.UNSUPPORTED_CONSTRUCT, expression, "this expression", "write it otherwise");
    }
    return Exprs.defaultValue(Types.of(expression.getType()));
  }
}
