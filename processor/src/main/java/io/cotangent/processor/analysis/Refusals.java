package io.cotangent.processor.analysis;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what activity makes impossible: active values in unknown methods, arrays of others. */
public final class Refusals {
  private static final Set<String> NULL_TESTS = Set.of("requireNonNull", "isNull", "nonNull");

  private final Facts facts;
  private final List<Problem> problems = new ArrayList<>();
  private Span here = Span.NONE;

  private final Opaque opaque;

  private Refusals(Facts facts) {
    this.facts = facts;
    this.opaque = Opaque.of(facts.program(), facts.activity(), facts.aliasing());
  }

  /** The problems of all functions of the program, in their order. */
  public static List<Problem> of(Facts facts) {
    Refusals refusals = new Refusals(facts);
    for (Function function : facts.program().functions().values()) {
      if (facts.program().rule(function.id()).isEmpty()) {
        Walk.statements(function.body(), refusals::check);
      }
    }
    return refusals.problems.stream().distinct().toList();
  }

  /**
   * Where a derivative that matters is lost in a method that is called, although nothing active
   * comes out of it for just that reason.
   */
  public static List<Problem> lost(Facts facts) {
    return of(facts).stream().filter(p -> p.kind() == ProblemKind.NO_DERIVATIVE).toList();
  }

  private void check(Stmt stmt) {
    if (stmt instanceof Stmt.Mark mark) {
      here = mark.span();
    } else if (stmt instanceof Stmt.Store store) {
      Aliasing.Node node = facts.aliasing().classOf(store.array());
      boolean active = store.value().type().carriesDerivative() && isVaried(store.value());
      if (facts.aliasing().isExternal(node) && (active || !ofLibrary(store.array()))) {
        problems.add(new Problem(ProblemKind.ARRAY_NOT_OURS, here, List.of()));
      }
    }
    if (stmt instanceof Stmt.Call call) {
      facts.program().rule(call.callee()).ifPresent(rule -> checkRuled(call, rule));
    }
    checkClasses(stmt);
    Optional<Var> target =
        stmt instanceof Stmt.Declare d
            ? Optional.of(d.var())
            : stmt instanceof Stmt.Assign a ? Optional.of(a.var()) : Optional.empty();
    for (Expr e : Walk.exprs(stmt)) {
      Walk.expressions(e, part -> checkCall(part, target));
    }
  }

  /** What is taken apart must not be mixed with objects as Java knows them. */
  private void checkClasses(Stmt stmt) {
    if (stmt instanceof Stmt.Declare d) {
      checkClasses(d.var().type(), d.init());
    } else if (stmt instanceof Stmt.Assign a) {
      checkClasses(a.var().type(), a.value());
    } else if (stmt instanceof Stmt.Put put) {
      checkClasses(put.place().type(), put.value());
    } else if (stmt instanceof Stmt.Store store
        && store.array().type() instanceof Type.Array array) {
      checkClasses(array.element(), store.value());
    } else if (stmt instanceof Stmt.Call call) {
      List<Var> params = facts.program().get(call.callee()).params();
      for (int i = 0; i < params.size(); i++) {
        checkClasses(params.get(i).type(), call.args().get(i));
      }
    }
  }

  private void checkClasses(Type target, Expr value) {
    boolean made = value instanceof Expr.Const;
    if (!made && MixedClasses.differ(target, value.type())) {
      problems.add(MixedClasses.problem(value.type(), target, here));
    }
  }

  /** What a rule has no tangent for must not carry one. */
  private void checkRuled(Stmt.Call call, CustomRule rule) {
    Function callee = facts.program().get(call.callee());
    if (callee.results().stream().noneMatch(facts.activity()::isUseful)) {
      return;
    }
    for (int i = 0; i < call.args().size(); i++) {
      Expr arg = call.args().get(i);
      boolean active = isVaried(arg) || opaque.holds(arg) || arg.type() instanceof Type.Struct;
      if (!rule.params().contains(i) && active) {
        String name = callee.params().get(i).name();
        problems.add(
            new Problem(ProblemKind.RULE_PARAMETER, call.span(), List.of(callee.name(), name)));
      }
    }
  }

  private boolean ofLibrary(Expr array) {
    return array instanceof Expr.Read;
  }

  private void checkCall(Expr e, Optional<Var> target) {
    if (e instanceof Expr.Apply text
        && text.op() == Operator.CONCAT
        && text.args().stream().anyMatch(arg -> arg.type().leaf() instanceof Type.Struct)) {
      problems.add(new Problem(ProblemKind.OBJECT_ESCAPES, here, List.of("+")));
    }
    if (MixedClasses.in(e)) {
      problems.add(MixedClasses.problem(e, here));
    }
    if (comesOutOfObject(e)) {
      problems.add(new Problem(ProblemKind.NO_DERIVATIVE, here, List.of(lineOf(e))));
    }
    if (!(e instanceof Expr.Invoke call)) {
      return;
    }
    Span span = call.span();
    if (!call.owner().startsWith("io.cotangent.runtime.")
        && call.args().stream().anyMatch(arg -> arg.type().leaf() instanceof Type.Struct)
        && !(call.owner().equals("java.util.Objects") && NULL_TESTS.contains(call.name()))) {
      Span at = span.equals(Span.NONE) ? here : span;
      problems.add(new Problem(ProblemKind.OBJECT_ESCAPES, at, List.of(name(call))));
      return;
    }
    if (call.span().equals(Span.NONE)) {
      // Written by a pass that knows what goes in and out.
      return;
    }
    boolean used = target.isPresent() && facts.activity().isUseful(target.get());
    boolean given = call.args().stream().anyMatch(arg -> isVaried(arg) || opaque.holds(arg));
    if (used && given && call.type().carriesDerivative()) {
      problems.add(new Problem(ProblemKind.NO_DERIVATIVE, span, List.of(name(call))));
      return;
    }
    boolean escapes =
        call.args().stream()
            .anyMatch(arg -> arg.type().isReference() && facts.activity().isActive(arg));
    if (escapes && !Harmless.isHarmless(call)) {
      problems.add(new Problem(ProblemKind.ARRAY_ESCAPES, span, List.of(name(call))));
    } else if (given && mayFill(call)) {
      problems.add(new Problem(ProblemKind.NO_DERIVATIVE, span, List.of(name(call))));
    }
  }

  /** Whether the call could write to an array whose numbers matter. */
  private boolean mayFill(Expr.Invoke call) {
    return !Harmless.isHarmless(call)
        && call.args().stream()
            .anyMatch(arg -> arg.type().isArray() && facts.activity().holdsUseful(arg));
  }

  /** Whether a number, or an array of them, is taken out of an object that took in active ones. */
  private boolean comesOutOfObject(Expr e) {
    if (!e.type().carriesDerivative()) {
      return false;
    }
    return e instanceof Expr.Field field && !field.isOfStruct() && opaque.holds(field.receiver())
        || e instanceof Expr.Cast cast
            && cast.operand().type() instanceof Type.Ref
            && opaque.holds(cast.operand());
  }

  private static String lineOf(Expr e) {
    return e instanceof Expr.Field field ? field.name() : "(" + e.type() + ")";
  }

  private boolean isVaried(Expr e) {
    return e.type().isReference() ? facts.activity().holdsVaried(e) : facts.activity().isVaried(e);
  }

  private static String name(Expr.Invoke call) {
    return call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name();
  }
}
