package io.cotangent.processor;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A method without a result: its derivatives are those of the arrays that it writes, by their
 * contents on entry and by the parameters that the user chose.
 *
 * @param written indices of the arrays of numbers that the method writes; none where it has a
 *     result
 */
record InPlace(List<Integer> written) {

  /** A method with a result. */
  static final InPlace NOT = new InPlace(List.of());

  static InPlace of(Program program, FunctionId entry) {
    Function function = program.get(entry);
    if (!function.results().isEmpty()) {
      return NOT;
    }
    Facts facts = Facts.of(program, function, List.of(), List.of(), List.of());
    List<Integer> written = new ArrayList<>();
    for (int i = 0; i < function.params().size(); i++) {
      Var param = function.params().get(i);
      if (carries(param) && facts.writesTo(function, param)) {
        written.add(i);
      }
    }
    return new InPlace(List.copyOf(written));
  }

  private static boolean carries(Var param) {
    return param.type().isArray() && param.type().carriesDerivative();
  }

  /** The program, its entry's parameters keeping to the end the arrays that they were given. */
  static Program settled(Program program, FunctionId entry) {
    Function function = program.get(entry);
    if (!function.results().isEmpty()) {
      return program;
    }
    Set<Var> assigned = new HashSet<>();
    Walk.statements(function.body(), stmt -> assigned.addAll(Walk.written(stmt)));
    List<Var> params = new ArrayList<>();
    List<Stmt> body = new ArrayList<>();
    for (Var param : function.params()) {
      boolean keeps = !carries(param) || !assigned.contains(param);
      Var given = keeps ? param : new Var(param.name(), param.type());
      params.add(given);
      if (!keeps) {
        body.add(new Stmt.Declare(param, given.read()));
      }
    }
    body.addAll(function.body().stmts());
    Function settled = new Function(entry, function.name(), params, List.of(), new Block(body));
    Map<FunctionId, Function> all = new LinkedHashMap<>(program.functions());
    all.put(entry, settled);
    return program.with(all);
  }

  /** All that is differentiated by: what the user chose, and the arrays that are written. */
  List<Integer> differentiated(List<Integer> wrt) {
    Set<Integer> all = new TreeSet<>(wrt);
    all.addAll(written);
    return List.copyOf(all);
  }

  /** What the derivatives are of. */
  List<Var> outputs(Function entry) {
    return written.isEmpty() ? entry.results() : written.stream().map(entry.params()::get).toList();
  }

  /**
   * The arrays whose cotangents a reverse form has to be given after its forward sweep: those of a
   * method that puts other rows in one of them, since the cotangents are of the rows as they are
   * then, or that copies an array, since the forward sweep then copies its shadow, which must be
   * zero. Other arrays are given their cotangents as their shadows.
   */
  List<Integer> seeded(Facts facts, Function entry, List<Integer> wrt) {
    if (!entry.results().isEmpty()
        || !(copies(facts) || entry.params().stream().anyMatch(p -> movesRows(facts, entry, p)))) {
      return List.of();
    }
    List<Integer> seeded = new ArrayList<>();
    for (int i : differentiated(wrt)) {
      Var param = entry.params().get(i);
      if (facts.activity().isActive(param) && carries(param) && facts.writesTo(entry, param)) {
        seeded.add(i);
      }
    }
    return seeded;
  }

  private static boolean copies(Facts facts) {
    boolean[] copies = new boolean[1];
    for (Function function : facts.program().functions().values()) {
      Walk.expressions(
          function.body(),
          e ->
              copies[0] |=
                  e instanceof Expr.CloneArray copy && facts.activity().isActive(copy.array()));
    }
    return copies[0];
  }

  private static boolean movesRows(Facts facts, Function entry, Var param) {
    Aliasing.Node node = facts.aliasing().classOf(param);
    Type type = param.type();
    boolean moves = false;
    for (; carries(param) && type.rank() > 1; type = ((Type.Array) type).element()) {
      moves |= facts.writes().of(entry.id()).contains(facts.aliasing().find(node));
      node = facts.aliasing().element(node);
    }
    return moves;
  }
}
