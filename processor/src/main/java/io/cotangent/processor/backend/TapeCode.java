package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.function.Function;

/** What is read from a workspace's tape, in Java. */
final class TapeCode {
  private static final Type OBJECT = new Type.Ref("java.lang.Object");

  private TapeCode() {}

  static CodeBlock of(Expr expr, String workspace, Function<Expr, CodeBlock> emit) {
    if (expr instanceof Expr.Next next) {
      return cast(next.slot(), CodeBlock.of("$N.tape.next$L()", workspace, kind(next.slot())));
    } else if (expr instanceof Expr.Pop pop) {
      return cast(pop.slot(), CodeBlock.of("$N.tape.pop$L()", workspace, kind(pop.slot())));
    } else if (expr instanceof Expr.Kept kept) {
      String name = Names.decapitalized(kind(kept.slot()));
      CodeBlock place = emit.apply(kept.place());
      return cast(kept.slot(), CodeBlock.of("$N.tape.$LAt($L)", workspace, name, place));
    } else if (expr instanceof Expr.Segment segment) {
      String stack = segment.slot().type().isFloating() ? "Doubles" : "Ints";
      String how = segment.made() ? "reserve" : "release";
      return CodeBlock.of("$N.tape.$L$L($L)", workspace, how, stack, emit.apply(segment.count()));
    }
    throw new IllegalStateException("not in normal form: " + expr);
  }

  /** The name of a value's kind in the tape's methods. */
  private static String kind(Var slot) {
    if (!(slot.type() instanceof Type.Primitive type)) {
      return "Object";
    }
    return isNarrow(type) ? "Int" : Names.capitalized(type.toString());
  }

  private static boolean isNarrow(Type.Primitive type) {
    return type == Type.Primitive.BYTE
        || type == Type.Primitive.SHORT
        || type == Type.Primitive.CHAR;
  }

  private static CodeBlock cast(Var slot, CodeBlock value) {
    boolean needed =
        slot.type() instanceof Type.Primitive type ? isNarrow(type) : !slot.type().equals(OBJECT);
    return needed ? CodeBlock.of("($T) $L", JavaTypes.of(slot.type()), value) : value;
  }
}
