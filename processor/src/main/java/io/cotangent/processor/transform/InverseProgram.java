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
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Inverse mode step by step: a function that takes cotangents of the inputs through the inverses of
 * the transposed steps, from the first to the last. It is linear in them, so its own reverse form
 * is the inverse of the Jacobian itself, from the last step to the first.
 *
 * @param transposed parameters: those of the method, then the inputs' cotangents; result: the
 *     result's cotangent
 * @param logarithm the logarithm of the determinant
 * @param plain the reverse form of {@code transposed}
 * @param inverse the inverse function: parameters those of the method and its result, results the
 *     inputs; none where some step has no inverse in closed form
 * @param callees what these call
 */
public record InverseProgram(
    Function transposed,
    Function logarithm,
    ReverseProgram plain,
    Optional<Function> inverse,
    List<Function> callees) {
  private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  /**
   * The inverse mode of {@code entry}; nothing where only its whole Jacobian can be inverted.
   *
   * @param facts about the linearised program
   * @param inputs the parameters to differentiate with respect to
   */
  public static Optional<InverseProgram> of(Facts facts, Function entry, List<Var> inputs)
      throws LostValues {
    if (!canBe(entry, inputs)) {
      return Optional.empty();
    }
    try {
      Maker maker = new Maker(facts, entry, inputs);
      try {
        return Optional.of(maker.make());
      } catch (LostValues lost) {
        throw new LostValues(lost.span(), lost.names().stream().map(maker::written).toList());
      }
    } catch (NotStepwise whole) {
      return Optional.empty();
    }
  }

  private static boolean canBe(Function entry, List<Var> inputs) {
    List<Var> all = new ArrayList<>(inputs);
    all.addAll(entry.results());
    return all.stream().allMatch(v -> v.type() == Type.DOUBLE || v.type().equals(VECTOR));
  }

  /** The work on one function. */
  private static final class Maker {
    private final Facts facts;
    private final Function entry;
    private final List<Var> inputs;
    private final Map<Var, List<Var>> elements;
    private final Function apart;
    private final Facts about;
    private final Program program;

    Maker(Facts linear, Function entry, List<Var> inputs) {
      this.facts = linear;
      this.entry = entry;
      this.inputs = inputs;
      Function inlined = Inlining.apply(linear, entry);
      Facts whole = facts(inlined, inputs, inlined.results());
      ElementsAsScalars.Result result = ElementsAsScalars.apply(whole, inlined);
      elements = result.elements();
      apart = result.function();
      about = facts(apart, apart(inputs), apart.results());
      program = about.program();
    }

    private Facts facts(Function function, List<Var> from, List<Var> to) {
      Map<FunctionId, Function> functions = new LinkedHashMap<>(facts.program().functions());
      functions.put(function.id(), function);
      Program all = facts.program().with(functions).reachable(List.of(function.id()));
      return Facts.of(all, function, List.of(arrays(entry.params())), from, to);
    }

    private static List<Var> arrays(List<Var> vars) {
      return vars.stream().filter(v -> v.type().isArray()).toList();
    }

    private List<Var> apart(List<Var> vars) {
      return vars.stream().flatMap(v -> elements.getOrDefault(v, List.of(v)).stream()).toList();
    }

    InverseProgram make() throws LostValues {
      Function transposed = transposed();
      Function logarithm = logarithm();
      List<Var> bars =
          transposed.params().subList(entry.params().size(), transposed.params().size());
      Facts own = facts(transposed, bars, transposed.results());
      Function linear = Linearise.apply(own).get(transposed.id());
      Facts again = facts(linear, bars, linear.results());
      ReverseProgram plain = ReverseProgram.of(again, linear, linear.results());
      List<Function> callees = new ArrayList<>(program.functions().values());
      callees.removeIf(f -> f.id().equals(entry.id()));
      return new InverseProgram(transposed, logarithm, plain, inverse(), callees);
    }

    /** What the source calls a variable that may stand for an element. */
    private String written(String name) {
      for (Map.Entry<Var, List<Var>> array : elements.entrySet()) {
        for (int i = 0; i < array.getValue().size(); i++) {
          if (array.getValue().get(i).name().equals(name)) {
            return array.getKey().name() + "[" + i + "]";
          }
        }
      }
      return name;
    }

    private List<Var> of(Var array) {
      return Objects.requireNonNull(elements.get(array));
    }

    private FunctionId id(String suffix) {
      return new FunctionId(entry.id().key() + "#" + suffix);
    }

    private Function transposed() throws LostValues {
      Var unused = new Var("logarithm", Type.DOUBLE);
      InverseSteps steps = new InverseSteps(about, apart, new InverseBlock.Purpose(unused, true));
      List<Var> params = new ArrayList<>(entry.params());
      List<Stmt> body = new ArrayList<>();
      for (Var input : inputs) {
        Var given = new Var(input.name() + "Bar", input.type());
        params.add(given);
        start(input, given, steps, body);
      }
      List<Stmt> main = steps.body(apart.body(), apart(inputs), apart.results());
      body.addAll(withoutDead(main, steps.slopes()));
      Var result = entry.results().get(0);
      Var bar;
      if (elements.containsKey(result)) {
        bar = new Var(result.name() + "Bar", VECTOR);
        List<Var> parts = of(result);
        Expr size = Exprs.constant(parts.size());
        body.add(new Stmt.Declare(bar, new Expr.NewArray((Type.Array) VECTOR, List.of(size))));
        for (int i = 0; i < parts.size(); i++) {
          Expr part = steps.bar(parts.get(i)).read();
          body.add(new Stmt.Store(bar.read(), Exprs.constant(i), part));
        }
      } else {
        bar = steps.bar(result);
      }
      return new Function(id("ivjp"), entry.name() + "Ivjp", params, List.of(bar), new Block(body));
    }

    private void start(Var input, Var given, InverseSteps steps, List<Stmt> body) {
      if (elements.containsKey(input)) {
        List<Var> parts = of(input);
        takeApart(input, parts, body);
        for (int i = 0; i < parts.size(); i++) {
          Expr part = new Expr.Load(given.read(), Exprs.constant(i));
          body.add(new Stmt.Declare(steps.bar(parts.get(i)), part));
        }
      } else if (input.type().isArray()) {
        body.add(new Stmt.Declare(steps.bar(input), new Expr.CloneArray(given.read())));
      } else {
        body.add(new Stmt.Declare(steps.bar(input), given.read()));
      }
    }

    private void takeApart(Var input, List<Var> parts, List<Stmt> body) {
      Expr length = new Expr.Length(input.read());
      Expr size = Exprs.constant(parts.size());
      for (int i = 0; i < parts.size(); i++) {
        Expr part = new Expr.Load(input.read(), Exprs.constant(i));
        body.add(new Stmt.Declare(parts.get(i), part));
      }
      Expr.Invoke refusal =
          Arithmetic.support(
              "Inverses", "notSquare", Type.VOID, Exprs.constant(entry.name()), size, length);
      Expr differs = Exprs.test(Operator.NE, length, size);
      body.add(new Stmt.If(differs, Block.of(new Stmt.Eval(refusal)), Block.EMPTY));
    }

    private Function logarithm() throws LostValues {
      Var sum = new Var("logarithm", Type.DOUBLE);
      InverseSteps steps = new InverseSteps(about, apart, new InverseBlock.Purpose(sum, false));
      List<Stmt> body = new ArrayList<>();
      body.add(new Stmt.Declare(sum, Exprs.defaultValue(Type.DOUBLE)));
      for (Var input : inputs) {
        if (elements.containsKey(input)) {
          takeApart(input, of(input), body);
        }
      }
      List<Stmt> main = steps.body(apart.body(), apart(inputs), apart.results());
      body.addAll(withoutDead(main, steps.slopes()));
      return new Function(
          id("logAbsDet"),
          entry.name() + "LogAbsDet",
          entry.params(),
          List.of(sum),
          new Block(body));
    }

    private Optional<Function> inverse() {
      try {
        return Optional.of(
            new InverseMaker(entry, inputs, elements, apart, about).make(id("inverse")));
      } catch (NotStepwise none) {
        return Optional.empty();
      }
    }

    /** The statements without coefficients that nothing reads. */
    private static List<Stmt> withoutDead(List<Stmt> stmts, Set<Var> slopes) {
      Block block = new Block(stmts);
      while (true) {
        Set<Var> reads = Walk.reads(block);
        int[] dropped = {0};
        Block less =
            new Rewriter() {
              @Override
              public void stmt(Stmt s, List<Stmt> out) {
                if (s instanceof Stmt.Declare d
                    && slopes.contains(d.var())
                    && !reads.contains(d.var())) {
                  dropped[0]++;
                } else {
                  super.stmt(s, out);
                }
              }
            }.block(block);
        if (dropped[0] == 0) {
          return block.stmts();
        }
        block = less;
      }
    }
  }
}
