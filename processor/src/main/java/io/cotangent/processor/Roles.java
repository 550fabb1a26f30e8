package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** What the parameters and results of the derivative functions of a method mean. */
final class Roles {
  private final Function primal;
  private final Facts facts;

  Roles(Function primal, Facts facts) {
    this.primal = primal;
    this.facts = facts;
  }

  /**
   * The method's parameters.
   *
   * @param updated the arrays that a method without a result writes
   */
  List<Parameter> parameters(List<Integer> updated) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < primal.params().size(); i++) {
      Var p = primal.params().get(i);
      boolean written = facts.writesTo(primal, p);
      parameters.add(new Parameter(p.name(), p.type(), written, updated.contains(i)));
    }
    return parameters;
  }

  Entry jvp(Function jvp) {
    List<Role> params = primals();
    List<Role> results = new ArrayList<>(value());
    active(false).forEach(i -> params.add(new Role(Kind.TANGENT, i)));
    active(true).forEach(i -> params.add(new Role(Kind.TANGENT, i)));
    params
        .subList(primal.params().size(), params.size())
        .sort(java.util.Comparator.comparingInt(Role::param));
    if (givesActive()) {
      results.add(Role.of(Kind.VALUE_TANGENT));
    }
    return new Entry(jvp, params, results);
  }

  Entry recorded(Function recorded) {
    return new Entry(recorded, primals(), value());
  }

  Entry replay(Function replay) {
    List<Role> params = new ArrayList<>();
    List<Role> results = givesActive() ? List.of(Role.of(Kind.VALUE_TANGENT)) : List.of();
    for (int i = 0; i < primal.params().size(); i++) {
      if (isActive(primal.params().get(i))) {
        params.add(new Role(Kind.TANGENT, i));
      }
    }
    return new Entry(replay, params, results);
  }

  /**
   * The joint reverse form.
   *
   * @param seeded the array parameters for whose final contents it takes cotangents
   */
  Entry reverse(Function joint, List<Integer> seeded) {
    List<Role> params = primals();
    active(true).forEach(i -> params.add(new Role(Kind.ADJOINT, i)));
    if (givesActive()) {
      params.add(Role.of(Kind.SEED));
    }
    seeded.forEach(i -> params.add(new Role(Kind.SEED, i)));
    List<Role> results = new ArrayList<>(value());
    active(false).forEach(i -> results.add(new Role(Kind.ADJOINT, i)));
    return new Entry(joint, params, results);
  }

  Entry augmented(Function augmented) {
    List<Role> params = primals();
    active(true).forEach(i -> params.add(new Role(Kind.ADJOINT, i)));
    return new Entry(augmented, params, value());
  }

  Entry pullback(Function pullback) {
    List<Role> params = givesActive() ? List.of(Role.of(Kind.SEED)) : List.of();
    List<Role> results = active(false).stream().map(i -> new Role(Kind.ADJOINT, i)).toList();
    return new Entry(pullback, params, results);
  }

  /** The rows of the Jacobian: after the parameters the number of columns, and a limit. */
  Entry rows(Function rows) {
    List<Role> params = primals();
    params.add(Role.of(Kind.SEED));
    params.add(Role.of(Kind.SEED));
    return new Entry(rows, params, value());
  }

  /** The roles of the forward form of another form, whose own roles are known. */
  Entry tangent(Entry form, Function tangent, Facts about) {
    return new Entry(
        tangent,
        withTangents(form.paramRoles(), form.function().params(), about),
        withTangents(form.resultRoles(), form.function().results(), about));
  }

  private static List<Role> withTangents(List<Role> roles, List<Var> vars, Facts about) {
    List<Role> all = new ArrayList<>(roles);
    for (int i = 0; i < vars.size(); i++) {
      if (about.activity().isActive(vars.get(i))) {
        all.add(new Role(tangentOf(roles.get(i).kind()), roles.get(i).param()));
      }
    }
    return all;
  }

  private static Kind tangentOf(Kind kind) {
    return switch (kind) {
      case PRIMAL -> Kind.TANGENT;
      case ADJOINT -> Kind.ADJOINT_TANGENT;
      case VALUE -> Kind.VALUE_TANGENT;
      case SEED -> Kind.SEED_TANGENT;
      default -> throw new IllegalStateException("no tangent of a " + kind);
    };
  }

  private List<Role> primals() {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < primal.params().size(); i++) {
      roles.add(new Role(Kind.PRIMAL, i));
    }
    return roles;
  }

  private List<Integer> active(boolean arrays) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < primal.params().size(); i++) {
      Var param = primal.params().get(i);
      if (param.type().isArray() == arrays && isActive(param)) {
        indices.add(i);
      }
    }
    return indices;
  }

  private List<Role> value() {
    return primal.results().isEmpty() ? List.of() : List.of(Role.of(Kind.VALUE));
  }

  private boolean givesActive() {
    return primal.results().stream().anyMatch(this::isActive);
  }

  private boolean isActive(Var var) {
    return facts.activity().isActive(var);
  }
}
