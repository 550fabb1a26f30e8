package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;

/** Raw IR as text for the messages of tests. */
final class RawPrinter {
  private RawPrinter() {}

  static String print(LoweredProgram program) {
    StringBuilder out = new StringBuilder();
    program
        .functions()
        .forEach(
            (id, lowered) -> {
              out.append(id).append(lowered.function().params()).append('\n');
              print(lowered.function().body(), "  ", out);
            });
    return out.toString();
  }

  private static void print(Block block, String indent, StringBuilder out) {
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Mark mark) {
        out.append(indent).append("// ").append(mark.line()).append('\n');
        continue;
      }
      String text = stmt.toString().replaceAll("Block\\[stmts=\\[.*", "");
      out.append(indent).append(text).append('\n');
      Walk.blocks(stmt).forEach(inner -> print(inner, indent + "  | ", out));
    }
  }
}
