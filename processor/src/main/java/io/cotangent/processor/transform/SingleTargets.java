package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the one method directly that a call of an object's method can run: where objects of one
 * class only are possible, there is nothing to choose.
 */
public final class SingleTargets extends Rewriter {

  /** The only method, and the class that its receiver has. */
  private record Target(FunctionId function, Type receiver) {}

  private final Program program;
  private final Map<FunctionId, Target> targets = new HashMap<>();

  private SingleTargets(Program program) {
    this.program = program;
  }

  /** The program without choices of one. */
  public static Program apply(Program program) {
    SingleTargets pass = new SingleTargets(program);
    program
        .functions()
        .values()
        .forEach(f -> target(f).ifPresent(target -> pass.targets.put(f.id(), target)));
    if (pass.targets.isEmpty()) {
      return program;
    }
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    program
        .functions()
        .forEach(
            (id, f) -> {
              if (!pass.targets.containsKey(id)) {
                functions.put(id, f.withBody(pass.block(f.body())));
              }
            });
    return program.with(functions);
  }

  /** Where the function is a test of its first parameter's class, a call, and a throw otherwise. */
  private static Optional<Target> target(Function function) {
    List<Stmt> stmts = function.body().stmts();
    int last = stmts.size() - 1;
    boolean shape =
        last >= 0
            && stmts.get(last) instanceof Stmt.If
            && stmts.subList(0, last).stream().allMatch(SingleTargets::isNothing);
    if (!shape
        || !(stmts.get(last) instanceof Stmt.If choice)
        || !(choice.test() instanceof Expr.InstanceOf test)
        || !test.operand().equals(function.params().get(0).read())
        || !(test.tested() instanceof Type.Struct)
        || choice.otherwise().stmts().size() != 1
        || !(choice.otherwise().stmts().get(0) instanceof Stmt.Throw)) {
      return Optional.empty();
    }
    return choice.then().stmts().stream()
        .filter(stmt -> stmt instanceof Stmt.Call)
        .map(stmt -> new Target(((Stmt.Call) stmt).callee(), test.tested()))
        .findFirst();
  }

  private static boolean isNothing(Stmt stmt) {
    return stmt instanceof Stmt.Mark
        || (stmt instanceof Stmt.Declare d && d.init() instanceof Expr.Const);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (!(s instanceof Stmt.Call call) || !targets.containsKey(call.callee())) {
      super.stmt(s, out);
      return;
    }
    Target target = java.util.Objects.requireNonNull(targets.get(call.callee()));
    Function function = program.get(target.function());
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      Expr arg = expr(call.args().get(i));
      Type wanted = function.params().get(i).type();
      args.add(arg.type().equals(wanted) ? arg : new Expr.Cast(wanted, arg));
    }
    if (!touches(function)) {
      out.add(new Stmt.Eval(notNull(args.get(0), call)));
    }
    stmt(new Stmt.Call(call.targets(), target.function(), args, call.span()), out);
  }

  /** Whether the method throws by itself where it is called on null. */
  private static boolean touches(Function function) {
    boolean[] found = new boolean[1];
    Expr self = function.params().get(0).read();
    for (Stmt stmt : function.body().stmts()) {
      if (stmt instanceof Stmt.Mark) {
        continue;
      }
      Walk.exprs(stmt)
          .forEach(
              e ->
                  Walk.expressions(
                      e,
                      part ->
                          found[0] |= part instanceof Expr.Field f && f.receiver().equals(self)));
      if (!isNothing(stmt)) {
        break;
      }
    }
    return found[0];
  }

  private static Expr.Invoke notNull(Expr receiver, Stmt.Call call) {
    return new Expr.Invoke(
        Expr.Invocation.STATIC,
        "java.util.Objects",
        "requireNonNull",
        List.of(receiver),
        new Type.Ref("java.lang.Object"),
        io.cotangent.processor.diagnostics.Span.NONE);
  }
}
