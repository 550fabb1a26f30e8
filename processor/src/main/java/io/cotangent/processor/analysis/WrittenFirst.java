package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether code writes every element of some arrays before it reads any of them, so that what they
 * held before doesn't matter (array privatisation, Tu and Padua 1993). An array counts as written
 * after a loop over its whole length that stores to each element.
 */
public final class WrittenFirst {
  private static final int DEPTH = 20;

  private final Program program;
  private final Aliasing aliasing;
  private final Map<Var, Expr> lengths;
  private final Set<Aliasing.Node> nodes = new HashSet<>();
  private final Set<Var> assigned;
  private boolean holds = true;

  private WrittenFirst(Program program, Aliasing aliasing, Map<Var, Expr> lengths) {
    this.program = program;
    this.aliasing = aliasing;
    this.lengths = lengths;
    this.assigned = assigned(program);
    lengths.keySet().forEach(array -> nodes.add(aliasing.classOf(array)));
  }

  /** The variables of a program that do not keep the value that they are declared with. */
  public static Set<Var> assigned(Program program) {
    Set<Var> assigned = new HashSet<>();
    for (Function function : program.functions().values()) {
      Walk.statements(
          function.body(),
          stmt -> {
            if (stmt instanceof Stmt.Assign || stmt instanceof Stmt.Call) {
              assigned.addAll(Walk.written(stmt));
            }
          });
    }
    return assigned;
  }

  /**
   * Whether the block does so.
   *
   * @param lengths the arrays, with their lengths: constants or variables that are never assigned
   */
  public static boolean holds(Facts facts, Block block, Map<Var, Expr> lengths) {
    WrittenFirst check = new WrittenFirst(facts.program(), facts.aliasing(), lengths);
    Map<Var, Expr> names = new HashMap<>();
    lengths.keySet().forEach(array -> names.put(array, array.read()));
    check.block(block, new Frame(names, new HashSet<>(), 0), new HashSet<>());
    return check.holds;
  }

  /**
   * What names mean here.
   *
   * @param names arrays and lengths that variables of a called function stand for
   * @param elements elements that have been written, by constants and by the indices of loops
   */
  private record Frame(Map<Var, Expr> names, Set<Expr> elements, int depth) {}

  private void block(Block block, Frame frame, Set<Var> written) {
    block.stmts().forEach(stmt -> statement(stmt, frame, written));
  }

  private void statement(Stmt s, Frame frame, Set<Var> written) {
    if (s instanceof Stmt.Call call) {
      call(call, frame, written);
      return;
    }
    if (s instanceof Stmt.Declare d
        && d.init() instanceof Expr.Read
        && array(d.init(), frame) != null) {
      frame.names().put(d.var(), Objects.requireNonNull(array(d.init(), frame)).read());
      return;
    }
    if (s instanceof Stmt.Store store) {
      Var array = array(store.array(), frame);
      holds &= array != null || !isWatched(store.array());
      read(store.index(), frame, written);
      read(store.value(), frame, written);
      if (array != null && keepsValue(store.index())) {
        frame.elements().add(new Expr.Load(array.read(), store.index()));
      }
      return;
    }
    Walk.exprs(s).forEach(e -> read(e, frame, written));
    if (s instanceof Stmt.Declare d && d.var().type() == Type.INT) {
      name(d.var(), d.init(), frame, frame);
    } else if (s instanceof Stmt.Assign a) {
      holds &= !isWatched(a.var().read());
    } else if (s instanceof Stmt.Counted loop) {
      counted(loop, frame, written);
    } else if (s instanceof Stmt.If x) {
      Set<Var> otherwise = new HashSet<>(written);
      block(x.then(), inner(frame), written);
      block(x.otherwise(), inner(frame), otherwise);
      written.retainAll(otherwise);
    } else if (!Walk.blocks(s).isEmpty()) {
      holds &= s instanceof Stmt.While;
      Walk.blocks(s).forEach(b -> block(b, inner(frame), new HashSet<>(written)));
    }
  }

  private static Frame inner(Frame frame) {
    return new Frame(frame.names(), new HashSet<>(frame.elements()), frame.depth());
  }

  private void counted(Stmt.Counted loop, Frame frame, Set<Var> written) {
    Set<Expr> elements = new HashSet<>();
    block(loop.body(), new Frame(frame.names(), elements, frame.depth()), new HashSet<>(written));
    boolean ascending =
        loop.step() == 1
            && loop.relation() == Operator.LT
            && loop.from() instanceof Expr.Const c
            && Integer.valueOf(0).equals(c.value());
    Expr bound = value(loop.bound(), frame);
    lengths.forEach(
        (array, length) -> {
          if (ascending
              && length.equals(bound)
              && elements.contains(new Expr.Load(array.read(), loop.index().read()))) {
            written.add(array);
          }
        });
  }

  private void call(Stmt.Call call, Frame frame, Set<Var> written) {
    Function callee = program.get(call.callee());
    holds &= frame.depth() < DEPTH;
    Frame inside = new Frame(new HashMap<>(), new HashSet<>(), frame.depth() + 1);
    for (int i = 0; i < call.args().size(); i++) {
      Expr arg = call.args().get(i);
      Var array = array(arg, frame);
      if (array == null) {
        read(arg, frame, written);
      }
      name(callee.params().get(i), array != null ? array.read() : arg, frame, inside);
    }
    holds &= call.targets().stream().noneMatch(target -> isWatched(target.read()));
    if (holds) {
      block(callee.body(), inside, written);
    }
  }

  /** Says what a variable stands for, if it does so for good. */
  private void name(Var var, Expr value, Frame from, Frame to) {
    if (!assigned.contains(var)) {
      to.names().put(var, value(value, from));
    }
  }

  private boolean keepsValue(Expr index) {
    return index instanceof Expr.Const
        || (index instanceof Expr.Read read && !assigned.contains(read.var()));
  }

  /** Lets nothing pass but reads of elements that have been written, and lengths. */
  private void read(Expr e, Frame frame, Set<Var> written) {
    if (e instanceof Expr.Length length && array(length.array(), frame) != null) {
      return;
    }
    if (e instanceof Expr.Load load) {
      Var array = array(load.array(), frame);
      if (array != null) {
        holds &=
            written.contains(array)
                || frame.elements().contains(new Expr.Load(array.read(), load.index()));
        read(load.index(), frame, written);
        return;
      }
    }
    holds &= !(e.type().isArray() && isWatched(e));
    Walk.children(e).forEach(child -> read(child, frame, written));
  }

  private boolean isWatched(Expr array) {
    return array.type().isArray()
        && !(array instanceof Expr.Const)
        && nodes.contains(aliasing.classOf(array));
  }

  /** Which of the arrays the expression is. */
  private @Nullable Var array(Expr e, Frame frame) {
    return e instanceof Expr.Read read
            && frame.names().get(read.var()) instanceof Expr.Read known
            && lengths.containsKey(known.var())
        ? known.var()
        : null;
  }

  /** The value of an {@code int} expression in terms of the block's own variables. */
  private Expr value(Expr e, Frame frame) {
    if (e instanceof Expr.Read read) {
      return frame.names().getOrDefault(read.var(), e);
    } else if (e instanceof Expr.Length length) {
      Var array = array(length.array(), frame);
      return array == null ? e : Objects.requireNonNull(lengths.get(array));
    }
    return e;
  }
}
