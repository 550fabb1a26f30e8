package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes calls of functions that nothing active enters or leaves calls of the user's own methods
 * again, where the generated class can call them, and drops what is no longer called.
 */
public final class PassiveCalls extends Rewriter {

  /** Where the source of a function is declared, for a call of the method itself. */
  public interface Originals {
    /** The method, if the generated class can call it. */
    Optional<Method> of(FunctionId function);
  }

  /**
   * A method of the user's.
   *
   * @param owner the canonical name of its class
   * @param isStatic whether it has no receiver, which would be its first argument
   */
  public record Method(String owner, String name, boolean isStatic) {}

  private final Facts facts;
  private final Originals originals;

  private PassiveCalls(Facts facts, Originals originals) {
    this.facts = facts;
    this.originals = originals;
  }

  /** The program of what {@code entry} still reaches. */
  public static Program apply(Facts facts, FunctionId entry, Originals originals) {
    PassiveCalls pass = new PassiveCalls(facts, originals);
    Map<FunctionId, Function> reached = new LinkedHashMap<>();
    Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
    Deque<FunctionId> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      FunctionId id = open.removeFirst();
      if (!reached.containsKey(id)) {
        Function function = facts.program().get(id);
        Function rewritten = function.withBody(pass.block(function.body()));
        reached.put(id, rewritten);
        Walk.calls(rewritten.body(), call -> open.addLast(call.callee()));
        facts
            .program()
            .rule(id)
            .ifPresent(
                rule -> {
                  rules.put(id, rule);
                  open.addAll(rule.functions());
                });
      }
    }
    return new Program(reached, rules);
  }

  /** Whether the call can be one of the user's own method, as far as its arguments let it. */
  static boolean mayRunAsItIs(Stmt.Call call, Facts facts, Originals originals) {
    // Where an array comes from is known of a function of ours, not of a method that is called.
    return values(call).stream().noneMatch(target -> target.type().isReference())
        && !Calls.isActive(facts, facts.program().get(call.callee()))
        && originals.of(call.callee()).isPresent();
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Call call && mayRunAsItIs(call, facts, originals)) {
      Optional<Method> original = originals.of(call.callee());
      if (original.isPresent() && call.args().stream().noneMatch(PassiveCalls::isTakenApart)) {
        Stmt direct = direct(call, original.get());
        if (Variants.isVariant(Instantiate.source(call.callee()))) {
          Var caught = call.targets().get(call.targets().size() - 1);
          out.add(new Stmt.Attempt(Block.of(direct), caught));
          return;
        }
        Stmt last = out.isEmpty() ? direct : out.get(out.size() - 1);
        if (direct instanceof Stmt.Assign a
            && last instanceof Stmt.Declare d
            && d.var() == a.var()) {
          out.set(out.size() - 1, new Stmt.Declare(a.var(), a.value()));
        } else {
          out.add(direct);
        }
        return;
      }
    }
    super.stmt(s, out);
  }

  /** Whether the user's method could not be given the argument. */
  private static boolean isTakenApart(Expr arg) {
    return arg.type().leaf() instanceof Type.Struct;
  }

  /** The targets of the method's own results, an exception left out. */
  private static List<Var> values(Stmt.Call call) {
    List<Var> targets = call.targets();
    return Variants.isVariant(Instantiate.source(call.callee()))
        ? targets.subList(0, targets.size() - 1)
        : targets;
  }

  private static Stmt direct(Stmt.Call call, Method original) {
    List<Var> targets = values(call);
    Type type = targets.isEmpty() ? Type.VOID : targets.get(0).type();
    Expr.Invoke invoke =
        new Expr.Invoke(
            original.isStatic() ? Expr.Invocation.STATIC : Expr.Invocation.VIRTUAL,
            original.owner(),
            original.name(),
            call.args(),
            type,
            Span.NONE);
    return targets.isEmpty() ? new Stmt.Eval(invoke) : new Stmt.Assign(targets.get(0), invoke);
  }
}
