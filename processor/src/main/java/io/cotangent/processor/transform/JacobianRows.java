package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Jacobian by rows without a tape: one forward sweep, whose values stay in variables, and a
 * reverse sweep for each entry of the result, in one function. For methods that, with what they
 * call put in its place, have branches but no loops, and give an array of numbers.
 */
public final class JacobianRows {
  /** Bytes of bytecode from which on the function would not pay for its compilation. */
  private static final int LARGEST = 6000;

  private static final Type MATRIX = Type.arrayOf(Type.arrayOf(Type.DOUBLE));

  private final Facts facts;
  private final Function function;
  private final List<Var> inputs;
  private final Adjoints adjoints;

  private JacobianRows(Facts facts, Function function, List<Var> inputs) {
    this.facts = facts;
    this.function = function;
    this.inputs = inputs;
    this.adjoints = new Adjoints(facts, function);
  }

  /**
   * The function: the method's parameters, the number of columns, and a limit; it gives the rows,
   * or null if there are not fewer rows than the limit.
   *
   * @param linear the facts about the linearised program
   */
  public static Optional<Function> of(Facts linear, Function entry, List<Var> inputs) {
    if (!Optimisation.ROWS.isOn() || !isVector(entry) || !isStraight(linear, entry)) {
      return Optional.empty();
    }
    Function inlined = Inlining.apply(linear, entry);
    if (!hasOnlyNumbers(inlined)) {
      return Optional.empty();
    }
    Map<FunctionId, Function> functions = new HashMap<>(linear.program().functions());
    functions.put(inlined.id(), inlined);
    Program all = linear.program().with(functions).reachable(List.of(inlined.id()));
    List<Var> arrays = inlined.params().stream().filter(v -> v.type().isArray()).toList();
    Facts facts = Facts.of(all, inlined, List.of(arrays), inputs, inlined.results());
    boolean writes = inlined.params().stream().anyMatch(p -> facts.writesTo(inlined, p));
    return writes || !facts.activity().isActive(inlined.results().get(0))
        ? Optional.empty()
        : new JacobianRows(facts, inlined, inputs).rows();
  }

  private static boolean isVector(Function entry) {
    return entry.results().size() == 1
        && entry.results().get(0).type() instanceof Type.Array array
        && array.element().isFloating();
  }

  /** Whether neither the function nor what it calls has loops or attempts. */
  private static boolean isStraight(Facts facts, Function entry) {
    boolean[] straight = {true};
    for (Function function : facts.program().reachable(List.of(entry.id())).functions().values()) {
      Walk.statements(
          function.body(),
          stmt ->
              straight[0] &=
                  !(stmt instanceof Stmt.Counted
                      || stmt instanceof Stmt.While
                      || stmt instanceof Stmt.Attempt));
    }
    return straight[0];
  }

  /** Whether nothing is called any more, and arrays hold numbers. */
  private static boolean hasOnlyNumbers(Function function) {
    boolean[] only = {true};
    Walk.statements(
        function.body(),
        stmt -> {
          only[0] &=
              !(stmt instanceof Stmt.Call || stmt instanceof Stmt.Push || stmt instanceof Stmt.Put);
          if (stmt instanceof Stmt.Store store) {
            only[0] &= !store.value().type().isReference();
          }
        });
    Walk.expressions(
        function.body(),
        e -> only[0] &= !(e instanceof Expr.NewStruct || e.type() instanceof Type.Struct));
    return only[0];
  }

  private Optional<Function> rows() {
    Fusion none = Fusion.none(facts, adjoints);
    HandBack handBack = new HandBack(facts.program());
    Keeping keeping = new Keeping(true, Set.of());
    Sweeps sweeps = new Sweeps(facts, function, adjoints, keeping, none, handBack);
    List<Var> shadows =
        function.params().stream()
            .filter(p -> p.type().isReference() && adjoints.isActive(p))
            .map(adjoints::shadow)
            .toList();
    List<Var> there = new ArrayList<>(function.params());
    there.addAll(shadows);
    Scope top = sweeps.function(there);
    List<Stmt> back = sweeps.finish(top, top.reversed());
    Optional<List<Var>> made = made(top.forward);
    if (made.isEmpty() || changesNames(top.forward, shadows, made.get())) {
      return Optional.empty();
    }
    List<Stmt> body = new ArrayList<>();
    for (Var param : function.params()) {
      if (shadows.contains(adjoints.shadow(param))) {
        Expr zeros = Arithmetic.support("Trees", "zerosLike", param.type(), param.read());
        body.add(new Stmt.Declare(adjoints.shadow(param), zeros));
      }
    }
    body.addAll(top.forward);
    List<Var> cleared = new ArrayList<>(shadows);
    cleared.addAll(made.get());
    Var columns = new Var("columns", Type.INT);
    Var limit = new Var("limit", Type.INT);
    Var rows = new Var("rows", MATRIX);
    body.add(0, new Stmt.Declare(rows, Exprs.defaultValue(MATRIX)));
    Var size = new Var("size", Type.INT);
    Var result = function.results().get(0);
    body.add(new Stmt.Declare(size, Arithmetic.support("Trees", "size", Type.INT, result.read())));
    Expr fewer = Exprs.test(Operator.LT, size.read(), limit.read());
    body.add(new Stmt.If(fewer, each(rows, size, columns, cleared, back), Block.EMPTY));
    List<Var> params = new ArrayList<>(function.params());
    params.add(columns);
    params.add(limit);
    FunctionId id = new FunctionId(function.id().key() + "#rows");
    Function whole =
        new Function(id, function.name() + "Rows", params, List.of(rows), new Block(body));
    Set<Var> all = adjoints.all();
    Set<Var> primals = Reverse.variables(function);
    Updates updates = new Updates(all::contains, primals::contains);
    Function tidy = Collect.apply(Tidy.apply(whole, all), updates);
    return Optional.of(tidy).filter(f -> ByteCount.of(f.body()) <= LARGEST);
  }

