package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Var;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtTypeReference;

/** The parts that together lower one method, each for one family of constructs. */
final class MethodLowering {
  final Sources sources;
  final KnownOperations known;
  final Frame frame;
  final Conversions conversions;
  final ExpressionLowering expressions;
  final OperatorLowering operators;
  final AssignmentLowering assignments;
  final ArrayLowering arrays;
  final FieldLowering fields;
  final CallLowering calls;
  final StatementLowering statements;
  final LoopLowering loops;
  final SwitchLowering switches;
  final TryLowering attempts;

  /** The class that declares the method. */
  final CtType<?> owner;

  /** The package of the generated class. */
  final String packageName;

  /** The receiver; null in a static method. */
  final @Nullable Var self;

  /** What the method returns; null if {@code void}. */
  final @Nullable Var result;

  /** Takes a method that is called and gives its identity. */
  final Function<CtExecutable<?>, FunctionId> callees;

  MethodLowering(
      Sources sources,
      KnownOperations known,
      CtType<?> owner,
      String packageName,
      @Nullable Var self,
      @Nullable Var result,
      Function<CtExecutable<?>, FunctionId> callees) {
    this.sources = sources;
    this.known = known;
    this.owner = owner;
    this.packageName = packageName;
    this.self = self;
    this.result = result;
    this.callees = callees;
    frame = new Frame(sources);
    conversions = new Conversions(frame, sources);
    expressions = new ExpressionLowering(this);
    operators = new OperatorLowering(this);
    assignments = new AssignmentLowering(this);
    arrays = new ArrayLowering(this);
    fields = new FieldLowering(this);
    calls = new CallLowering(this);
    statements = new StatementLowering(this);
    loops = new LoopLowering(this);
    switches = new SwitchLowering(this);
    attempts = new TryLowering(this);
  }

  /** Notes a problem if the generated class can't name the type. */
  void requireVisible(@Nullable CtTypeReference<?> type, CtElement at) {
    if (type != null && !type.isPrimitive() && !sources.accessible(type, packageName)) {
      frame.problem(ProblemKind.INACCESSIBLE, at, type.getSimpleName());
    }
  }
}
