package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds objects that something may hold already while they are still being written to. */
final class Made {
  /** The variable to whose object a statement writes, or something else. */
  interface Writes {
    Object of(Stmt s);
  }

  private final Writes writes;
  private final Consumer<Type> no;

  Made(Writes writes, Consumer<Type> no) {
    this.writes = writes;
    this.no = no;
  }

  /**
   * Looks at all objects made in the block: each is to be written to by statements that follow its
   * declaration directly in the same block, before anything else takes hold of it.
   *
   * @param given objects that may be written to besides
   */
  void look(Block block, List<Var> given) {
    Set<Var> fine = new HashSet<>(given);
    ValueRecords.blocks(block, inner -> fine.addAll(madeIn(inner)));
    Walk.statements(
        block,
        s -> {
          if (made(s) && !fine.contains(((Stmt.Declare) s).var())) {
            no.accept(((Stmt.Declare) s).var().type());
          } else if (s instanceof Stmt.Assign a && a.value() instanceof Expr.NewStruct) {
            no.accept(a.var().type());
          } else if (writes.of(s) instanceof Var written && !fine.contains(written)) {
            no.accept(written.type());
          }
        });
  }

  private static boolean made(Stmt s) {
    return s instanceof Stmt.Declare d && d.init() instanceof Expr.NewStruct;
  }

  private Set<Var> madeIn(Block block) {
    Set<Var> fine = new HashSet<>();
    List<Stmt> stmts = block.stmts();
    for (int i = 0; i < stmts.size(); i++) {
      if (made(stmts.get(i)) && isWrittenFirst(((Stmt.Declare) stmts.get(i)).var(), stmts, i + 1)) {
        fine.add(((Stmt.Declare) stmts.get(i)).var());
      }
    }
    return fine;
  }

  private boolean isWrittenFirst(Var var, List<Stmt> stmts, int from) {
    boolean held = false;
    for (Stmt stmt : stmts.subList(from, stmts.size())) {
      if (var.equals(writes.of(stmt))) {
        if (held || isRead(var, new Block(List.of(stmt)), writes)) {
          return false;
        }
      } else {
        held |= isRead(var, new Block(List.of(stmt)), writes);
        if (writesInside(var, stmt) || Walk.allWritten(stmt).contains(var)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean writesInside(Var var, Stmt stmt) {
    boolean[] found = new boolean[1];
    Walk.blocks(stmt).forEach(b -> Walk.statements(b, s -> found[0] |= var.equals(writes.of(s))));
    return found[0];
  }

  /** Whether anything but a write to the object, or a read of its fields, takes the reference. */
  static boolean isRead(Var var, Block block, Writes writes) {
    boolean[] found = new boolean[1];
    Walk.statements(
        block,
        s -> {
          List<Expr> exprs = Walk.exprs(s);
          boolean own = var.equals(writes.of(s));
          for (int i = own ? 1 : 0; i < exprs.size(); i++) {
            found[0] |= takes(exprs.get(i), var);
          }
        });
    return found[0];
  }

  private static boolean takes(Expr e, Var var) {
    if (e instanceof Expr.Read read) {
      return read.var().equals(var);
    }
    if (e instanceof Expr.Field field && field.receiver().equals(var.read())) {
      return false;
    }
    return Walk.children(e).stream().anyMatch(child -> takes(child, var));
  }

  static boolean isAssigned(Var var, Function function) {
    boolean[] found = new boolean[1];
    Walk.statements(function.body(), s -> found[0] |= Walk.written(s).contains(var));
    return found[0];
  }
}
