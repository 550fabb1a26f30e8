package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of an objective at its own minimiser: the optimal value, whose derivative needs no linear
 * solve. That it is one is certain only while nothing is written between the search and the call.
 */
final class Envelopes extends Rewriter {
  private final Map<FunctionId, Lowered> functions;
  private final RuleLowering ruled;

  private Envelopes(Map<FunctionId, Lowered> functions, RuleLowering ruled) {
    this.functions = functions;
    this.ruled = ruled;
  }

  /** Gives such calls in these functions the derivative of the optimal value. */
  static void apply(Map<FunctionId, Lowered> functions, RuleLowering ruled) {
    Envelopes envelopes = new Envelopes(Map.copyOf(functions), ruled);
    functions.replaceAll((id, lowered) -> envelopes.in(lowered));
  }

  private Lowered in(Lowered lowered) {
    Function f = lowered.function();
    return lowered.problems().isEmpty()
        ? new Lowered(
            new Function(f.id(), f.name(), f.params(), f.results(), block(f.body())),
            List.of(),
            lowered.original())
        : lowered;
  }

  /**
   * A search.
   *
   * @param place where it stands in the block
   * @param used the variables that its arguments read
   * @param found those that hold what it found
   * @param bare that without a derivative, once it is wanted
   */
  private record Search(
      SolutionCall minimum,
      Stmt.Call call,
      int place,
      Set<Var> used,
      Set<Var> found,
      List<Var> bare) {}

  @Override
  public Block block(Block block) {
    List<Stmt> out = new ArrayList<>();
    Optional<Search> search = Optional.empty();
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Call call) {
        boolean isValue = search.isPresent() && isValue(call, search.get());
        if (isValue) {
          out.add(value(call, search.get(), out));
          search = after(search.get(), call.targets().get(0));
        } else {
          search = search(call, out.size());
          out.add(call);
        }
      } else {
        stmt(stmt, out);
        search = search.isPresent() ? after(search.get(), stmt) : search;
      }
    }
    return new Block(out);
  }

  private Optional<Search> search(Stmt.Call call, int place) {
    Optional<SolutionCall> minimum = ruled.minimum(call.callee());
    if (minimum.isEmpty()) {
      return Optional.empty();
    }
    Set<Var> used = new HashSet<>();
    for (int i = 0; i < call.args().size(); i++) {
      if (i != minimum.get().unknown()) {
        reads(call.args().get(i), used);
      }
    }
    Set<Var> found = new HashSet<>(call.targets());
    boolean overwrites = call.targets().stream().anyMatch(used::contains);
    return overwrites || !call.args().stream().allMatch(Envelopes::isPlain)
        ? Optional.empty()
        : Optional.of(new Search(minimum.get(), call, place, used, found, new ArrayList<>()));
  }

  private static void reads(Expr e, Set<Var> into) {
    if (e instanceof Expr.Read read) {
      into.add(read.var());
    }
    Walk.children(e).forEach(child -> reads(child, into));
  }

  /** What is still known after another statement: all but variables may have changed in most. */
  private static Optional<Search> after(Search search, Stmt stmt) {
    if (stmt instanceof Stmt.Mark) {
      return Optional.of(search);
    }
    if (stmt instanceof Stmt.Declare x && isPlain(x.init())) {
      return after(search, x.var(), x.init());
    }
    if (stmt instanceof Stmt.Assign x && isPlain(x.value())) {
      return after(search, x.var(), x.value());
    }
    return Optional.empty();
  }

  private static Optional<Search> after(Search search, Var written, Expr value) {
    boolean alias = value instanceof Expr.Read read && search.found().contains(read.var());
    Optional<Search> left = after(search, written);
    if (alias) {
      left.ifPresent(each -> each.found().add(written));
    }
    return left;
  }

  private static Optional<Search> after(Search search, Var written) {
    search.found().remove(written);
    return search.used().contains(written) ? Optional.empty() : Optional.of(search);
  }

  private static boolean isPlain(Expr e) {
    return !(e instanceof Expr.Invoke)
        && !(e instanceof Expr.Next)
        && !(e instanceof Expr.Pop)
        && Walk.children(e).stream().allMatch(Envelopes::isPlain);
  }

  private boolean isValue(Stmt.Call call, Search search) {
    Lowered called = functions.get(call.callee());
    if (called == null || !isObjective(called, search.minimum())) {
      return false;
    }
    for (int i = 0; i < call.args().size(); i++) {
      Expr arg = call.args().get(i);
      boolean same =
          i == search.minimum().unknown()
              ? arg instanceof Expr.Read read && search.found().contains(read.var())
              : arg.equals(search.call().args().get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean isObjective(Lowered called, SolutionCall minimum) {
    Original original = called.original();
    Function function = called.function();
    return original.isStatic()
        && original.accessible()
        && minimum.of().equals(original.owner() + "#" + original.name())
        && function.params().stream().map(Var::type).toList().equals(minimum.types())
        && function.results().size() == 1
        && function.results().get(0).type().equals(Type.DOUBLE);
  }

  /** The call as that of the optimal value, of a solution that carries no derivative itself. */
  private Stmt value(Stmt.Call call, Search search, List<Stmt> out) {
    SolutionCall minimum = search.minimum();
    if (search.bare().isEmpty()) {
      search.bare().add(ruled.split(minimum, search.call(), out, search.place()));
    }
    List<Expr> args = new ArrayList<>(call.args());
    args.set(minimum.unknown(), search.bare().get(0).read());
    Original original = Objects.requireNonNull(functions.get(call.callee())).original();
    return new Stmt.Call(call.targets(), ruled.envelope(minimum, original), args, call.span());
  }
}
