package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Expressions of the IR as Java, with the parentheses that Java needs and no more. */
final class ExpressionEmitter {
  static final int PRIMARY = 16;
  static final int UNARY = 15;
  private static final int CONDITIONAL = 3;

  private final Names names;
  private final @Nullable String workspace;

  /**
   * Emits expressions of one function.
   *
   * @param workspace the name of the workspace parameter; null where the function has none
   */
  ExpressionEmitter(Names names, @Nullable String workspace) {
    this.names = names;
    this.workspace = workspace;
  }

  /** Code and how tightly it binds. */
  private record Piece(CodeBlock code, int precedence) {
    CodeBlock atLeast(int least) {
      return precedence >= least ? code : CodeBlock.of("($L)", code);
    }
  }

  /** The expression where any may stand. */
  CodeBlock emit(Expr expr) {
    return piece(expr).code();
  }

  /** The expression where it is converted to {@code target} by assignment. */
  CodeBlock assigned(Expr expr, Type target) {
    if (expr instanceof Expr.Cast cast
        && cast.type().equals(target)
        && JavaTypes.widens(cast.operand().type(), target)) {
      return emit(cast.operand());
    }
    return emit(expr);
  }

  /** The right side of {@code x op= expr}, for an {@code x} of the operation's own type. */
  CodeBlock compounded(Operator op, Expr expr, Type type) {
    return op == Operator.CONCAT ? emit(expr) : emit(bare(expr, type, type));
  }

  /** The expression as what stands before {@code [index]} or {@code .name}. */
  CodeBlock primary(Expr expr) {
    return piece(expr).atLeast(PRIMARY);
  }

  /** Arguments, separated by commas. */
  CodeBlock arguments(List<Expr> args) {
    return args.stream().map(this::emit).collect(CodeBlock.joining(",$W"));
  }

  private Piece piece(Expr expr) {
    if (expr instanceof Expr.Const constant) {
      return new Piece(Literals.of(constant), Literals.precedence(constant));
    } else if (expr instanceof Expr.Read read) {
      return new Piece(CodeBlock.of("$N", names.of(read.var())), PRIMARY);
    } else if (expr instanceof Expr.Apply apply) {
      return apply(apply);
    } else if (expr instanceof Expr.Cast cast) {
      return cast(cast);
    } else if (expr instanceof Expr.Conditional conditional) {
      return conditional(
          piece(conditional.test()), piece(conditional.then()), piece(conditional.otherwise()));
    } else if (expr instanceof Expr.InstanceOf test) {
      CodeBlock operand = piece(test.operand()).atLeast(Operator.LT.precedence());
      return new Piece(
          CodeBlock.of("$L instanceof $T", operand, JavaTypes.of(test.tested())),
          Operator.LT.precedence());
    } else if (expr instanceof Expr.NewArray array) {
      return newArray(array);
    }
    return new Piece(simple(expr), PRIMARY);
  }

  private CodeBlock simple(Expr expr) {
    if (expr instanceof Expr.Load load) {
      return CodeBlock.of("$L[$L]", primary(load.array()), emit(load.index()));
    } else if (expr instanceof Expr.Length length) {
      return CodeBlock.of("$L.length", primary(length.array()));
    } else if (expr instanceof Expr.StaticField field) {
      return CodeBlock.of("$T.$N", JavaTypes.named(field.owner()), field.name());
    } else if (expr instanceof Expr.Field field) {
      return CodeBlock.of("$L.$L", primary(field.receiver()), field.name());
    } else if (expr instanceof Expr.NewStruct object) {
      CodeBlock made = CodeBlock.of("new $T()", JavaTypes.of(object.type()));
      return object.isShadow() && workspace != null
          ? CodeBlock.of("$N.states.add($L)", workspace, made)
          : made;
    } else if (expr instanceof Expr.CloneArray clone) {
      return workspace == null
          ? CodeBlock.of("$L.clone()", primary(clone.array()))
          : CodeBlock.of("$N.arrays.copy($L)", workspace, emit(clone.array()));
    } else if (expr instanceof Expr.Invoke invoke) {
      return invoke(invoke);
    }
    return TapeCode.of(expr, Objects.requireNonNull(workspace), this::emit);
  }

  private Piece apply(Expr.Apply apply) {
    List<Expr> args = apply.args();
    if (apply.op() instanceof MathOp math) {
      return new Piece(
          CodeBlock.of(
              "$T.$N($L)", JavaTypes.className(math.owner()), math.name(), arguments(args)),
          PRIMARY);
    }
    Operator op = (Operator) apply.op();
    return switch (op) {
      case NEG, COMPLEMENT, NOT -> unary(op, args.get(0));
      case EQUALS ->
          new Piece(
              CodeBlock.of("$L.equals($L)", primary(args.get(0)), emit(args.get(1))), PRIMARY);
      case GUARDED_TIMES -> guarded("times", args);
      case GUARDED_DIVIDE -> guarded("over", args);
      default -> binary(op, args.get(0), args.get(1));
    };
  }

