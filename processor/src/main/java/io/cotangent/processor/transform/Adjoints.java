package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/**
 * The adjoint variables of a function: one for each active scalar, a shadow for each active array.
 */
final class Adjoints {
  private final Facts facts;
  private final Constancy constancy;
  private final Map<Var, Var> bars = new HashMap<>();

  Adjoints(Facts facts, Function function) {
    this.facts = facts;
    this.constancy = new Constancy(function);
  }

  boolean isConstant(Var var) {
    return constancy.isConstant(var);
  }

  boolean isDefinition(Var var) {
    return constancy.isDefinition(var);
  }

  boolean isActive(Var var) {
    return facts.activity().isActive(var);
  }

  /** The adjoint of a scalar. */
  Var bar(Var var) {
    return bars.computeIfAbsent(var, v -> new Var(v.name() + "Bar", v.type()));
  }

  /** The array of adjoints that goes with an array variable. */
  Var shadow(Var var) {
    return bar(var);
  }

  /** Every adjoint so far, and whatever else belongs to the reverse sweep alone. */
  java.util.Set<Var> all() {
    return new java.util.HashSet<>(bars.values());
  }

  Shadows shadows() {
    return new Shadows(facts, this::bar);
  }

  /** Whether the expression's value can be had again in reverse from what is there. */
  boolean isRepeatable(Expr e, java.util.function.Predicate<Expr> stable) {
    return !io.cotangent.processor.ir.Walk.any(
        e,
        x ->
            x instanceof Expr.Invoke
                || x instanceof Expr.NewArray
                || x instanceof Expr.CloneArray
                || x instanceof Expr.Pop
                || x instanceof Expr.NewStruct
                || x instanceof Expr.Field field && !(field.isOfStruct() && stable.test(field))
                || x instanceof Expr.StaticField && !facts.writes().isQuiet()
                || x instanceof Expr.Load load && !stable.test(load)
                || x instanceof Expr.Read read && !isConstant(read.var()));
  }
}
