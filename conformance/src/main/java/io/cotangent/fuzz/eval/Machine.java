package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one run of a program shares: the program, its fuel, and the arithmetic. */
final class Machine {
  private static final int DEEPEST = 100;

  /** Functions that overflow together with their own derivatives, without a singular point. */
  private static final Set<String> GROWING = Set.of("exp", "expm1", "sinh", "cosh");

  final Program program;
  final ChainRule chain;
  final Arithmetic arithmetic;
  final boolean assertions;
  private int fuel;
  private int depth;

  Machine(Program program, ChainRule chain, boolean assertions, int fuel) {
    this.program = program;
    this.chain = chain;
    this.arithmetic = new Arithmetic(chain);
    this.assertions = assertions;
    this.fuel = fuel;
  }

  int fuelLeft() {
    return fuel;
  }

  /** Counts a step. */
  void step() {
    if (--fuel < 0) {
      throw new Abandoned("out of fuel");
    }
  }

  /** Calls a method of the program. */
  Object invoke(Method m, Object[] args) {
    if (++depth > DEEPEST) {
      throw new Abandoned("too deep");
    }
    Frame frame = new Frame();
    for (int i = 0; i < args.length; i++) {
      Method.Param p = m.params().get(i);
      frame.set(p.name(), Values.cast(args[i], p.ty()));
    }
    Completion end;
    try {
      end = new StatementRunner(this, frame).all(m.body());
    } finally {
      depth--;
    }
    if (m.result().equals(Ty.VOID)) {
      return null;
    }
    if (end == null) {
      throw new Abandoned("no return");
    }
    return Values.cast(end.value(), m.result());
  }

  /** Calls a helper, gathering the elements of a variable-arity parameter. */
  Object call(Expr.Call e, Object[] args) {
    Method m = program.helper(e.method());
    if (!e.spread()) {
      return invoke(m, args);
    }
    int fixed = m.params().size() - 1;
    Ty rest = m.params().get(fixed).ty();
    List<Object> all = new ArrayList<>(List.of(args).subList(0, fixed));
    Object[] tail = new Object[args.length - fixed];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = Values.cast(args[fixed + i], rest.element());
    }
    all.add(new Arr(rest, tail));
    return invoke(m, all.toArray());
  }

  /** Calls a method of Math; floating arguments that it has derivatives for carry them on. */
  Object math(Expr.MathCall e, Object[] args) {
    List<Ty> types = e.args().stream().map(Expr::ty).toList();
    Object[] plain = new Object[args.length];
    Num[] numbers = new Num[args.length];
    double[] values = new double[args.length];
    for (int i = 0; i < args.length; i++) {
      numbers[i] = Values.toDouble(args[i]);
      values[i] = numbers[i].value;
      plain[i] = types.get(i).equals(Ty.FLOAT) ? (Object) (float) values[i] : unwrap(args[i]);
    }
    Object result = MathValues.call(e.strict(), e.name(), types, plain);
    if (!e.ty().isFloating()) {
      return result;
    }
    double v = ((Number) result).doubleValue();
    if (GROWING.contains(e.name()) && Double.isFinite(values[0])) {
      chain.note(v);
    }
    return chain.apply(v, e.ty().equals(Ty.FLOAT), MathPartials.of(e.name(), v, values), numbers);
  }

  private static Object unwrap(Object arg) {
    return arg instanceof Num n ? (Object) n.value : arg;
  }
}
