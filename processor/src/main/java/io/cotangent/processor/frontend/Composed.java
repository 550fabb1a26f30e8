package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * A method whose generated class other differentiable methods may call and differentiate: of
 * numbers and arrays of them, and its source in this compilation.
 *
 * @param owner the generated class's full name
 * @param method the method
 * @param params the parameters of its methods, the receiver counted
 * @param carrying indices of those that carry derivatives
 * @param wrt indices of those that the class differentiates by
 * @param result the type of its value
 * @param weighted whether it is not the method itself that is meant but the sum of its result's
 *     entries times weights, its last parameter
 */
public record Composed(
    String owner,
    ExecutableElement method,
    List<Var> params,
    List<Integer> carrying,
    List<Integer> wrt,
    Type result,
    boolean weighted) {
  public Composed {
    params = List.copyOf(params);
    carrying = List.copyOf(carrying);
    wrt = List.copyOf(wrt);
  }

  /**
   * What others may ask of a method's class.
   *
   * @param owner the generated class's full name
   * @param wrt indices of the parameters that it differentiates by, the receiver counted
   * @param takenApart whether some parameter is an object of numbers
   */
  public static Optional<Composed> of(
      String owner, ExecutableElement method, List<Integer> wrt, boolean takenApart) {
    Type result = ElementTypes.of(method.getReturnType());
    if (takenApart || wrt.isEmpty() || result.leaf() != Type.DOUBLE) {
      return Optional.empty();
    }
    List<Var> params = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      params.add(new Var("self", ElementTypes.of(ElementTypes.owner(method).asType())));
    }
    for (VariableElement param : method.getParameters()) {
      params.add(new Var(param.getSimpleName().toString(), ElementTypes.of(param.asType())));
    }
    List<Integer> carrying = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).type().carriesDerivative()) {
        carrying.add(i);
      }
    }
    return Optional.of(new Composed(owner, method, params, carrying, wrt, result, false));
  }

  /** Whether the class differentiates by all that carries a derivative. */
  boolean isWhole() {
    return carrying.equals(wrt);
  }

  /** The sum of the result's entries times weights. */
  public Composed summed() {
    List<Var> more = new ArrayList<>(params);
    more.add(new Var("weights", result));
    List<Integer> all = new ArrayList<>(carrying);
    all.add(params.size());
    return new Composed(owner, method, more, all, wrt, Type.DOUBLE, true);
  }

  /** Its class of derivatives along some directions. */
  Companion companion(int directions) {
    return new Companion(owner, weighted, directions);
  }

  /**
   * The class of derivatives of a method's derivative along directions of all parameters that carry
   * one: {@code D^k f(x)[v_1, …, v_k]}, with respect to {@code x}.
   *
   * @param of the generated class of the method
   * @param weighted whether its result's entries are weighted and added up
   * @param directions how many
   */
  public record Companion(String of, boolean weighted, int directions) {
    /** Its full name. */
    public String name() {
      return of + (weighted ? "Weighted" : "") + "Along" + directions;
    }
  }
}
