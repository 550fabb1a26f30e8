package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stretch as a loop over the items; what is summed over them is added up around it. */
final class LaneBody extends Rewriter {
  private final LaneKinds kinds;
  private final LaneNames names;
  private final SharedCode shared;
  private final Set<Var> tapes;
  private final Set<Var> locals;
  private final List<Stmt> before = new ArrayList<>();
  private final List<Stmt> after = new ArrayList<>();

  LaneBody(LaneKinds kinds, LaneNames names, Set<Var> tapes, Set<Var> locals) {
    this.kinds = kinds;
    this.names = names;
    this.tapes = tapes;
    this.locals = new HashSet<>(locals);
    shared = new SharedCode(kinds, names);
  }

  /** The loop, with what goes before and after. */
  Block loop(Block stretch) {
    Block body = block(stretch);
    List<Stmt> all = new ArrayList<>(before);
    all.add(
        new Stmt.Counted(names.lane, Exprs.constant(0), Operator.LT, names.count.read(), 1, body));
    all.addAll(after);
    return new Block(all);
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read read && !read.type().isArray()) {
      return isLocal(read.var()) ? e : names.place(read.var());
    } else if (e instanceof Expr.Load load && !load.type().isArray()) {
      return new Expr.Load(ofAll(load.array()), index(load.array(), load.index()));
    } else if (e instanceof Expr.Length || e instanceof Expr.Read || e instanceof Expr.Load) {
      return ofAll(e);
    } else if (e instanceof Expr.Pop pop) {
      return names.onLaneTape(LaneNames.method("take", pop.type()), pop.type(), names.lane.read());
    } else if (e.type().isReference()) {
      return ofAll(e);
    } else if (e instanceof Expr.Apply
        || e instanceof Expr.Cast
        || e instanceof Expr.Conditional
        || e instanceof Expr.Const
        || e instanceof Expr.StaticField) {
      return super.expr(e);
    }
    throw new NotInLanes("a value of another kind");
  }

  /** An array, a row or a length: of all items, so that nothing of one item may choose it. */
  private Expr ofAll(Expr e) {
    if (Walk.any(e, this::isOfItem)) {
      throw new NotInLanes("a row that differs from item to item");
    }
    return shared.expr(e);
  }

  private boolean isOfItem(Expr e) {
    return e instanceof Expr.Pop
        || (e instanceof Expr.Read read && !e.type().isArray() && kinds.isLane(read.var()))
        || (e instanceof Expr.Load load && !e.type().isArray() && kinds.isLaneArray(load.array()));
  }

  /** Whether a scalar is a plain variable here: the same for all items, or at home in the loop. */
  private boolean isLocal(Var var) {
    return locals.contains(var) || var == names.lane || !kinds.isLane(var);
  }

  private Expr index(Expr array, Expr index) {
    if (array instanceof Expr.Read read && tapes.contains(read.var())) {
      return index;
    }
    return kinds.isLaneArray(array) ? names.index(expr(index)) : expr(index);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d) {
      declare(d, out);
    } else if (s instanceof Stmt.Assign a) {
      assign(a, out);
    } else if (s instanceof Stmt.Store store) {
      store(store, out);
    } else if (s instanceof Stmt.Push push) {
      Expr value = Arithmetic.cast(push.slot().type(), expr(push.value()));
      out.add(new Stmt.Eval(names.onLaneTape("keep", Type.VOID, names.lane.read(), value)));
    } else if (s instanceof Stmt.Throw) {
      out.add(new Stmt.Eval(LaneNames.lanes("giveUp", Type.VOID)));
    } else if (s instanceof Stmt.Assert check) {
      out.add(new Stmt.Assert(expr(check.test()), null));
    } else if (s instanceof Stmt.Counted loop) {
      locals.add(loop.index());
      inner.add(loop.index());
      super.stmt(s, out);
    } else if (s instanceof Stmt.If || s instanceof Stmt.While) {
      super.stmt(s, out);
    } else {
      throw new NotInLanes("a statement of another kind");
    }
  }

  /** Variables that are declared in the loop. */
  private final Set<Var> inner = new HashSet<>();

  private int depth;

  @Override
  public Block block(Block block) {
    depth++;
    Block made = super.block(block);
    depth--;
    return made;
  }

  private void declare(Stmt.Declare d, List<Stmt> out) {
    Var var = d.var();
    if (depth > 1) {
      if (var.type().isReference() && !(var.type().isArray() && isName(d.init()))) {
        throw new NotInLanes("an object of some items");
      }
      locals.add(var);
    }
    if (isSum(var)) {
      sum(null, names.cell(var), d.init(), out);
    } else if (depth > 1 || locals.contains(var)) {
      inner.add(var);
      out.add(new Stmt.Declare(var, expr(d.init())));
    } else {
      Expr.Load place = names.place(var);
      out.add(new Stmt.Store(place.array(), place.index(), expr(d.init())));
    }
  }

  private static boolean isName(Expr array) {
    return array instanceof Expr.Read || array instanceof Expr.Load;
  }

  private boolean isSum(Var var) {
    return !var.type().isArray() && kinds.isSum(var);
  }

  private void assign(Stmt.Assign a, List<Stmt> out) {
    Var var = a.var();
    if (isSum(var)) {
      sum(var.read(), names.cell(var), a.value(), out);
    } else if (locals.contains(var)) {
      out.add(new Stmt.Assign(var, expr(a.value())));
    } else if (kinds.isLane(var)) {
      Expr.Load place = names.place(var);
      out.add(new Stmt.Store(place.array(), place.index(), expr(a.value())));
    } else {
      throw new NotInLanes("a shared variable that some items assign");
    }
  }

  private void store(Stmt.Store s, List<Stmt> out) {
    if (s.value().type().isArray()) {
      throw new NotInLanes("a row that differs from item to item");
    }
    boolean tape = s.array() instanceof Expr.Read read && tapes.contains(read.var());
    if (!tape && kinds.isSumArray(s.array())) {
      Expr self = new Expr.Load(s.array(), s.index());
      boolean byItem =
          kinds.differs(s.index())
              || Walk.reads(s.index()).stream().anyMatch(inner::contains)
              || Walk.reads(s.array()).stream().anyMatch(inner::contains);
      Expr array = shared.expr(s.array());
      Expr index = byItem ? expr(s.index()) : shared.expr(s.index());
      sum(self, new Expr.Load(array, index), s.value(), out, byItem);
    } else {
      out.add(new Stmt.Store(shared.expr(s.array()), index(s.array(), s.index()), expr(s.value())));
    }
  }

  private void sum(@Nullable Expr self, Expr.Load place, Expr value, List<Stmt> out) {
    sum(self, place, value, out, false);
  }

  private void sum(
      @Nullable Expr self, Expr.Load place, Expr value, List<Stmt> out, boolean byItem) {
    List<Terms.Term> terms = self == null ? Terms.of(value) : kinds.termsWithout(self, value);
    boolean accumulates = self != null && terms.size() < Terms.of(value).size();
    Expr lanes = null;
    Expr others = null;
    for (Terms.Term term : terms) {
      if (byItem || depth > 1 || kinds.differs(term.value())) {
        lanes = plus(lanes, expr(term.value()), term.isNegative());
      } else {
        others = plus(others, shared.summed(term.value()), term.isNegative());
      }
    }
    if (byItem) {
      Expr more = lanes == null ? Arithmetic.constant(0, Type.DOUBLE) : lanes;
      out.add(new Stmt.Store(place.array(), place.index(), add(place, more)));
      return;
    }
    Expr total = accumulates ? place : null;
    if (lanes != null) {
      Var sum = new Var("sum", Type.DOUBLE);
      before.add(new Stmt.Declare(sum, Arithmetic.constant(0, Type.DOUBLE)));
      out.add(new Stmt.Assign(sum, add(sum.read(), lanes)));
      total = total == null ? sum.read() : add(total, sum.read());
    }
    if (others != null) {
      total = total == null ? others : add(total, others);
    }
    Expr stored = total == null ? Arithmetic.constant(0, Type.DOUBLE) : total;
    after.add(new Stmt.Store(place.array(), place.index(), stored));
  }

  private static Expr add(Expr a, Expr b) {
    return Exprs.apply(Operator.ADD, Type.DOUBLE, a, b);
  }

  private static Expr plus(@Nullable Expr sum, Expr term, boolean negative) {
    if (sum == null) {
      return negative ? Exprs.apply(Operator.NEG, Type.DOUBLE, term) : term;
    }
    return Exprs.apply(negative ? Operator.SUB : Operator.ADD, Type.DOUBLE, sum, term);
  }
}
