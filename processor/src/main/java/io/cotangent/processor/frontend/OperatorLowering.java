package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtConditional;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtTypePattern;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.declaration.CtElement;

/** Lowers Java's operators other than assignments. */
final class OperatorLowering {
  private final MethodLowering method;
  private final Frame frame;

  OperatorLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** A binary operator. */
  Expr binary(CtBinaryOperator<?> operator) {
    CtExpression<?> left = operator.getLeftHandOperand();
    CtExpression<?> right = operator.getRightHandOperand();
    if (operator.getKind() == BinaryOperatorKind.AND
        || operator.getKind() == BinaryOperatorKind.OR) {
      return shortCircuit(operator.getKind() == BinaryOperatorKind.AND, left, right);
    }
    if (operator.getKind() == BinaryOperatorKind.INSTANCEOF) {
      return instanceOf(left, right, operator);
    }
    List<Expr> operands =
        frame.inOrder(
            List.of(() -> method.expressions.value(left), () -> method.expressions.value(right)));
    return apply(operator.getKind(), operands.get(0), operands.get(1), operator);
  }

  /** The operation on two values, with Java's promotions. */
  Expr apply(BinaryOperatorKind kind, Expr left, Expr right, CtElement at) {
    boolean text = left.type().equals(Type.STRING) || right.type().equals(Type.STRING);
    if (kind == BinaryOperatorKind.PLUS && text) {
      List<Expr> parts =
          frame.inOrder(
              List.of(() -> method.boxes.asJava(left, at), () -> method.boxes.asJava(right, at)));
      return Exprs.apply(Operator.CONCAT, Type.STRING, parts.get(0), parts.get(1));
    }
    Operator operator = of(kind);
    boolean references =
        !(left.type() instanceof Type.Primitive) && !(right.type() instanceof Type.Primitive);
    if ((operator == Operator.EQ || operator == Operator.NE) && references) {
      return Exprs.test(operator, left, right);
    }
    List<Expr> operands =
        frame.inOrder(
            List.of(
                () -> method.conversions.unboxed(left, at),
                () -> method.conversions.unboxed(right, at)));
    return primitive(operator, operands.get(0), operands.get(1));
  }

  private static Expr primitive(Operator operator, Expr left, Expr right) {
    if (left.type() == Type.BOOLEAN) {
      return Exprs.test(operator, left, right);
    }
    if (operator == Operator.SHL || operator == Operator.SHR || operator == Operator.USHR) {
      Type type = Types.promoted(left.type());
      Expr distance = Constants.cast(Types.promoted(right.type()), right);
      return Exprs.apply(operator, type, Constants.cast(type, left), distance);
    }
    Type type = Types.promoted(left.type(), right.type());
    return Exprs.apply(
        operator,
        operator.isComparison() ? Type.BOOLEAN : type,
        Constants.cast(type, left),
        Constants.cast(type, right));
  }

  private Expr instanceOf(CtExpression<?> value, CtExpression<?> type, CtElement at) {
    Expr object = method.expressions.value(value);
    if (type instanceof CtTypePattern pattern) {
      return typePattern(object, pattern);
    }
    if (!(type instanceof CtTypeAccess<?> access)) {
      frame.problem(
          ProblemKind.UNSUPPORTED_CONSTRUCT, at, "this pattern", "name a type and read its fields");
      return Exprs.defaultValue(Type.BOOLEAN);
    }
    method.requireVisible(access.getAccessedType(), at);
    return new Expr.InstanceOf(object, Types.of(access.getAccessedType()));
  }

  /** Tests for the type, and gives the pattern's variable its value where the test holds. */
  private Expr typePattern(Expr value, CtTypePattern pattern) {
    CtLocalVariable<?> local = pattern.getVariable();
    method.requireVisible(local.getType(), local);
    Type type = Types.of(local.getType());
    Expr object =
        value instanceof Expr.Read ? value : frame.spill(value, Expressions.nameFor(value));
    Expr test = new Expr.InstanceOf(object, type);
    Var var = new Var(local.getSimpleName(), type);
    Expr cast = ObjectLowering.converted(object, type);
    Expr nothing = Exprs.defaultValue(type);
    frame.emit(new Stmt.Declare(var, new Expr.Conditional(test, cast, nothing)));
    frame.bind(var.name(), var);
    return test;
  }

