package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import java.util.Set;

/** References that lead to nothing of the program's: texts, boxed integers, keys of maps. */
final class Keys {
  private static final Set<String> VALUES =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long");

  private static final Set<String> TABLES =
      Set.of("io.cotangent.runtime.KeyTable", "io.cotangent.runtime.Parts");

  /** What an array may be behind. */
  private static final Set<String> ANY =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

  private Keys() {}

  /**
   * Whether a foreign value of this type is no array: a constant of an enum, say. Arrays that such
   * an object holds come out of it only by a field or a method of its own.
   */
  static boolean isObject(Type type) {
    return type instanceof Type.Ref ref && !ANY.contains(ref.name());
  }

  /** Whether the value holds nothing, or came out of a table of keys. */
  static boolean isKey(Expr e) {
    return (e.type() instanceof Type.Ref type && VALUES.contains(type.name())) || isOfTable(e);
  }

  /**
   * Whether a table of keys gives the value, or it is a part of an argument that carries no
   * derivative, or the shadow of such.
   */
  static boolean isOfTable(Expr e) {
    return e instanceof Expr.Invoke call
        && (TABLES.contains(call.owner())
            || (call.owner().equals("io.cotangent.runtime.Trees")
                && call.args().stream().anyMatch(Keys::isOfTable)));
  }
}
