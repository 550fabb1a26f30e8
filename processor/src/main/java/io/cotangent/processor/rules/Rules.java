package io.cotangent.processor.rules;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rule table: look-up of an operation's row. */
public final class Rules {
  private static final Set<String> INTEGER_METHODS =
      Set.of(
          "abs",
          "absExact",
          "addExact",
          "ceilDiv",
          "ceilMod",
          "clamp",
          "decrementExact",
          "floorDiv",
          "floorMod",
          "incrementExact",
          "max",
          "min",
          "multiplyExact",
          "multiplyFull",
          "multiplyHigh",
          "negateExact",
          "subtractExact",
          "toIntExact");

  /** Classes of libraries whose methods mean what those of {@code java.lang.Math} mean. */
  private static final Set<String> LIKE_MATH =
      Set.of("org.hipparchus.util.FastMath", "org.apache.commons.math3.util.FastMath");

  private static final Map<Key, Rule> TABLE = table();

  private record Key(Op op, List<Type> params) {}

  private Rules() {}

  /** All rows, in the order of the table. */
  public static Collection<Rule> all() {
    return Collections.unmodifiableCollection(TABLE.values());
  }

  /** The row of an operation on these argument types; none for operations of integers alone. */
  public static Optional<Rule> of(Op op, List<Type> params) {
    return Optional.ofNullable(TABLE.get(new Key(original(op), List.copyOf(params))));
  }

  /** The row of an operation as it is applied. */
  public static Optional<Rule> of(Expr.Apply apply) {
    return of(apply.op(), apply.args().stream().map(Expr::type).toList());
  }

  /** Whether a static method is a pure operation on numbers that the IR writes as such. */
  public static boolean isKnown(String owner, String name, List<Type> params) {
    Op op = original(new MathOp(owner, name));
    if (TABLE.containsKey(new Key(op, List.copyOf(params)))) {
      return true;
    }
    boolean math =
        owner.equals("java.lang.Math")
            || owner.equals("java.lang.StrictMath")
            || LIKE_MATH.contains(owner);
    return math
        && INTEGER_METHODS.contains(name)
        && params.stream().allMatch(type -> type.isNumeric() && !type.isFloating());
  }

  /** The operation of {@code java.lang.Math} that another class has under the same name. */
  private static Op original(Op op) {
    return op instanceof MathOp other && LIKE_MATH.contains(other.owner())
        ? new MathOp("java.lang.Math", other.name())
        : op;
  }

  private static Map<Key, Rule> table() {
    List<Rule> rows = new ArrayList<>(OperatorRules.rows());
    for (String owner : List.of("java.lang.Math", "java.lang.StrictMath")) {
      rows.addAll(MathRules.rows(owner));
      rows.addAll(KinkRules.rows(owner));
    }
    rows.addAll(SpecialRules.rows());
    Map<Key, Rule> table = new LinkedHashMap<>();
    for (Rule row : rows) {
      if (table.put(new Key(row.op(), row.params()), row) != null) {
        throw new IllegalStateException("two rows for " + row.op() + row.params());
      }
    }
    return Collections.unmodifiableMap(table);
  }
}
