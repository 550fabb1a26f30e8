package io.cotangent.processor.transform;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits functions that HotSpot would never compile because they have more than 8,000 bytes of
 * bytecode: stretches of a long block become functions of their own. Variables that several
 * stretches share live in arrays that all of them are given.
 */
public final class Split {
  /** The bytes from which on a function is split, with room for what the bound misses. */
  private static final int LIMIT = 6000;

  /** The bytes of one stretch. */
  private static final int CHUNK = 1500;

  private final Function function;
  private final Set<Block> chunks = new LinkedHashSet<>();
  private int count;

  private Split(Function function) {
    this.function = function;
  }

  /** Whether a function keeps variables in arrays that its parts share. */
  public static boolean isInParts(Function function) {
    boolean[] found = new boolean[1];
    Walk.statements(
        function.body(),
        s ->
            found[0] |=
                s instanceof Stmt.Declare d
                    && d.var().type().isArray()
                    && d.var().name().equals(Frames.NAME));
    return found[0];
  }

  /** The functions that do together what the given one does; itself, under its identity, first. */
  public static List<Function> apply(Function function) {
    Function named = function.withBody(new BigExpressions().block(function.body()));
    return ByteCount.of(named.body()) <= LIMIT ? List.of(named) : new Split(named).split();
  }

  private List<Function> split() {
    Block body = cut(function.body(), CHUNK);
    Frames frames = Frames.of(function, body, chunks);
    List<Function> all = new ArrayList<>();
    Block outer = frames.opened(outline(body, frames, all));
    all.add(0, function.withBody(frames.closed(outer, function.results())));
    return all;
  }

  /** Groups the statements of long blocks into chunks, inner blocks first. */
  private Block cut(Block block, int limit) {
    List<Stmt> stmts = new ArrayList<>();
    for (Stmt stmt : block.stmts()) {
      stmts.add(ByteCount.of(stmt) > limit ? cutInside(stmt, limit) : stmt);
    }
    if (size(stmts) <= limit) {
      return new Block(stmts);
    }
    List<Stmt> out = new ArrayList<>();
    List<Stmt> open = new ArrayList<>();
    int openSize = 0;
    for (Stmt stmt : stmts) {
      int weight = weight(stmt);
      if (openSize + weight > limit) {
        close(open, out);
        openSize = 0;
      }
      open.add(stmt);
      openSize += weight;
    }
    close(open, out);
    return new Block(out);
  }

  private void close(List<Stmt> open, List<Stmt> out) {
    boolean worthwhile = size(open) > 200;
    if (worthwhile) {
      Block chunk = new Block(open);
      chunks.add(chunk);
      out.add(new Stmt.Labelled("chunk" + chunks.size(), chunk));
    } else {
      out.addAll(open);
    }
    open.clear();
  }

  private static int size(List<Stmt> stmts) {
    return stmts.stream().mapToInt(Split::weight).sum();
  }

  /** A chunk's own weight is that of the call that replaces it. */
  private static int weight(Stmt stmt) {
    if (stmt instanceof Stmt.Labelled) {
      return 60;
    }
    int inner =
        Walk.blocks(stmt).stream().flatMap(b -> b.stmts().stream()).mapToInt(Split::weight).sum();
    int blocks = Walk.blocks(stmt).stream().mapToInt(ByteCount::of).sum();
    return ByteCount.of(stmt) - blocks + inner;
  }

  private Stmt cutInside(Stmt stmt, int limit) {
    if (stmt instanceof Stmt.If x) {
      return new Stmt.If(x.test(), cut(x.then(), limit), cut(x.otherwise(), limit));
    } else if (stmt instanceof Stmt.While x) {
      return new Stmt.While(x.test(), cut(x.body(), limit));
    } else if (stmt instanceof Stmt.Counted x) {
      Block body = cut(x.body(), limit);
      return new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), body);
    }
    return stmt;
  }

  /** Puts calls in the place of chunks. */
  private Block outline(Block block, Frames frames, List<Function> all) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Labelled chunk) {
        Block body = outline(chunk.body(), frames, all);
        out.add(call(body, frames, all));
      } else if (stmt instanceof Stmt.If x) {
        out.add(
            new Stmt.If(
                x.test(), outline(x.then(), frames, all), outline(x.otherwise(), frames, all)));
      } else if (stmt instanceof Stmt.While x) {
        out.add(new Stmt.While(x.test(), outline(x.body(), frames, all)));
      } else if (stmt instanceof Stmt.Counted x) {
        Block body = outline(x.body(), frames, all);
        out.add(new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), body));
      } else {
        out.add(stmt);
      }
    }
    return new Block(out);
  }

  private Stmt call(Block body, Frames frames, List<Function> all) {
    Block framed = frames.block(body);
    Set<Var> free = new LinkedHashSet<>(Walk.reads(framed));
    Set<Var> own = new HashSet<>();
    Walk.statements(framed, stmt -> own.addAll(Walk.written(stmt)));
    free.removeAll(own);
    List<Var> params = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    java.util.Map<Var, Var> inside = new java.util.HashMap<>();
    for (Var var : free) {
      Var param = new Var(var.name(), var.type());
      inside.put(var, param);
      params.add(param);
      args.add(var.read());
    }
    count++;
    FunctionId id = new FunctionId(function.id().key() + "#part" + count);
    all.add(
        new Function(
            id,
            function.name() + "Part" + count,
            params,
            List.of(),
            new Renaming(inside).block(framed)));
    return new Stmt.Call(List.of(), id, args, Span.NONE);
  }
}
