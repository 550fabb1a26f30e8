package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Var;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeReference;

/** The parts that together lower one method, each for one family of constructs. */
final class MethodLowering {
  final Sources sources;
  final KnownOperations known;
  final Frame frame;
  final Boxes boxes;
  final Conversions conversions;
  final ExpressionLowering expressions;
  final OperatorLowering operators;
  final AssignmentLowering assignments;
  final ArrayLowering arrays;
  final FieldLowering fields;
  final CallLowering calls;
  final ObjectLowering objects;
  final LambdaLowering lambdas;
  final EnumLowering enums;
  final StatementLowering statements;
  final AssertLowering assertions;
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

  /** The classes whose objects are taken apart. */
  final Shapes shapes;

  /** What the method calls and makes. */
  final Callees callees;

  MethodLowering(
      Sources sources,
      KnownOperations known,
      CtType<?> owner,
      String packageName,
      @Nullable Var self,
      @Nullable Var result,
      Shapes shapes,
      Callees callees) {
    this.sources = sources;
    this.known = known;
    this.owner = owner;
    this.packageName = packageName;
    this.self = self;
    this.result = result;
    this.shapes = shapes;
    this.callees = callees;
    frame = new Frame(sources);
    boxes = new Boxes(this);
    conversions = new Conversions(frame, sources, boxes);
    expressions = new ExpressionLowering(this);
    operators = new OperatorLowering(this);
    assignments = new AssignmentLowering(this);
    arrays = new ArrayLowering(this);
    fields = new FieldLowering(this);
    objects = new ObjectLowering(this);
    lambdas = new LambdaLowering(this);
    enums = new EnumLowering(this);
    calls = new CallLowering(this);
    statements = new StatementLowering(this);
    assertions = new AssertLowering(this);
    loops = new LoopLowering(this);
    switches = new SwitchLowering(this);
    attempts = new TryLowering(this);
  }

  /** The same for a function inside of this one, with a receiver and a result of its own. */
  MethodLowering within(@Nullable Var receiver, @Nullable Var value) {
    return new MethodLowering(sources, known, owner, packageName, receiver, value, shapes, callees);
  }

  /** Notes a problem if the generated class can't name the type. */
  void requireVisible(@Nullable CtTypeReference<?> type, CtElement at) {
    sources.models().mention(type);
    boolean shaped = type != null && shapes.of(leaf(type)).isPresent();
    if (type != null && !type.isPrimitive() && !shaped && !sources.accessible(type, packageName)) {
      frame.problem(ProblemKind.INACCESSIBLE, at, type.getSimpleName());
    }
    if (type != null) {
      ModelLimits.checkKeys(this, type, at);
    }
  }

  /** Notes a problem if what a method without source gives back can't be used. */
  void requireGiven(CtInvocation<?> call) {
    requireVisible(call.getType(), call);
    ModelLimits.checkGiven(this, call);
  }

  private static CtTypeReference<?> leaf(CtTypeReference<?> type) {
    return type instanceof CtArrayTypeReference<?> array ? leaf(array.getComponentType()) : type;
  }
}