  private Piece unary(Operator op, Expr operand) {
    Piece piece = piece(operand);
    boolean twoSigns = op == Operator.NEG && piece.code().toString().startsWith("-");
    CodeBlock code = piece.atLeast(twoSigns ? PRIMARY : UNARY);
    return new Piece(CodeBlock.of("$L$L", op.symbol(), code), op.precedence());
  }

  private Piece binary(Operator op, Expr left, Expr right) {
    Expr first = left;
    Expr second = right;
    if (promotes(op) && left.type().isNumeric() && right.type().isNumeric()) {
      Type type = left.type();
      second = bare(right, type, left.type());
      first = bare(left, type, second.type());
    }
    boolean associates = op == Operator.AND || op == Operator.OR;
    int precedence = op.precedence();
    return new Piece(
        CodeBlock.of(
            "$L$W$L $L",
            piece(first).atLeast(precedence),
            op.symbol(),
            piece(second).atLeast(associates ? precedence : precedence + 1)),
        precedence);
  }

  /** Whether Java brings both operands to a common type. */
  private static boolean promotes(Operator op) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, REM -> true;
      default -> op.isComparison();
    };
  }

  /** The operand of a cast that Java's own promotion to {@code type} makes superfluous. */
  private static Expr bare(Expr expr, Type type, Type otherOperand) {
    return expr instanceof Expr.Cast cast
            && cast.type() == type
            && JavaTypes.widens(cast.operand().type(), type)
            && JavaTypes.promote(cast.operand().type(), otherOperand) == type
        ? cast.operand()
        : expr;
  }

  /** A product or quotient in which a zero wins over what it is multiplied by. */
  private Piece guarded(String name, List<Expr> args) {
    CodeBlock code =
        CodeBlock.of("$T.$L($L, $L)", RunTime.GUARDS, name, emit(args.get(0)), emit(args.get(1)));
    return new Piece(code, PRIMARY);
  }

  private Piece conditional(Piece test, Piece then, Piece otherwise) {
    return new Piece(
        CodeBlock.of(
            "$L$W? $L$W: $L",
            test.atLeast(CONDITIONAL + 1),
            then.atLeast(CONDITIONAL + 1),
            otherwise.atLeast(CONDITIONAL)),
        CONDITIONAL);
  }

  private Piece cast(Expr.Cast cast) {
    if (cast.type().equals(cast.operand().type())) {
      return piece(cast.operand());
    }
    TypeName type = JavaTypes.of(cast.type());
    int least = type.isPrimitive() ? UNARY : PRIMARY;
    return new Piece(CodeBlock.of("($T) $L", type, piece(cast.operand()).atLeast(least)), UNARY);
  }

  private Piece newArray(Expr.NewArray array) {
    Type leaf = array.type().leaf();
    if (workspace != null && leaf instanceof Type.Primitive) {
      return new Piece(pooled(array, leaf), PRIMARY);
    }
    CodeBlock sizes =
        Stream.concat(
                array.dimensions().stream().map(size -> CodeBlock.of("[$L]", emit(size))),
                Stream.generate(() -> CodeBlock.of("[]"))
                    .limit(array.type().rank() - array.dimensions().size()))
            .collect(CodeBlock.joining(""));
    return new Piece(CodeBlock.of("new $T$L", JavaTypes.of(leaf), sizes), UNARY);
  }

  private CodeBlock pooled(Expr.NewArray array, Type leaf) {
    boolean flat = array.type().rank() == 1;
    boolean matrix = array.type().equals(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));
    CodeBlock sizes = arguments(array.dimensions());
    return flat || (matrix && array.dimensions().size() == 2)
        ? CodeBlock.of("$N.arrays.$Ls($L)", workspace, leaf, sizes)
        : CodeBlock.of(
            "$N.arrays.nested($T.class, $L)", workspace, JavaTypes.of(array.type()), sizes);
  }

  private CodeBlock invoke(Expr.Invoke invoke) {
    List<Expr> args = invoke.args();
    return switch (invoke.invocation()) {
      case STATIC ->
          CodeBlock.of(
              "$T.$N($L)", JavaTypes.className(invoke.owner()), invoke.name(), arguments(args));
      case VIRTUAL ->
          CodeBlock.of(
              "$L.$N($L)",
              primary(args.get(0)),
              invoke.name(),
              arguments(args.subList(1, args.size())));
      case CONSTRUCTOR ->
          CodeBlock.of("new $T($L)", JavaTypes.className(invoke.owner()), arguments(args));
    };
  }
}
