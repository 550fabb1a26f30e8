package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders a function anew: what is the same for all items stays where it is, and between, stretches
 * of statements that differ from item to item become loops over the items. Such a stretch stands as
 * a labelled block.
 */
final class LaneCode {
  private final LaneKinds kinds;
  private final LaneNames names;
  private final SharedCode shared;

  /** Arrays with one element for each item: parts of the tape. */
  final Set<Var> tapes = new HashSet<>();

  private int stretches;

  LaneCode(LaneKinds kinds, LaneNames names) {
    this.kinds = kinds;
    this.names = names;
    shared = new SharedCode(kinds, names);
  }

  /** The block in its new order. */
  Block apply(Block block) {
    Open open = new Open();
    block.stmts().forEach(s -> stmt(s, open));
    open.close();
    return new Block(open.out);
  }

  /** Statements so far, and the stretch that is open. */
  private final class Open {
    final List<Stmt> out = new ArrayList<>();
    private final List<Stmt> stretch = new ArrayList<>();
    private int weight;

    void add(Stmt s) {
      int more = Weights.of(s);
      if (weight + more > Weights.LIMIT) {
        close();
      }
      stretch.add(s);
      weight += more;
    }

    void close() {
      if (!stretch.isEmpty()) {
        out.add(new Stmt.Labelled("stretch" + ++stretches, new Block(stretch)));
        stretch.clear();
        weight = 0;
      }
    }

    /** Adds a statement that all items share, behind the stretch. */
    void shared(Stmt s) {
      close();
      out.add(s);
    }

    /** Whether the stretch reads an array of the class. */
    boolean readsArray(Var of) {
      return Walk.reads(new Block(stretch)).stream()
          .anyMatch(v -> v.type().isArray() && kinds.classOf(v.read()) == of);
    }

    boolean reads(Var var) {
      return Walk.reads(new Block(stretch)).contains(var);
    }
  }

  private void stmt(Stmt s, Open open) {
    if (s instanceof Stmt.Declare d) {
      declare(d, open);
    } else if (s instanceof Stmt.Assign a) {
      assign(a, open);
    } else if (s instanceof Stmt.Store store) {
      store(store, open);
    } else if (s instanceof Stmt.Push push) {
      push(push, open);
    } else if (s instanceof Stmt.If x) {
      if (kinds.differs(x.test())) {
        open.add(s);
      } else {
        open.shared(new Stmt.If(shared.expr(x.test()), apply(x.then()), apply(x.otherwise())));
      }
    } else if (s instanceof Stmt.While x) {
      if (kinds.differs(x.test())) {
        open.add(s);
      } else {
        open.shared(new Stmt.While(shared.expr(x.test()), apply(x.body())));
      }
    } else if (s instanceof Stmt.Counted x) {
      if (kinds.differs(x.from()) || kinds.differs(x.bound())) {
        open.add(s);
      } else {
        open.shared(
            new Stmt.Counted(
                x.index(),
                shared.expr(x.from()),
                x.relation(),
                shared.expr(x.bound()),
                x.step(),
                apply(x.body())));
      }
    } else {
      other(s, open);
    }
  }

  private void other(Stmt s, Open open) {
    if (s instanceof Stmt.Throw) {
      open.shared(new Stmt.Eval(LaneNames.lanes("giveUp", Type.VOID)));
    } else if (s instanceof Stmt.Assert check) {
      if (kinds.differs(check.test())) {
        open.add(s);
      } else {
        open.shared(new Stmt.Assert(shared.expr(check.test()), null));
      }
    } else if (ArrayClasses.isAddition(s)) {
      open.shared(s);
    } else {
      throw new NotInLanes("a statement of another kind");
    }
  }

  private void declare(Stmt.Declare d, Open open) {
    Var var = d.var();
    if (var.type().isArray()) {
      if (d.init() instanceof Expr.Invoke || d.init() instanceof Expr.CloneArray) {
        // A copy of what the stretch has written.
        open.close();
      }
      open.out.add(new Stmt.Declare(var, shared.made(var, d.init())));
    } else if (kinds.isLane(var)) {
      requirePlain(var.type());
      open.add(new Stmt.Declare(var, popped(d.init(), open)));
    } else if (kinds.isSum(var)) {
      sum(new Stmt.Assign(var, d.init()), names.cell(var), d.init(), open);
    } else {
      open.out.add(new Stmt.Declare(var, shared.expr(d.init())));
    }
  }

