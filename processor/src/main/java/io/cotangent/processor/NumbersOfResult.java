package io.cotangent.processor;

import io.cotangent.processor.backend.ObjectParts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** The parts of an object that a method gives, as the result of the method of numbers. */
final class NumbersOfResult {
  private NumbersOfResult() {}

  /** What is in the way of giving such an object. */
  static List<Problem> problems(ObjectParts parts) {
    List<Problem> problems = new ArrayList<>();
    for (ObjectParts.Part part : parts.fields()) {
      part.object().ifPresent(inner -> problems.addAll(problems(inner)));
      boolean fits = part.type().isFloating() || part.type().equals(Type.arrayOf(Type.DOUBLE));
      if (part.object().isEmpty() && !fits) {
        String what = "a result with the field '" + part.name() + "' of type " + part.type();
        String instead = "return numbers and arrays of double only";
        problems.add(
            new Problem(ProblemKind.UNSUPPORTED_CONSTRUCT, Span.NONE, List.of(what, instead)));
      }
    }
    return problems;
  }

  /** The parts of the result in one array, or in one row each where some are arrays. */
  static Var taken(Var object, ObjectParts parts, List<Stmt> body) {
    List<Expr> values = new ArrayList<>();
    collect(object.read(), parts, values);
    boolean rows = values.stream().anyMatch(v -> v.type().isArray());
    Type.Array row = Type.arrayOf(Type.DOUBLE);
    Type.Array type = rows ? Type.arrayOf(row) : row;
    Var result = new Var("result", type);
    body.add(
        new Stmt.Declare(result, new Expr.NewArray(type, List.of(Exprs.constant(values.size())))));
    for (int i = 0; i < values.size(); i++) {
      Expr value = values.get(i);
      if (rows && !value.type().isArray()) {
        Var one = new Var("row", row);
        body.add(new Stmt.Declare(one, new Expr.NewArray(row, List.of(Exprs.constant(1)))));
        body.add(new Stmt.Store(one.read(), Exprs.constant(0), number(value)));
        value = one.read();
      }
      body.add(new Stmt.Store(result.read(), Exprs.constant(i), number(value)));
    }
    return result;
  }

  private static Expr number(Expr value) {
    return value.type() == Type.FLOAT ? new Expr.Cast(Type.DOUBLE, value) : value;
  }

  private static void collect(Expr object, ObjectParts parts, List<Expr> values) {
    for (ObjectParts.Part part : parts.fields()) {
      Expr field = new Expr.Field(object, part.name(), part.type());
      if (part.object().isPresent()) {
        collect(field, part.object().get(), values);
      } else {
        values.add(field);
      }
    }
  }
}
