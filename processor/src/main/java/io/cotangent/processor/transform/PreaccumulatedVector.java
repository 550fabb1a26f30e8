package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The split form of a function that stores its local Jacobian and gives an array: the forward sweep
 * runs its forward form once for each number that goes in, and puts the columns on the tape.
 */
final class PreaccumulatedVector {
  private static final String DIRECTION = "Direction";

  private final Facts facts;
  private final Function function;
  private final Var result;
  private final List<Var> active;
  private final Map<Var, Var> columns = new LinkedHashMap<>();
  private final Map<Var, Var> shadows = new LinkedHashMap<>();

  PreaccumulatedVector(Facts facts, Function function) {
    this.facts = facts;
    this.function = function;
    result = function.results().get(0);
    active = function.params().stream().filter(facts.activity()::isActive).toList();
    for (Var param : active) {
      Type column = result.type();
      Type type = param.type().isArray() ? Type.arrayOf(column) : column;
      columns.put(param, new Var(param.name() + "Columns", type));
      shadows.put(param, new Var(param.name() + "Bar", param.type()));
    }
    shadows.put(result, new Var(result.name() + "Bar", result.type()));
  }

  /** Whether the function is marked and such that this can be done. */
  static boolean isFor(Facts facts, Function function) {
    return facts.program().rule(function.id()).isEmpty()
        && Preaccumulated.gives(facts, function, Type::isArray);
  }

  private FunctionId forward() {
    return Forward.id(function.id(), DIRECTION);
  }

  /** The functions that compute columns. */
  List<Function> directions() {
    Program forms = Forward.apply(facts, DIRECTION).reachable(List.of(forward()));
    List<Function> all = new ArrayList<>(forms.functions().values());
    all.add(column());
    return all;
  }

  /** Those of them that take their arrays from the workspace. */
  List<FunctionId> pooled() {
    return directions().stream()
        .map(Function::id)
        .filter(id -> id.equals(function.id().column()) || id.key().endsWith("#" + DIRECTION))
        .toList();
  }

  Reverse.Split split() {
    return new Reverse.Split(augmented(), pullback());
  }

  private Var columns(Var param) {
    return Objects.requireNonNull(columns.get(param));
  }

  private Var shadow(Var var) {
    return Objects.requireNonNull(shadows.get(var));
  }

  /** Takes the parameters, a tangent for each of the active ones, and the column to fill. */
  private Function column() {
    List<Var> params = Preaccumulated.copies(function.params());
    List<Var> dots = new ArrayList<>();
    active.forEach(p -> dots.add(new Var(p.name() + "Dot", p.type())));
    params.addAll(dots);
    Var column = new Var("column", result.type());
    List<Stmt> out = new ArrayList<>();
    List<Var> targets = call(params.stream().<Expr>map(Var::read).toList(), out);
    Var dot = targets.get(targets.size() - 1);
    Var i = new Var("i", Type.INT);
    Stmt copied = new Stmt.Store(column.read(), i.read(), new Expr.Load(dot.read(), i.read()));
    out.add(
        new Stmt.Counted(
            i,
            Exprs.constant(0),
            Operator.LT,
            new Expr.Length(column.read()),
            1,
            Block.of(copied)));
    params.add(column);
    return new Function(
        function.id().column(), function.name() + "Column", params, List.of(), new Block(out));
  }

  /** Runs the forward form: the results, then the tangent. */
  private List<Var> call(List<Expr> args, List<Stmt> out) {
    List<Var> targets = Preaccumulated.copies(function.results());
    targets.add(new Var(result.name() + "Dot", result.type()));
    targets.forEach(target -> out.add(Preaccumulated.declared(target)));
    out.add(new Stmt.Call(targets, forward(), args, Span.NONE));
    return targets;
  }

  private Function augmented() {
    List<Var> params = Preaccumulated.copies(function.params());
    List<Stmt> out = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    params.forEach(param -> args.add(param.read()));
    int first = args.size();
    for (Var param : active) {
      Var dot = new Var(param.name() + "Dot", param.type());
      out.add(Preaccumulated.declared(dot));
      if (param.type().isArray()) {
        out.add(Preaccumulated.zeros(dot, args.get(function.params().indexOf(param))));
      }
      args.add(dot.read());
    }
    List<Var> results = new ArrayList<>(call(args, out));
    results.remove(results.size() - 1);
    Var value = results.get(0);
    out.add(Preaccumulated.declared(shadow(result)));
    columns.values().forEach(each -> out.add(Preaccumulated.declared(each)));
    List<Stmt> made = new ArrayList<>();
    made.add(new Stmt.Assign(shadow(result), zeros(value)));
    for (int k = 0; k < active.size(); k++) {
      Var param = active.get(k);
      Expr argument = args.get(function.params().indexOf(param));
      if (param.type().isArray()) {
        made.add(
            ArrayLoops.unlessNull(
                argument,
                List.of(allocated(param, argument), each(param, args, first + k, value))));
      } else {
        List<Expr> turned = new ArrayList<>(args);
        turned.set(first + k, Arithmetic.constant(1.0, param.type()));
        made.add(new Stmt.Assign(columns(param), zeros(value)));
        made.add(filled(columns(param), turned));
      }
    }
    Stmt unlessNull = ArrayLoops.unlessNull(value.read(), made);
    List<Var> exceptions = results.subList(1, results.size());
    out.add(
        exceptions.isEmpty()
            ? unlessNull
            : new Stmt.If(
                Attempts.none(new LinkedHashSet<>(exceptions)), Block.of(unlessNull), Block.EMPTY));
    for (Var param : active) {
      out.add(new Stmt.Push(columns(param), columns(param).read()));
      if (param.type().isArray()) {
        params.add(shadow(param));
        out.add(new Stmt.Push(shadow(param), shadow(param).read()));
      }
    }
    out.add(new Stmt.Push(shadow(result), shadow(result).read()));
    results.add(shadow(result));
    return new Function(
        Reverse.augmented(function.id()),
        function.name() + "WithPartials",
        params,
        results,
        new Block(out));
  }

