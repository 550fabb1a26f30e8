package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.List;

/**
 * What a batch runs for each item.
 *
 * @param type the class whose methods it calls
 * @param names the parameters' names
 * @param types their types
 * @param wrt indices of the parameters to differentiate with respect to, ascending
 * @param components per wrt parameter its component in the gradient
 * @param resultType a number, or an array of rank one
 * @param unknown the index of the parameter that a solution is for, or -1
 * @param exceptions the checked exceptions that an item may throw
 */
record BatchItem(
    ClassName type,
    List<String> names,
    List<Type> types,
    List<Integer> wrt,
    List<String> components,
    Type resultType,
    int unknown,
    List<TypeName> exceptions) {

  /** A method with its derivatives. */
  static BatchItem of(Layout layout) {
    return new BatchItem(
        layout.type,
        layout.params,
        layout.plan.params().stream().map(DerivativeClass.Parameter::type).toList(),
        layout.plan.wrt(),
        layout.components,
        layout.plan.resultType(),
        -1,
        layout.exceptions);
  }

  /** A solution with its derivatives. */
  static BatchItem of(SolutionClass plan, SolutionLayout layout) {
    return new BatchItem(
        layout.type,
        layout.params,
        plan.params().stream().map(DerivativeClass.Parameter::type).toList(),
        plan.theta(),
        layout.components,
        plan.params().get(plan.unknown()).type(),
        plan.unknown(),
        plan.exceptions().stream().<TypeName>map(JavaTypes::className).toList());
  }

  Type paramType(int param) {
    return types.get(param);
  }

  boolean isScalar() {
    return !resultType.isArray();
  }
}
