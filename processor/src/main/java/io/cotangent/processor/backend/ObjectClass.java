package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * What a generated class holds whose method takes or gives objects: the derivatives of the same
 * method of numbers and arrays, and how objects are taken apart into these and put together again.
 *
 * @param numbers the derivatives of the method of numbers, as a nested class
 * @param simpleName the class's name
 * @param isPublic whether it is public
 * @param params the method's parameters
 * @param wrt indices of the parameters to differentiate with respect to, ascending
 * @param result the result, taken apart, if it is an object
 * @param changes whether the method changes objects that it is given
 * @param holomorphic whether the result is complex and has a gradient, its complex derivative
 */
public record ObjectClass(
    DerivativeClass numbers,
    String simpleName,
    boolean isPublic,
    List<Parameter> params,
    List<Integer> wrt,
    Optional<ObjectParts> result,
    boolean changes,
    boolean holomorphic) {
  public ObjectClass {
    params = List.copyOf(params);
    wrt = List.copyOf(wrt);
  }

  /** The same with or without a complex gradient. */
  public ObjectClass holomorphic(boolean wanted) {
    return new ObjectClass(numbers, simpleName, isPublic, params, wrt, result, changes, wanted);
  }

  /** A parameter; of a type of numbers or arrays, or an object. */
  public record Parameter(String name, Type type, Optional<ObjectParts> object) {}
}
