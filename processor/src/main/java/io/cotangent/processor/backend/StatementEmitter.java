package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements of the IR in normal form as Java. */
final class StatementEmitter {
  private final Names names;
  private final ExpressionEmitter expressions;
  private final CallEmitter calls;
  private final @Nullable String workspace;
  private final CodeBlock.Builder out;
  private final Comments comments;

  /** Writes to {@code out}; {@code workspace} is null in a function that has none. */
  StatementEmitter(
      Names names, FunctionTable functions, @Nullable String workspace, CodeBlock.Builder out) {
    this.names = names;
    this.workspace = workspace;
    this.out = out;
    comments = new Comments(out);
    expressions = new ExpressionEmitter(names, workspace);
    calls = new CallEmitter(names, expressions, functions, workspace, out);
  }

  /**
   * Writes statements in the scope that is open.
   *
   * @return whether what stands after them can be reached
   */
  boolean emitAll(List<Stmt> stmts) {
    int at = 0;
    while (at < stmts.size()) {
      int call = CallEmitter.callAfterDeclarations(stmts, at);
      if (call > at) {
        comments.before(CodeBlock.of(""));
        calls.emitDeclaring((Stmt.Call) stmts.get(call));
        at = call + 1;
      } else if (emit(stmts.get(at))) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Writes that the function returns the value of an expression. */
  void emitReturn(Expr expr, Type type) {
    line("return $L", expressions.assigned(expr, type));
  }

  private boolean block(Block block) {
    names.open();
    boolean completes = emitAll(block.stmts());
    comments.drop();
    names.close();
    return completes;
  }

  /** Writes one statement; whether it can end as statements do. */
  private boolean emit(Stmt stmt) {
    if (stmt instanceof Stmt.Mark mark) {
      comments.mark(mark.line());
      return true;
    }
    if (stmt instanceof Stmt.While loop && isConstant(loop.test(), false)) {
      return true;
    }
    if (stmt instanceof Stmt.If branch) {
      return branch(branch);
    } else if (stmt instanceof Stmt.While loop) {
      open(CodeBlock.of("while ($L)", expressions.emit(loop.test())));
      block(loop.body());
      out.endControlFlow();
      return !isConstant(loop.test(), true);
    } else if (stmt instanceof Stmt.Counted loop) {
      counted(loop);
    } else if (stmt instanceof Stmt.Attempt attempt) {
      attempt(attempt);
    } else if (stmt instanceof Stmt.Throw toss) {
      line("throw $L", expressions.emit(toss.exception()));
      return false;
    } else {
      simple(stmt);
    }
    return true;
  }

  private void simple(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare) {
      Var var = declare.var();
      CodeBlock init = expressions.assigned(declare.init(), var.type());
      line("$T $N = $L", JavaTypes.of(var.type()), names.declare(var), init);
    } else if (stmt instanceof Stmt.Assign assign) {
      Var var = assign.var();
      update(CodeBlock.of("$N", names.of(var)), var.read(), var.type(), assign.value());
    } else if (stmt instanceof Stmt.Store store) {
      Expr.Load old = new Expr.Load(store.array(), store.index());
      update(expressions.emit(old), old, old.type(), store.value());
    } else if (stmt instanceof Stmt.Put put) {
      update(expressions.emit(put.place()), put.place(), put.value().type(), put.value());
    } else if (stmt instanceof Stmt.Call call) {
      comments.before(CodeBlock.of(""));
      calls.emit(call);
    } else if (stmt instanceof Stmt.Eval eval) {
      line("$L", expressions.emit(eval.call()));
    } else if (stmt instanceof Stmt.Assert check) {
      CodeBlock test = expressions.emit(check.test());
      Expr message = check.message();
      if (message == null) {
        line("assert $L", test);
      } else {
        line("assert $L : $L", test, expressions.emit(message));
      }
    } else if (stmt instanceof Stmt.Push push) {
      line("$N.tape.push($L)", tapes(), expressions.emit(pushed(push.slot(), push.value())));
    } else if (stmt instanceof Stmt.Keep keep) {
      CodeBlock value = expressions.emit(pushed(keep.slot(), keep.value()));
      line("$N.tape.put($L, $L)", tapes(), expressions.emit(keep.place()), value);
    } else {
      throw new IllegalStateException("not in normal form: " + stmt);
    }
  }

  /** The value in its slot's type, which chooses the stack. */
  private static Expr pushed(Var slot, Expr value) {
    Type type = slot.type();
    boolean converts = type instanceof Type.Primitive && value.type() != type;
    return converts ? new Expr.Cast(type, value) : value;
  }

  private String tapes() {
    return Objects.requireNonNull(workspace, "a push in a function without a workspace");
  }

  /** {@code target = value}, or {@code target op= …}, {@code target++} where that is the same. */
  private void update(CodeBlock target, Expr old, Type type, Expr value) {
    if (value instanceof Expr.Apply apply
        && apply.op() instanceof Operator op
        && isCompound(op)
        && apply.type().equals(type)
        && apply.args().get(0).equals(old)) {
      Expr other = apply.args().get(1);
      boolean step = op == Operator.ADD || op == Operator.SUB;
      if (step && isOne(other)) {
        line("$L$L", target, op == Operator.ADD ? "++" : "--");
      } else {
        CodeBlock operand = expressions.compounded(op, other, type);
        line("$L $L= $L", target, op.symbol(), operand);
      }
    } else {
      line("$L = $L", target, expressions.assigned(value, type));
    }
  }

  private static boolean isCompound(Operator op) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, REM, SHL, SHR, USHR, BIT_AND, BIT_XOR, BIT_OR, CONCAT -> true;
      default -> false;
    };
  }

  private static boolean isOne(Expr expr) {
    return expr instanceof Expr.Const constant
        && (constant.type() == Type.INT || constant.type() == Type.LONG)
        && constant.value() instanceof Number number
        && number.longValue() == 1;
  }

  private static boolean isConstant(Expr test, boolean value) {
    return test instanceof Expr.Const constant && Boolean.valueOf(value).equals(constant.value());
  }

  private boolean branch(Stmt.If branch) {
    boolean onlyOtherwise = branch.then().isEmpty() && !branch.otherwise().isEmpty();
    if (onlyOtherwise) {
      Expr not = new Expr.Apply(Operator.NOT, List.of(branch.test()), Type.BOOLEAN);
      return branch(new Stmt.If(not, branch.otherwise(), Block.EMPTY));
    }
    open(CodeBlock.of("if ($L)", expressions.emit(branch.test())));
    boolean completes = block(branch.then());
    Block otherwise = branch.otherwise();
    while (otherwise.stmts().size() == 1 && otherwise.stmts().get(0) instanceof Stmt.If next) {
      out.nextControlFlow("else if ($L)", expressions.emit(next.test()));
      completes |= block(next.then());
      otherwise = next.otherwise();
    }
    if (otherwise.isEmpty()) {
      completes = true;
    } else {
      out.nextControlFlow("else");
      completes |= block(otherwise);
    }
    out.endControlFlow();
    return completes;
  }

  private void attempt(Stmt.Attempt attempt) {
    open(CodeBlock.of("try"));
    block(attempt.body());
    names.open();
    String thrown = names.fresh("thrown");
    out.nextControlFlow("catch ($T $N)", Throwable.class, thrown);
    out.addStatement("$N = $N", names.of(attempt.caught()), thrown);
    out.endControlFlow();
    names.close();
  }

  private void counted(Stmt.Counted loop) {
    Var index = loop.index();
    CodeBlock from = expressions.assigned(loop.from(), index.type());
    names.open();
    String name = names.declare(index);
    Expr test = new Expr.Apply(loop.relation(), List.of(index.read(), loop.bound()), Type.BOOLEAN);
    open(
        CodeBlock.of(
            "for ($T $N = $L; $L; $L)",
            JavaTypes.of(index.type()),
            name,
            from,
            expressions.emit(test),
            step(name, loop.step())));
    block(loop.body());
    out.endControlFlow();
    names.close();
  }

  private static CodeBlock step(String index, int step) {
    return switch (step) {
      case 1 -> CodeBlock.of("$N++", index);
      case -1 -> CodeBlock.of("$N--", index);
      default ->
          step > 0 || step == Integer.MIN_VALUE
              ? CodeBlock.of("$N += $L", index, step)
              : CodeBlock.of("$N -= $L", index, -step);
    };
  }

  private void line(String format, Object... args) {
    CodeBlock code = CodeBlock.of(format, args);
    comments.before(CodeBlock.of("$L;", code));
    out.addStatement(code);
  }

  private void open(CodeBlock header) {
    comments.before(CodeBlock.of("$L {", header));
    out.beginControlFlow("$L", header);
  }
}
