package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Printer;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps one of several functions that are the same but for the names of their variables. What they
 * push has the same slots afterwards, so that it matters not whose partner is kept to pop it.
 */
public final class MergeEqual extends Rewriter {
  private final Map<FunctionId, FunctionId> kept = new HashMap<>();
  private final Map<Var, Var> slots = new HashMap<>();

  private MergeEqual() {}

  /**
   * The program without duplicates.
   *
   * @param roots functions that stay, whatever they are equal to
   */
  public static Program apply(Program program, Set<FunctionId> roots) {
    Program current = program;
    while (true) {
      MergeEqual pass = new MergeEqual();
      Map<String, FunctionId> seen = new HashMap<>();
      Map<FunctionId, Function> rest = new LinkedHashMap<>();
      for (Function function : current.functions().values()) {
        FunctionId first = seen.putIfAbsent(text(function), function.id());
        if (first == null || roots.contains(function.id())) {
          rest.put(function.id(), function);
        } else {
          pass.kept.put(function.id(), first);
          pass.unify(slots(current.get(first)), slots(function));
        }
      }
      if (pass.kept.isEmpty()) {
        return current;
      }
      rest.replaceAll((id, function) -> function.withBody(pass.block(function.body())));
      current = new Program(rest);
    }
  }

  private static String text(Function function) {
    Map<Var, String> names = new HashMap<>();
    return function.name()
        + Printer.print(
            function,
            v -> names.computeIfAbsent(v, key -> v.name() + "#" + names.size()),
            id -> id.equals(function.id()) ? "self" : id.key());
  }

  /** All slots of a function, in the order of the text. */
  private static List<Var> slots(Function function) {
    List<Var> slots = new ArrayList<>();
    Walk.statements(
        function.body(),
        s -> {
          if (s instanceof Stmt.Push push) {
            slots.add(push.slot());
          }
          Walk.exprs(s).forEach(e -> Walk.expressions(e, x -> popped(x, slots)));
        });
    return slots;
  }

  private static void popped(Expr e, List<Var> slots) {
    if (e instanceof Expr.Pop pop) {
      slots.add(pop.slot());
    } else if (e instanceof Expr.Next next) {
      slots.add(next.slot());
    }
  }

  private void unify(List<Var> some, List<Var> others) {
    for (int i = 0; i < some.size(); i++) {
      Var one = slot(some.get(i));
      Var other = slot(others.get(i));
      if (one != other) {
        slots.put(other, one);
      }
    }
  }

  private Var slot(Var slot) {
    Var root = slot;
    for (Var next = slots.get(root); next != null; next = slots.get(root)) {
      root = next;
    }
    return root;
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Pop pop) {
      return new Expr.Pop(slot(pop.slot()));
    } else if (e instanceof Expr.Next next) {
      return new Expr.Next(slot(next.slot()));
    }
    return super.expr(e);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Push push) {
      out.add(new Stmt.Push(slot(push.slot()), expr(push.value())));
    } else if (s instanceof Stmt.Call call) {
      FunctionId callee = kept.getOrDefault(call.callee(), call.callee());
      out.add(new Stmt.Call(call.targets(), callee, call.args(), call.span()));
    } else {
      super.stmt(s, out);
    }
  }
}
