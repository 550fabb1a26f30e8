package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the arrays of one class are used: whether only by constant indices, and how far these go.
 * After one variable has become another's copy neither is written to, so that a copy of the
 * elements is as good as one of the reference.
 */
final class ConstantIndices {
  private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  private final Set<Var> members = new LinkedHashSet<>();
  private final Set<Var> copied = new HashSet<>();
  private int highest = -1;
  private int length = -1;
  private boolean whole = true;

  private ConstantIndices() {}

  /** The active classes whose arrays are only reached by constant indices. */
  static Map<Aliasing.Node, ConstantIndices> of(Facts facts, Function function) {
    Map<Aliasing.Node, ConstantIndices> classes = new LinkedHashMap<>();
    Scan scan = new Scan(facts, classes);
    function.params().forEach(scan::member);
    scan.block(function.body(), false);
    for (Var param : function.params()) {
      ConstantIndices use = scan.of(param);
      if (use != null) {
        boolean alone = use.length < 0 && use.copied.isEmpty() && use.members.size() == 1;
        use.whole &= alone && !function.results().contains(param);
        use.length = use.highest + 1;
      }
    }
    classes.values().removeIf(use -> !use.whole || use.length < 0 || use.highest >= use.length);
    return classes;
  }

  Set<Var> members() {
    return members;
  }

  int size() {
    return length;
  }

  static OptionalInt constant(Expr e) {
    return e instanceof Expr.Const c && c.value() instanceof Integer i
        ? OptionalInt.of(i)
        : OptionalInt.empty();
  }

  private void index(Expr index) {
    OptionalInt constant = constant(index);
    whole &= constant.isPresent() && constant.getAsInt() >= 0;
    highest = Math.max(highest, constant.orElse(-1));
  }

  private void created(Expr.NewArray array) {
    int size = constant(array.dimensions().get(0)).orElse(-1);
    whole &= size > 0 && (length < 0 || length == size);
    length = size;
  }

  /** The walk through a function, in the order of the text. */
  private record Scan(Facts facts, Map<Aliasing.Node, ConstantIndices> classes) {
    @org.jspecify.annotations.Nullable
    ConstantIndices of(Var var) {
      return var.type().equals(VECTOR) && facts.activity().isActive(var)
          ? classes.computeIfAbsent(
              facts.aliasing().find(facts.aliasing().classOf(var)), key -> new ConstantIndices())
          : null;
    }

    void member(Var var) {
      ConstantIndices use = of(var);
      if (use != null) {
        use.members.add(var);
      }
    }

    void block(Block block, boolean loop) {
      for (Stmt s : block.stmts()) {
        Walk.written(s).forEach(this::member);
        if (s instanceof Stmt.Declare d && of(d.var()) != null) {
          assigned(d.var(), d.init(), loop);
        } else if (s instanceof Stmt.Assign a && of(a.var()) != null) {
          assigned(a.var(), a.value(), loop);
        } else {
          statement(s);
        }
        boolean inner = loop || s instanceof Stmt.While || s instanceof Stmt.Counted;
        Walk.blocks(s).forEach(b -> block(b, inner));
      }
    }

    private void assigned(Var var, Expr value, boolean loop) {
      ConstantIndices use = Objects.requireNonNull(of(var));
      if (value instanceof Expr.NewArray array) {
        use.created(array);
      } else if (value instanceof Expr.Read read) {
        use.copied.add(var);
        use.copied.add(read.var());
        use.whole &= !loop;
      } else if (!(value instanceof Expr.Const)) {
        use.whole = false;
        expression(value);
      }
    }

    private void statement(Stmt s) {
      if (s instanceof Stmt.Store st && st.array() instanceof Expr.Read read) {
        ConstantIndices use = of(read.var());
        if (use != null) {
          use.index(st.index());
          use.whole &= !use.copied.contains(read.var());
          expression(st.value());
          return;
        }
      } else if (s instanceof Stmt.Call call) {
        for (Var target : call.targets()) {
          ConstantIndices use = of(target);
          if (use != null) {
            use.whole = false;
          }
        }
      }
      Walk.exprs(s).forEach(this::expression);
    }

    private void expression(Expr e) {
      if (e instanceof Expr.Load load && load.array() instanceof Expr.Read read) {
        ConstantIndices use = of(read.var());
        if (use != null) {
          use.index(load.index());
        }
        expression(load.index());
      } else if (e instanceof Expr.Length length && length.array() instanceof Expr.Read) {
        return;
      } else if (e instanceof Expr.Read read) {
        ConstantIndices use = of(read.var());
        if (use != null) {
          use.whole = false;
        }
      } else {
        Walk.children(e).forEach(this::expression);
      }
    }
  }
}