  private void assign(Stmt.Assign a, Open open) {
    Var var = a.var();
    if (var.type().isArray()) {
      open.shared(new Stmt.Assign(var, shared.made(var, a.value())));
    } else if (kinds.isLane(var)) {
      open.add(new Stmt.Assign(var, popped(a.value(), open)));
    } else if (kinds.isSum(var)) {
      sum(a, names.cell(var), a.value(), open);
    } else {
      if (open.reads(var)) {
        open.close();
      }
      open.out.add(new Stmt.Assign(var, shared.expr(a.value())));
    }
  }

  private void store(Stmt.Store s, Open open) {
    if (s.value().type().isArray()) {
      open.shared(
          new Stmt.Store(shared.expr(s.array()), shared.expr(s.index()), shared.expr(s.value())));
    } else if (kinds.isLaneArray(s.array())) {
      open.add(s);
    } else if (kinds.isSumArray(s.array())) {
      if (kinds.differs(s.index())) {
        open.add(s);
      } else {
        Expr array = shared.expr(s.array());
        sum(s, new Expr.Load(array, shared.expr(s.index())), s.value(), open);
      }
    } else {
      if (open.readsArray(kinds.classOf(s.array()))) {
        open.close();
      }
      open.out.add(
          new Stmt.Store(shared.expr(s.array()), shared.expr(s.index()), shared.expr(s.value())));
    }
  }

  private void sum(Stmt s, Expr.Load place, Expr value, Open open) {
    if (kinds.differs(value)) {
      open.add(s);
    } else if (value instanceof Expr.Pop) {
      open.shared(new Stmt.Store(place.array(), place.index(), shared.expr(value)));
    } else {
      open.shared(new Stmt.Store(place.array(), place.index(), shared.summed(value)));
    }
  }

  private void push(Stmt.Push push, Open open) {
    Var slot = push.slot();
    if (slot.type().isArray() || !kinds.isLane(slot)) {
      if (!slot.type().isArray() && kinds.isSum(slot)) {
        open.shared(shared.push(push));
      } else {
        open.out.add(shared.push(push));
      }
    } else if (kinds.isStacked(slot)) {
      requirePlain(slot.type());
      open.add(push);
    } else {
      requirePlain(slot.type());
      Var kept = new Var(slot.name() + "Kept", Type.arrayOf(slot.type()));
      tapes.add(kept);
      String method = LaneNames.method("push", slot.type());
      open.out.add(new Stmt.Declare(kept, names.onLaneTape(method, kept.type())));
      open.add(new Stmt.Store(kept.read(), names.lane.read(), push.value()));
    }
  }

  /** What is popped for all items at once comes as an array with an element for each. */
  private Expr popped(Expr value, Open open) {
    if (!(value instanceof Expr.Pop pop) || !kinds.isLane(pop.slot())) {
      return value instanceof Expr.Pop pop ? sharedPop(pop, open) : value;
    }
    requirePlain(pop.type());
    if (kinds.isStacked(pop.slot())) {
      return value;
    }
    Var kept = new Var(pop.slot().name() + "Kept", Type.arrayOf(pop.type()));
    tapes.add(kept);
    String method = LaneNames.method("pop", pop.type());
    open.out.add(new Stmt.Declare(kept, names.onLaneTape(method, kept.type())));
    return new Expr.Load(kept.read(), names.lane.read());
  }

  private Expr sharedPop(Expr.Pop pop, Open open) {
    Var popped = new Var(pop.slot().name(), pop.type());
    open.out.add(new Stmt.Declare(popped, shared.expr(pop)));
    return popped.read();
  }

  private static void requirePlain(Type type) {
    if (!LaneKinds.isPlain(type)) {
      throw new NotInLanes("a " + type + " that differs from item to item");
    }
  }
}
