package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.InverseForms;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.DerivativeClass.Steps;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.InverseProgram;
import io.cotangent.processor.transform.LostValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Inverse mode of a method: its functions with their roles, or what is in the way.
 *
 * @param callees what the forms call
 * @param taped those of all these that take a workspace
 */
record Inversion(
    InverseForms forms, List<Function> callees, Set<FunctionId> taped, List<Problem> problems) {

  static Inversion of(Facts facts, Function entry, List<Var> inputs) {
    try {
      return InverseProgram.of(facts, entry, inputs)
          .map(program -> of(program, entry, inputs))
          .orElseGet(() -> none(List.of()));
    } catch (LostValues lost) {
      String names = String.join(" and ", lost.names().stream().map(n -> "'" + n + "'").toList());
      return none(List.of(Problem.of(ProblemKind.INVERSE_LOSS, lost.span(), names)));
    }
  }

  private static Inversion none(List<Problem> problems) {
    return new Inversion(new InverseForms(Optional.empty()), List.of(), Set.of(), problems);
  }

  private static Inversion of(InverseProgram program, Function entry, List<Var> inputs) {
    List<Role> primals = new ArrayList<>();
    for (int i = 0; i < entry.params().size(); i++) {
      primals.add(new Role(Kind.PRIMAL, i));
    }
    List<Role> params = new ArrayList<>(primals);
    List<Role> arrays = new ArrayList<>();
    List<Role> scalars = new ArrayList<>();
    for (Var input : inputs) {
      int index = entry.params().indexOf(input);
      params.add(new Role(Kind.TANGENT, index));
      (input.type().isArray() ? arrays : scalars).add(new Role(Kind.ADJOINT, index));
    }
    Role result = Role.of(Kind.VALUE_TANGENT);
    List<Role> reverse = new ArrayList<>(params);
    reverse.addAll(arrays);
    reverse.add(Role.of(Kind.SEED));
    List<Role> back = new ArrayList<>(List.of(result));
    back.addAll(scalars);
    Steps steps =
        new Steps(
            new Entry(program.transposed(), params, List.of(result)),
            new Entry(program.plain().joint(), reverse, back),
            new Entry(program.logarithm(), primals, List.of(Role.of(Kind.VALUE))),
            program.inverse().map(f -> inverse(f, primals, inputs, entry)));
    Set<FunctionId> taped = new LinkedHashSet<>(program.plain().taped());
    program.inverse().ifPresent(f -> taped.add(f.id()));
    List<Function> callees = new ArrayList<>(program.callees());
    callees.addAll(program.plain().callees());
    return new Inversion(new InverseForms(Optional.of(steps)), callees, taped, List.of());
  }

  private static Entry inverse(
      Function form, List<Role> primals, List<Var> inputs, Function entry) {
    List<Role> params = new ArrayList<>(primals);
    params.add(Role.of(Kind.SEED));
    List<Role> results = new ArrayList<>();
    inputs.forEach(v -> results.add(new Role(Kind.ADJOINT, entry.params().indexOf(v))));
    return new Entry(form, params, results);
  }
}