  /** Room for the columns of an array's elements. */
  private Stmt allocated(Var param, Expr argument) {
    Type.Array type = (Type.Array) columns(param).type();
    return new Stmt.Assign(
        columns(param), new Expr.NewArray(type, List.of(new Expr.Length(argument))));
  }

  /** A column for each element of an array: its tangent is one, all others are zero. */
  private Stmt each(Var param, List<Expr> args, int dot, Var value) {
    Var j = new Var("j", Type.INT);
    Type number = param.type().leaf();
    Var column = new Var("column", value.type());
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Store(args.get(dot), j.read(), Arithmetic.constant(1.0, number)));
    body.add(new Stmt.Declare(column, zeros(value)));
    body.add(filled(column, args));
    body.add(new Stmt.Store(columns(param).read(), j.read(), column.read()));
    body.add(new Stmt.Store(args.get(dot), j.read(), Arithmetic.constant(0.0, number)));
    return new Stmt.Counted(
        j, Exprs.constant(0), Operator.LT, new Expr.Length(args.get(dot)), 1, new Block(body));
  }

  private static Expr zeros(Var like) {
    return new Expr.NewArray((Type.Array) like.type(), List.of(new Expr.Length(like.read())));
  }

  private Stmt filled(Var column, List<Expr> args) {
    List<Expr> all = new ArrayList<>(args);
    all.add(column.read());
    return new Stmt.Call(List.of(), function.id().column(), all, Span.NONE);
  }

  private Function pullback() {
    List<Stmt> out = new ArrayList<>();
    List<Stmt> sums = new ArrayList<>();
    List<Var> bars = new ArrayList<>();
    Var resultBar = Preaccumulated.popped(shadow(result), out);
    for (int k = active.size() - 1; k >= 0; k--) {
      Var param = active.get(k);
      if (param.type().isArray()) {
        Var bar = Preaccumulated.popped(shadow(param), out);
        Var own = Preaccumulated.popped(columns(param), out);
        Var j = new Var("j", Type.INT);
        Expr.Load target = new Expr.Load(bar.read(), j.read());
        Var column = new Var("column", result.type());
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Declare(column, new Expr.Load(own.read(), j.read())));
        Var sum = new Var("sum", param.type().leaf());
        body.add(Preaccumulated.declared(sum));
        body.add(product(sum, column, resultBar));
        body.add(new Stmt.Store(bar.read(), j.read(), Arithmetic.add(target, sum.read())));
        Stmt loop =
            new Stmt.Counted(
                j, Exprs.constant(0), Operator.LT, new Expr.Length(own.read()), 1, new Block(body));
        sums.add(ArrayLoops.unlessNull(own.read(), List.of(loop)));
      } else {
        Var own = Preaccumulated.popped(columns(param), out);
        Var bar = new Var(shadow(param).name(), param.type());
        bars.add(0, bar);
        sums.add(product(bar, own, resultBar));
      }
    }
    bars.forEach(bar -> out.add(Preaccumulated.declared(bar)));
    out.add(ArrayLoops.unlessNull(resultBar.read(), sums));
    return new Function(
        Reverse.pullback(function.id()),
        function.name() + "ByPartials",
        List.of(),
        bars,
        new Block(out));
  }

  /** Adds the product of a column and the result's cotangent. */
  private static Stmt product(Var sum, Var column, Var resultBar) {
    Var i = new Var("i", Type.INT);
    Expr partial = new Expr.Load(column.read(), i.read());
    Expr cotangent = new Expr.Load(resultBar.read(), i.read());
    Expr term = Arithmetic.cast(sum.type(), Arithmetic.guarded(partial, cotangent));
    Stmt add = new Stmt.Assign(sum, Arithmetic.add(sum.read(), term));
    Expr length = new Expr.Length(column.read());
    return new Stmt.Counted(i, Exprs.constant(0), Operator.LT, length, 1, Block.of(add));
  }
}
