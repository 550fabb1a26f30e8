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
  private String pendingComment = "";
  private String lastComment = "";

  /** Writes to {@code out}; {@code workspace} is null in a function that has none. */
  StatementEmitter(
      Names names, FunctionTable functions, @Nullable String workspace, CodeBlock.Builder out) {
    this.names = names;
    this.workspace = workspace;
    this.out = out;
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
        comment();
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

  /** The value of an expression that the function returns. */
  CodeBlock returned(Expr expr, Type type) {
    comment();
    return expressions.assigned(expr, type);
  }

  private boolean block(Block block) {
    names.open();
    boolean completes = emitAll(block.stmts());
    pendingComment = "";
    names.close();
    return completes;
  }

  /** Writes one statement; whether it can end as statements do. */
  private boolean emit(Stmt stmt) {
    if (stmt instanceof Stmt.Mark mark) {
      pendingComment = oneLine(mark.line());
      return true;
    }
    if (stmt instanceof Stmt.While loop && isConstant(loop.test(), false)) {
      return true;
    }
    comment();
    if (stmt instanceof Stmt.If branch) {
      return branch(branch);
    } else if (stmt instanceof Stmt.While loop) {
      out.beginControlFlow("while ($L)", expressions.emit(loop.test()));
      block(loop.body());
      out.endControlFlow();
      return !isConstant(loop.test(), true);
    } else if (stmt instanceof Stmt.Counted loop) {
      counted(loop);
    } else if (stmt instanceof Stmt.Throw toss) {
      out.addStatement("throw $L", expressions.emit(toss.exception()));
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
      out.addStatement("$T $N = $L", JavaTypes.of(var.type()), names.declare(var), init);
    } else if (stmt instanceof Stmt.Assign assign) {
      Var var = assign.var();
      update(CodeBlock.of("$N", names.of(var)), var.read(), var.type(), assign.value());
    } else if (stmt instanceof Stmt.Store store) {
      Expr.Load old = new Expr.Load(store.array(), store.index());
      update(expressions.emit(old), old, old.type(), store.value());
    } else if (stmt instanceof Stmt.Call call) {
      calls.emit(call);
    } else if (stmt instanceof Stmt.Eval eval) {
      out.addStatement("$L", expressions.emit(eval.call()));
    } else if (stmt instanceof Stmt.Assert check) {
      CodeBlock test = expressions.emit(check.test());
      Expr message = check.message();
      if (message == null) {
        out.addStatement("assert $L", test);
      } else {
        out.addStatement("assert $L : $L", test, expressions.emit(message));
      }
    } else if (stmt instanceof Stmt.Push push) {
      String ws = Objects.requireNonNull(workspace, "a push in a function without a workspace");
      out.addStatement("$N.tape.push($L)", ws, expressions.emit(pushed(push)));
    } else {
      throw new IllegalStateException("not in normal form: " + stmt);
    }
  }

  /** The value in its slot's type, which chooses the stack. */
  private static Expr pushed(Stmt.Push push) {
    Type type = push.slot().type();
    boolean converts = type instanceof Type.Primitive && push.value().type() != type;
    return converts ? new Expr.Cast(type, push.value()) : push.value();
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
        out.addStatement("$L$L", target, op == Operator.ADD ? "++" : "--");
      } else {
        CodeBlock operand = expressions.compounded(op, other, type);
        out.addStatement("$L $L= $L", target, op.symbol(), operand);
      }
    } else {
      out.addStatement("$L = $L", target, expressions.assigned(value, type));
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
    out.beginControlFlow("if ($L)", expressions.emit(branch.test()));
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

  private void counted(Stmt.Counted loop) {
    Var index = loop.index();
    CodeBlock from = expressions.assigned(loop.from(), index.type());
    names.open();
    String name = names.declare(index);
    Expr test = new Expr.Apply(loop.relation(), List.of(index.read(), loop.bound()), Type.BOOLEAN);
    out.beginControlFlow(
        "for ($T $N = $L; $L; $L)",
        JavaTypes.of(index.type()),
        name,
        from,
        expressions.emit(test),
        step(name, loop.step()));
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

  private void comment() {
    if (!pendingComment.isEmpty() && !pendingComment.equals(lastComment)) {
      out.add("// $L\n", pendingComment);
      lastComment = pendingComment;
    }
    pendingComment = "";
  }

  /** The source line; a backslash before {@code u} would be read even in a comment. */
  private static String oneLine(String line) {
    return line.strip().replaceAll("\\s+", " ").replace("\\u", "\\ u");
  }
}
