package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtAssert;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtBreak;
import spoon.reflect.code.CtComment;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtContinue;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtIf;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtLoop;
import spoon.reflect.code.CtReturn;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtSynchronized;
import spoon.reflect.code.CtThrow;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.visitor.filter.TypeFilter;

/** Lowers statements other than loops and switches. */
final class StatementLowering {
  private static final String LOOP = "";

  private final MethodLowering method;
  private final Frame frame;

  /** What an unlabelled {@code break} leaves, innermost first: a loop, or a switch by its label. */
  private final Deque<String> breakTargets = new ArrayDeque<>();

  /** Variables that several cases of a switch share. */
  private final Map<CtLocalVariable<?>, Var> predeclared = new IdentityHashMap<>();

  StatementLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
  }

  /** Makes the labels of a method's statements known. */
  void labels(CtExecutable<?> executable) {
    for (CtStatement each : executable.getElements(new TypeFilter<>(CtStatement.class))) {
      if (each.getLabel() != null) {
        method.frame.freshLabel(each.getLabel());
      }
    }
  }

  /** Statements one after another, in a scope of their own. */
  void all(List<CtStatement> statements) {
    frame.scoped(() -> statements.forEach(this::statement));
  }

  /** A statement as a block. */
  Block block(@Nullable CtStatement statement) {
    return statement == null ? Block.EMPTY : frame.block(() -> statement(statement));
  }

  /** The body of a loop as a block. */
  Block loopBody(CtStatement body) {
    return inside(LOOP, () -> block(body));
  }

  /** What {@code lowering} gives where an unlabelled {@code break} leaves the target. */
  <T> T inside(String breakTarget, Supplier<T> lowering) {
    breakTargets.push(breakTarget);
    try {
      return lowering.get();
    } finally {
      breakTargets.pop();
    }
  }

  /** Any statement. */
  void statement(CtStatement statement) {
    String label = statement.getLabel();
    if (statement instanceof CtLoop loop) {
      frame.mark(statement);
      method.loops.lower(loop, label);
    } else if (label != null) {
      frame.emit(new Stmt.Labelled(label, frame.block(() -> unlabelled(statement))));
    } else {
      unlabelled(statement);
    }
  }

  private void unlabelled(CtStatement statement) {
    if (statement instanceof CtBlock<?> block) {
      all(block.getStatements());
      return;
    }
    if (statement instanceof CtComment) {
      return;
    }
    frame.mark(statement);
    if (statement instanceof CtLocalVariable<?> local) {
      local(local);
    } else if (!expression(statement)) {
      control(statement);
    }
  }

  /** An expression as a statement; says whether it is one. */
  boolean expression(CtStatement statement) {
    if (statement instanceof CtAssignment<?, ?> assignment) {
      method.assignments.statement(assignment);
    } else if (statement instanceof CtUnaryOperator<?> operator) {
      method.assignments.step(operator, false);
    } else if (statement instanceof CtInvocation<?> call) {
      method.callees.hints().notice(call);
      method.calls.statement(call);
    } else if (statement instanceof CtConstructorCall<?> call) {
      method.calls.discard(method.calls.construction(call));
    } else {
      return false;
    }
    return true;
  }

  private void control(CtStatement statement) {
    if (statement instanceof CtIf branch) {
      Expr test = method.expressions.primitive(branch.getCondition());
      Block then = block(branch.getThenStatement());
      frame.emit(new Stmt.If(test, then, block(branch.getElseStatement())));
    } else if (statement instanceof CtReturn<?> exit) {
      exit(exit);
    } else if (statement instanceof CtBreak jump) {
      String label = jump.getTargetLabel();
      frame.emit(new Stmt.Break(label != null ? label : innermost()));
    } else if (statement instanceof CtContinue jump) {
      frame.emit(new Stmt.Continue(jump.getTargetLabel()));
    } else if (statement instanceof CtSwitch<?> choice) {
      method.switches.statement(choice);
    } else if (statement instanceof CtYieldStatement yield) {
      method.switches.yield(yield.getExpression());
    } else if (statement instanceof CtTry attempt) {
      method.attempts.lower(attempt);
    } else if (statement instanceof CtThrow raise) {
      raise(raise);
    } else if (statement instanceof CtAssert<?> check) {
      method.assertions.lower(check);
    } else {
      refuse(statement);
    }
  }

  private @Nullable String innermost() {
    String target = breakTargets.peek();
    return LOOP.equals(target) ? null : target;
  }

  /** Declares a variable before the cases of a switch that share it. */
  void predeclare(CtLocalVariable<?> local) {
    Var var = new Var(local.getSimpleName(), Types.of(local.getType()));
    frame.emit(new Stmt.Declare(var, Exprs.defaultValue(var.type())));
    frame.bind(var.name(), var);
    predeclared.put(local, var);
  }

  /** A local variable; the variables of a loop's head included. */
  void local(CtLocalVariable<?> local) {
    method.requireVisible(local.getType(), local);
    Type type = Types.of(local.getType());
    String name = local.getSimpleName();
    Var known = predeclared.get(local);
    if (known != null) {
      if (local.getDefaultExpression() != null) {
        Expr value = method.expressions.root(local.getDefaultExpression(), type);
        frame.emit(new Stmt.Assign(known, value));
      }
      return;
    }
    CtExpression<?> given = local.getDefaultExpression();
    method.objects.nameNext(given instanceof CtConstructorCall<?> ? name : null);
    Expr init = given == null ? Exprs.defaultValue(type) : method.expressions.root(given, type);
    method.objects.nameNext(null);
    if (given instanceof CtConstructorCall<?>
        && init instanceof Expr.Read made
        && made.var().name().equals(name)
        && made.type().equals(type)) {
      frame.bind(name, made.var());
    } else if (!frame.rename(init, name, type)) {
      Var var = new Var(name, type);
      frame.emit(new Stmt.Declare(var, init));
      frame.bind(name, var);
    }
  }

  /** The value of a lambda's body, as what it returns. */
  void resultOf(CtExpression<?> value) {
    Var result = method.result;
    if (result != null) {
      frame.emit(new Stmt.Assign(result, method.expressions.root(value, result.type())));
    } else if (!(value instanceof CtStatement statement && expression(statement))) {
      method.calls.discard(method.expressions.value(value));
    }
  }

  private void exit(CtReturn<?> exit) {
    Var result = method.result;
    if (exit.getReturnedExpression() != null && result != null) {
      Expr value = method.expressions.root(exit.getReturnedExpression(), result.type());
      frame.emit(new Stmt.Assign(result, value));
    }
    frame.emit(new Stmt.Return());
  }

  private void raise(CtThrow raise) {
    if (raise.getThrownExpression() instanceof CtConstructorCall<?> call
        && call.getTypeCasts().isEmpty()) {
      frame.emit(new Stmt.Throw(method.calls.construction(call)));
    } else {
      Expr value = method.expressions.value(raise.getThrownExpression());
      frame.emit(new Stmt.Throw(value));
    }
  }

  private void refuse(CtStatement statement) {
    if (statement instanceof CtSynchronized lock) {
      frame.problem(
          ProblemKind.UNSUPPORTED_CONSTRUCT,
          lock,
          "'synchronized'",
          "take the lock in the method's caller");
      ignoredBlock(lock.getBlock());
    } else if (statement instanceof CtType<?> local) {
      if (method.shapes.of(local.getReference()).isPresent()) {
        return; // Taken apart where objects of it are made.
      }
      frame.problem(ProblemKind.LOCAL_CLASS, local, name(local));
    } else {
      frame.problem(
          ProblemKind.UNSUPPORTED_CONSTRUCT, statement, "this statement", "write it otherwise");
    }
  }

  /** The name in the source, without the number that Spoon puts before it. */
  private static String name(CtType<?> local) {
    return local.getSimpleName().replaceFirst("^[0-9]+", "");
  }

  /** Lowers a statement for its problems alone. */
  private void ignoredBlock(CtStatement statement) {
    method.statements.block(statement);
  }
}
