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
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The transpose of one mode of a rule, from that mode's reverse form. Being linear, it has one
 * derivative everywhere, so that any point serves; all ones are no special case in anybody's code.
 */
final class Transposed {
  private static final String MARK = "#transpose";

  private final Facts facts;
  private final Function linear;
  private final Function ruled;
  private final List<Var> inputs;
  private final List<Integer> shapes;
  private final Function joint;
  private final List<Stmt> out = new ArrayList<>();
  private final Map<Var, Var> point = new HashMap<>();
  private final Map<Var, Var> bars = new HashMap<>();

  /**
   * A transpose.
   *
   * @param linear the mode that is known
   * @param ruled the function that the rule is for
   * @param inputs the parameters in which it is linear
   * @param shapes per input the parameter that has its shape; -1 for the result
   * @param joint its reverse form with respect to these
   */
  Transposed(
      Facts facts,
      Function linear,
      Function ruled,
      List<Var> inputs,
      List<Integer> shapes,
      Function joint) {
    this.facts = facts;
    this.linear = linear;
    this.ruled = ruled;
    this.inputs = inputs;
    this.shapes = shapes;
    this.joint = joint;
  }

  /** Whether the function is a transpose, or a form of one. */
  static boolean isTranspose(FunctionId id) {
    return id.key().contains(MARK);
  }

  private boolean isActive(Var var) {
    return facts.activity().isActive(var);
  }

  Function function() {
    List<Var> params = params();
    List<Var> seeds =
        linear.results().stream().map(r -> new Var(r.name() + "Seed", r.type())).toList();
    inputs.forEach(this::start);
    List<Expr> args = arguments(seeds);
    List<Var> targets =
        new ArrayList<>(
            linear.results().stream().map(r -> declared(new Var(r.name(), r.type()))).toList());
    inputs.stream()
        .filter(v -> !v.type().isArray() && isActive(v))
        .forEach(v -> targets.add(Objects.requireNonNull(bars.get(v))));
    out.add(new Stmt.Call(targets, joint.id(), args, Span.NONE));
    params.addAll(seeds);
    List<Var> results = inputs.stream().map(v -> Objects.requireNonNull(bars.get(v))).toList();
    FunctionId id = new FunctionId(linear.id().key() + MARK);
    return new Function(id, linear.name() + "Transpose", params, results, new Block(out));
  }

  /** The ruled function's parameters. */
  private List<Var> params() {
    List<Var> params = new ArrayList<>();
    for (int i = 0; i < ruled.params().size(); i++) {
      Var param = linear.params().get(i);
      params.add(new Var(param.name(), param.type()));
      point.put(param, params.get(i));
    }
    return params;
  }

  private List<Expr> arguments(List<Var> seeds) {
    List<Expr> args = new ArrayList<>();
    linear.params().forEach(p -> args.add(read(point, p)));
    inputs.stream()
        .filter(v -> v.type().isArray() && isActive(v))
        .forEach(v -> args.add(read(bars, v)));
    for (int i = 0; i < seeds.size(); i++) {
      if (isActive(linear.results().get(i))) {
        args.add(seeds.get(i).read());
      }
    }
    return args;
  }

  private static Expr read(Map<Var, Var> vars, Var var) {
    return Objects.requireNonNull(vars.get(var)).read();
  }

  private Var declared(Var var) {
    out.add(new Stmt.Declare(var, Exprs.defaultValue(var.type())));
    return var;
  }

  /** A point of the input's shape, and zeros for its cotangent. */
  private void start(Var input) {
    Var at = new Var(input.name(), input.type());
    Var bar = new Var(input.name() + "Bar", input.type());
    if (input.type().isArray()) {
      Expr like = like(input);
      out.addAll(ArrayLoops.zeros(at, like));
      out.addAll(ArrayLoops.fill(at.read(), 1));
      out.addAll(ArrayLoops.zeros(bar, like));
    } else {
      out.add(new Stmt.Declare(at, Arithmetic.constant(1, at.type())));
      declared(bar);
    }
    point.put(input, at);
    bars.put(input, bar);
  }

  /** An array of the input's shape: the parameter that it is the tangent of, or the result. */
  private Expr like(Var input) {
    int shape = shapes.get(inputs.indexOf(input));
    if (shape >= 0) {
      return read(point, linear.params().get(shape));
    }
    Var value = declared(new Var("value", input.type()));
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < ruled.params().size(); i++) {
      args.add(read(point, linear.params().get(i)));
    }
    out.add(new Stmt.Call(List.of(value), ruled.id(), args, Span.NONE));
    return value.read();
  }
}
