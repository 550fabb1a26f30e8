package io.cotangent.processor;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.InverseForms;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.transform.Declarations;
import io.cotangent.processor.transform.MergeEqual;
import io.cotangent.processor.transform.Segments;
import io.cotangent.processor.transform.Split;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The last passes, over all functions of a class together.
 *
 * @param forms the forms as they are written
 * @param inverse those of inverse mode
 * @param helpers what they call, each function once
 * @param taped the functions that take a workspace
 */
record Finished(
    Forms forms, Optional<InverseForms> inverse, List<Function> helpers, Set<FunctionId> taped) {

  /**
   * The finished functions.
   *
   * @param segments whether loops may have stretches of the tape; batches have tapes of their own
   */
  static Finished of(
      Forms forms,
      Optional<InverseForms> inverse,
      List<Function> helpers,
      Set<FunctionId> taped,
      boolean segments) {
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    Set<FunctionId> roots = new LinkedHashSet<>();
    Stream.concat(entries(forms), inverse.stream().flatMap(InverseForms::entries))
        .forEach(
            entry -> {
              all.put(entry.function().id(), entry.function());
              roots.add(entry.function().id());
            });
    helpers.forEach(f -> all.putIfAbsent(f.id(), f));
    Set<FunctionId> allTaped = new LinkedHashSet<>(taped);
    Program stacked = new Program(all);
    Program whole = segments ? Segments.apply(stacked, taped) : stacked;
    Program merged = split(MergeEqual.apply(whole, roots), allTaped);
    Entry vjp = forms.vjp();
    Entry rows = forms.rows();
    Entry second = forms.reverseTangent();
    Forms finished =
        new Forms(
            with(forms.jvp(), merged),
            with(forms.recorded(), merged),
            with(forms.replay(), merged),
            with(forms.reverse(), merged),
            with(forms.augmented(), merged),
            with(forms.pullback(), merged),
            vjp == null ? null : with(vjp, merged),
            rows == null ? null : with(rows, merged),
            second == null ? null : with(second, merged));
    Optional<InverseForms> inverted = inverse.map(i -> i.with(entry -> with(entry, merged)));
    return new Finished(finished, inverted, reached(merged, roots), allTaped);
  }

  private static Program split(Program program, Set<FunctionId> taped) {
    Map<FunctionId, Function> parts = new LinkedHashMap<>();
    for (Function function : program.functions().values()) {
      for (Function part : Split.apply(Declarations.settle(function))) {
        parts.put(part.id(), part);
        if (taped.contains(function.id())) {
          taped.add(part.id());
        }
      }
    }
    return new Program(parts);
  }

  private static Stream<Entry> entries(Forms forms) {
    return Stream.of(
            forms.jvp(),
            forms.recorded(),
            forms.replay(),
            forms.reverse(),
            forms.augmented(),
            forms.pullback(),
            forms.vjp(),
            forms.rows(),
            forms.reverseTangent())
        .filter(entry -> entry != null);
  }

  private static Entry with(Entry entry, Program program) {
    return new Entry(program.get(entry.function().id()), entry.paramRoles(), entry.resultRoles());
  }

  private static List<Function> reached(Program program, Set<FunctionId> roots) {
    Set<FunctionId> seen = new LinkedHashSet<>();
    Deque<FunctionId> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      FunctionId id = open.removeFirst();
      if (seen.add(id)) {
        Walk.statements(
            program.get(id).body(),
            stmt -> {
              if (stmt instanceof Stmt.Call call) {
                open.addLast(call.callee());
              }
            });
      }
    }
    seen.removeAll(roots);
    return new ArrayList<>(seen.stream().map(program::get).toList());
  }
}
