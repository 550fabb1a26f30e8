package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spoon.reflect.declaration.CtExecutable;

/** Emits calls of a method and of its derivatives, as one generated class gives them. */
final class DerivedCalls {
  private final MethodLowering method;
  private final Composed of;
  private final String name;
  private final Span span;

  /**
   * Calls for one place.
   *
   * @param name what variables for the results are called
   */
  DerivedCalls(MethodLowering method, Composed of, String name, Span span) {
    this.method = method;
    this.of = of;
    this.name = name;
    this.span = span;
  }

  /** Whether the matrix is made of columns, or is one row: those of pullbacks are others. */
  static boolean isMatrix(String name, Composed of) {
    boolean one = of.result() == Type.DOUBLE;
    boolean known = name.equals("jacobianForward") ? MatrixCall.isFor(of.result()) : one;
    return known && of.wrt().stream().allMatch(i -> MatrixCall.isFor(of.params().get(i).type()));
  }

  /** The method's own value. */
  Expr value(CtExecutable<?> primal, List<Expr> args) {
    Var value = method.frame.declare("value", Exprs.defaultValue(of.result()));
    emit(value, method.callees.direct(primal), args);
    return value.read();
  }

  /** The gradient's entries, or those of its derivative along directions. */
  List<Expr> entries(int directions, List<Expr> given) {
    List<Expr> entries = new ArrayList<>();
    for (int i : of.wrt()) {
      DerivativeForm form = new DerivativeForm(directions, Optional.of(i), true);
      entries.add(derivative(form, of.params().get(i).type(), given));
    }
    return entries;
  }

  /** The derivative along a direction. */
  Expr along(List<Expr> given) {
    DerivativeForm form = new DerivativeForm(1, Optional.empty(), true);
    return derivative(form, of.result(), given);
  }

  /** The Jacobian or Hessian of this name. */
  Expr matrix(String kind, List<Expr> args) {
    List<Expr> primals = of.wrt().stream().map(args::get).toList();
    boolean second = kind.equals("hessian");
    boolean reverse = primals.size() > 1 || primals.get(0).type().isArray();
    if (kind.equals("jacobianReverse") || (kind.equals("jacobian") && reverse)) {
      return MatrixCall.row(method.frame, entries(0, args));
    }
    return MatrixCall.byColumns(
        method.frame,
        primals,
        dots -> {
          List<Expr> given = new ArrayList<>(args);
          given.addAll(dots);
          return second ? entries(1, given) : List.of(along(given));
        });
  }

  private Expr derivative(DerivativeForm form, Type type, List<Expr> given) {
    Var target = method.frame.declare(name, Exprs.defaultValue(type));
    emit(target, method.callees.derived(of, form, span), given);
    return target.read();
  }

  private void emit(Var target, FunctionId function, List<Expr> given) {
    method.frame.emit(new Stmt.Call(List.of(target), function, given, span));
  }
}