  /** The shadows of arrays that the forward sweep makes; nothing if one can't be found again. */
  private Optional<List<Var>> made(List<Stmt> forward) {
    Set<Var> shadows = adjoints.all();
    Set<Var> outer = new HashSet<>(Walk.declared(new Block(forward)));
    List<Var> made = new ArrayList<>();
    boolean[] known = {true};
    Walk.statements(
        new Block(forward),
        stmt -> {
          for (Var var : Walk.written(stmt)) {
            Expr value = Walk.exprs(stmt).get(0);
            boolean isNew =
                Walk.any(
                    value,
                    e ->
                        e instanceof Expr.NewArray
                            || e instanceof Expr.CloneArray
                            || e instanceof Expr.Invoke);
            if (shadows.contains(var) && var.type().isReference() && isNew) {
              known[0] &= outer.contains(var) && !made.contains(var);
              made.add(var);
            }
          }
        });
    // A shadow under a name that the transform gave it would not be among them.
    Walk.statements(
        new Block(forward),
        stmt -> known[0] &= !(stmt instanceof Stmt.Declare d && d.var().name().equals("shadow")));
    return known[0] ? Optional.of(made) : Optional.empty();
  }

  /**
   * Whether a name by which an array is cleared or read afterwards may lead to another one by then.
   */
  private boolean changesNames(List<Stmt> forward, List<Var> shadows, List<Var> made) {
    Set<Var> once = new HashSet<>(made);
    Set<Var> never = new HashSet<>(shadows);
    function.params().stream().filter(p -> p.type().isReference()).forEach(never::add);
    boolean[] changes = {false};
    Walk.statements(
        new Block(forward),
        stmt -> {
          boolean empty =
              stmt instanceof Stmt.Declare d
                  && d.init() instanceof Expr.Const c
                  && c.value() == null;
          for (Var var : empty ? Set.<Var>of() : Walk.written(stmt)) {
            changes[0] |= never.contains(var);
            if (once.remove(var)) {
              never.add(var);
            }
          }
        });
    return changes[0];
  }

  /** The cotangent of an input on which the result does not depend. */
  private static Expr zeros(Var input, List<Stmt> body) {
    if (!input.type().isReference()) {
      return Arithmetic.constant(0.0, input.type());
    }
    Var zeros = new Var(input.name() + "Bar", input.type());
    Expr made = Arithmetic.support("Trees", "zerosLike", input.type(), input.read());
    body.add(new Stmt.Declare(zeros, made));
    return zeros.read();
  }

  private Block each(Var rows, Var size, Var columns, List<Var> cleared, List<Stmt> back) {
    List<Stmt> body = new ArrayList<>();
    for (Var shadow : cleared) {
      body.add(new Stmt.Eval(Arithmetic.support("Trees", "clear", Type.VOID, shadow.read())));
    }
    Var row = new Var("row", Type.INT);
    Var resultBar = adjoints.shadow(function.results().get(0));
    Type type = ((Type.Array) resultBar.type()).element();
    body.add(new Stmt.Store(resultBar.read(), row.read(), Arithmetic.constant(1.0, type)));
    body.addAll(back);
    Var gradient = new Var("gradient", Type.arrayOf(Type.DOUBLE));
    body.add(new Stmt.Declare(gradient, new Expr.Load(rows.read(), row.read())));
    Var at = new Var("at", Type.INT);
    body.add(new Stmt.Declare(at, Exprs.constant(0)));
    for (Var input : inputs) {
      boolean active = adjoints.isActive(input);
      Expr from = active ? adjoints.bar(input).read() : zeros(input, body);
      Expr next =
          Arithmetic.support("Trees", "flatten", Type.INT, from, gradient.read(), at.read());
      body.add(new Stmt.Assign(at, next));
    }
    Expr none = new Expr.NewArray((Type.Array) MATRIX, List.of(size.read(), columns.read()));
    return Block.of(
        new Stmt.Assign(rows, none),
        new Stmt.Counted(row, Exprs.constant(0), Operator.LT, size.read(), 1, new Block(body)));
  }
}
