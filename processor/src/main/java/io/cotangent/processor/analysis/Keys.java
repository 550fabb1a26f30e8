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

  private Keys() {}

  /** Whether the value holds nothing, or came out of a table of keys. */
  static boolean isKey(Expr e) {
    return (e.type() instanceof Type.Ref type && VALUES.contains(type.name())) || isOfTable(e);
  }

  /** Whether a table of keys gives the value, or it is the shadow of such. */
  static boolean isOfTable(Expr e) {
    return e instanceof Expr.Invoke call
        && (call.owner().equals("io.cotangent.runtime.KeyTable")
            || (call.owner().equals("io.cotangent.runtime.Trees")
                && call.args().stream().anyMatch(Keys::isOfTable)));
  }
}
