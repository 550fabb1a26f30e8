package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtElement;

/**
 * What is known and written while one method is lowered: variables in scope, statements, problems.
 */
final class Frame {
  private final Sources sources;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private Map<String, Var> scope = new HashMap<>();
  private List<Stmt> out = new ArrayList<>();

  Frame(Sources sources) {
    this.sources = sources;
  }

  /** Notes a problem at an element. */
  void problem(ProblemKind kind, CtElement at, Object... args) {
    problems.add(Problem.of(kind, sources.span(at), args));
  }

  /** Notes a problem of a function inside. */
  void problem(Problem problem) {
    problems.add(problem);
  }

  /** The problems noted so far. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Writes a statement. */
  void emit(Stmt stmt) {
    out.add(stmt);
  }

  /** Writes where the statements that follow come from. */
  void mark(CtElement element) {
    if (sources.span(element).exists()) {
      emit(new Stmt.Mark(sources.span(element), sources.sourceLine(element)));
    }
  }

  /** The statements that {@code writer} writes, which see the variables of the place around. */
  Block block(Runnable writer) {
    List<Stmt> around = out;
    Map<String, Var> names = scope;
    out = new ArrayList<>();
    scope = new HashMap<>(names);
    try {
      writer.run();
      return new Block(out);
    } finally {
      out = around;
      scope = names;
    }
  }

  /** Lets names that {@code writer} binds go out of scope after it. */
  void scoped(Runnable writer) {
    Map<String, Var> names = scope;
    scope = new HashMap<>(names);
    writer.run();
    scope = names;
  }

  /** The statement written last in the current block. */
  Optional<Stmt> last() {
    return out.isEmpty() ? Optional.empty() : Optional.of(out.get(out.size() - 1));
  }

  /** Writes a statement in place of the last one. */
  void replaceLast(Stmt stmt) {
    out.set(out.size() - 1, stmt);
  }

  /** Writes the statements of a block into the current one. */
  void emitAll(Block block) {
    out.addAll(block.stmts());
  }

  /** Makes a name of the source mean this variable. */
  void bind(String name, Var var) {
    scope.put(name, var);
  }

  /** The variable that a name of the source means; null if there is none. */
  @Nullable Var lookup(String name) {
    return scope.get(name);
  }

  /** Declares a fresh variable. */
  Var declare(String name, Expr init) {
    Var var = new Var(name, init.type());
    emit(new Stmt.Declare(var, init));
    return var;
  }

  /** The value of an expression that may have effects, as one that has none. */
  Expr settle(Expr expr) {
    return Effects.isEffectful(expr) ? spill(expr, Expressions.nameFor(expr)) : expr;
  }

  /** The value that an expression has now, whatever is written later. */
  Expr spill(Expr expr, String name) {
    return expr instanceof Expr.Const ? expr : declare(name, expr).read();
  }

  /**
   * The values of operands evaluated from left to right: where a later one has effects, the earlier
   * ones that these could change are put into variables first.
   */
  List<Expr> inOrder(List<Supplier<Expr>> operands) {
    List<Expr> values = new ArrayList<>();
    for (Supplier<Expr> operand : operands) {
      int before = out.size();
      Expr value = operand.get();
      if (out.size() > before) {
        protect(values, before);
      }
      values.add(value);
    }
    return values;
  }

  private void protect(List<Expr> earlier, int position) {
    Effects effects = Effects.of(out.subList(position, out.size()));
    List<Stmt> spills = new ArrayList<>();
    for (int i = 0; i < earlier.size(); i++) {
      Expr value = earlier.get(i);
      if (!effects.leaveAlone(value)) {
        Var var = new Var(Expressions.nameFor(value), value.type());
        spills.add(new Stmt.Declare(var, value));
        earlier.set(i, var.read());
      }
    }
    out.addAll(position, spills);
  }

  /**
   * Makes the variable of the last statement, if that is a call which fills it, carry another name.
   *
   * @return whether {@code value} was that variable; it is bound to the name now
   */
  boolean rename(Expr value, String name, Type type) {
    int last = out.size() - 1;
    if (last < 1
        || !(out.get(last) instanceof Stmt.Call call)
        || !(value instanceof Expr.Read read)
        || read.type() != type
        || !call.targets().equals(List.of(read.var()))) {
      return false;
    }
    Var var = new Var(name, type);
    out.set(last - 1, new Stmt.Declare(var, Exprs.defaultValue(type)));
    out.set(last, new Stmt.Call(List.of(var), call.callee(), call.args(), call.span()));
    bind(name, var);
    return true;
  }

  /** A label that no other of this function has. */
  String freshLabel(String stem) {
    int number = labels.merge(stem, 1, Integer::sum);
    return number == 1 ? stem : stem + number;
  }
}
