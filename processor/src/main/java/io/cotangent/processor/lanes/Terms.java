package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The terms of a sum of doubles, with their signs. */
final class Terms {
  /** A term. */
  record Term(Expr value, boolean isNegative) {}

  private Terms() {}

  static List<Term> of(Expr sum) {
    List<Term> terms = new ArrayList<>();
    add(sum, false, terms);
    return terms;
  }

  private static void add(Expr e, boolean negative, List<Term> terms) {
    if (e instanceof Expr.Apply apply && apply.type() == Type.DOUBLE) {
      if (apply.op() == Operator.ADD || apply.op() == Operator.SUB) {
        add(apply.args().get(0), negative, terms);
        add(apply.args().get(1), negative ^ (apply.op() == Operator.SUB), terms);
        return;
      } else if (apply.op() == Operator.NEG) {
        add(apply.args().get(0), !negative, terms);
        return;
      }
    }
    terms.add(new Term(e, negative));
  }
}