  private Expr shortCircuit(boolean and, CtExpression<?> left, CtExpression<?> right) {
    Expr first = method.expressions.primitive(left);
    Expr[] second = new Expr[1];
    Block block = frame.block(() -> second[0] = method.expressions.primitive(right));
    if (block.isEmpty()) {
      return Exprs.test(and ? Operator.AND : Operator.OR, first, second[0]);
    }
    Var var = frame.declare(and ? "both" : "either", first);
    Expr go = and ? var.read() : Exprs.not(var.read());
    frame.emit(new Stmt.If(go, assigning(block, var, second[0]), Block.EMPTY));
    return var.read();
  }

  /** A conditional expression. */
  Expr conditional(CtConditional<?> conditional) {
    Expr test = method.expressions.primitive(conditional.getCondition());
    Type type = Types.of(conditional.getType());
    Expr[] values = new Expr[2];
    Block then = frame.block(() -> values[0] = arm(conditional.getThenExpression(), type));
    Block otherwise = frame.block(() -> values[1] = arm(conditional.getElseExpression(), type));
    if (then.isEmpty() && otherwise.isEmpty()) {
      return new Expr.Conditional(test, values[0], values[1]);
    }
    Var var = frame.declare("choice", Exprs.defaultValue(type));
    frame.emit(
        new Stmt.If(test, assigning(then, var, values[0]), assigning(otherwise, var, values[1])));
    return var.read();
  }

  private Expr arm(CtExpression<?> expression, Type type) {
    return method.expressions.value(expression, type);
  }

  private static Block assigning(Block block, Var var, Expr value) {
    List<Stmt> stmts = new java.util.ArrayList<>(block.stmts());
    stmts.add(new Stmt.Assign(var, value));
    return new Block(stmts);
  }

  /** A unary operator. */
  Expr unary(CtUnaryOperator<?> operator) {
    return switch (operator.getKind()) {
      case POSTINC, POSTDEC, PREINC, PREDEC -> method.assignments.step(operator, true);
      case NOT -> Exprs.not(method.expressions.primitive(operator.getOperand()));
      case POS -> promoted(operator);
      case NEG -> negated(promoted(operator));
      case COMPL -> {
        Expr operand = promoted(operator);
        yield Exprs.apply(Operator.COMPLEMENT, operand.type(), operand);
      }
    };
  }

  private static Expr negated(Expr operand) {
    return operand instanceof Expr.Const constant
        ? Constants.negated(constant)
        : Exprs.apply(Operator.NEG, operand.type(), operand);
  }

  private Expr promoted(CtUnaryOperator<?> operator) {
    Expr operand = method.expressions.primitive(operator.getOperand());
    return Constants.cast(Types.promoted(operand.type()), operand);
  }

  private static Operator of(BinaryOperatorKind kind) {
    return switch (kind) {
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUB;
      case MUL -> Operator.MUL;
      case DIV -> Operator.DIV;
      case MOD -> Operator.REM;
      case SL -> Operator.SHL;
      case SR -> Operator.SHR;
      case USR -> Operator.USHR;
      case LT -> Operator.LT;
      case LE -> Operator.LE;
      case GT -> Operator.GT;
      case GE -> Operator.GE;
      case EQ -> Operator.EQ;
      case NE -> Operator.NE;
      case BITAND -> Operator.BIT_AND;
      case BITOR -> Operator.BIT_OR;
      case BITXOR -> Operator.BIT_XOR;
      case AND -> Operator.AND;
      case OR -> Operator.OR;
      case INSTANCEOF -> throw new IllegalArgumentException("no operator: " + kind);
    };
  }
}
