package io.cotangent.processor.implicit;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.Forward;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivative of a number or an array along a change {@code w} of some parameters, as a function
 * of all parameters and {@code w}: its gradient with respect to {@code w} is the function's
 * gradient, its other derivatives are the function's second and third ones.
 */
public final class Slope {
  /** The wrapper's identity. */
  public static final FunctionId ID = new FunctionId("cotangent#slope");

  private static final String ALONG = "Along";

  private Slope() {}

  /**
   * The program of the slope, {@link #ID} its entry.
   *
   * @param facts about the linearised program, the parameters in question its inputs
   * @param entry the function
   * @param wrt indices of these parameters
   * @param suffix what the names of their changes end in
   */
  public static Program of(Facts facts, FunctionId entry, List<Integer> wrt, String suffix) {
    Program tangents = Forward.apply(facts, ALONG);
    Function primal = facts.program().get(entry);
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    Function wrapper = wrapper(primal, tangents.get(Forward.id(entry, ALONG)), facts, wrt, suffix);
    functions.put(ID, wrapper);
    functions.putAll(tangents.functions());
    return new Program(functions, tangents.rules());
  }

  private static Var dot(Var param, String suffix) {
    return new Var(param.name() + suffix, param.type());
  }

  /** Declares the change of what doesn't change. */
  private static List<Stmt> still(Var dot, Var like) {
    return dot.type().isArray()
        ? ArrayLoops.zeros(dot, like.read())
        : List.of(new Stmt.Declare(dot, Exprs.defaultValue(dot.type())));
  }

  private static Function wrapper(
      Function primal, Function tangent, Facts facts, List<Integer> wrt, String suffix) {
    List<Var> params = Weighted.copies(primal.params());
    List<Expr> args = new ArrayList<>(Weighted.reads(params));
    List<Stmt> out = new ArrayList<>();
    Map<Integer, Var> along = new LinkedHashMap<>();
    wrt.forEach(i -> along.put(i, dot(primal.params().get(i), suffix)));
    for (int i = 0; i < primal.params().size(); i++) {
      Var param = primal.params().get(i);
      if (facts.activity().isActive(param)) {
        Var dot = along.getOrDefault(i, dot(param, suffix));
        if (!along.containsKey(i)) {
          // Another name of an array in question, for all that is known; itself it stays as it is.
          out.addAll(still(dot, params.get(i)));
        }
        args.add(dot.read());
      }
    }
    params.addAll(along.values());
    List<Var> targets = new ArrayList<>();
    for (Var result : tangent.results()) {
      Var target = new Var(result.name(), result.type());
      out.add(new Stmt.Declare(target, Exprs.defaultValue(target.type())));
      targets.add(target);
    }
    out.add(new Stmt.Call(targets, tangent.id(), args, Span.NONE));
    Var last = targets.get(targets.size() - 1);
    boolean constant = targets.size() == 1;
    Var slope = new Var("slope", last.type().isArray() ? last.type() : Type.DOUBLE);
    if (constant && last.type().isArray()) {
      out.addAll(ArrayLoops.zeros(slope, last.read()));
    } else {
      Expr value = constant ? Exprs.defaultValue(Type.DOUBLE) : Weighted.wide(last.read());
      out.add(new Stmt.Declare(slope, value));
    }
    return new Function(ID, "slope", params, List.of(slope), new Block(out));
  }
}
