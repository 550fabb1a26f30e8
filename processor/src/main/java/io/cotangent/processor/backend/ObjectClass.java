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
 * @param graph what is taken apart at run time
 * @param changes whether the method changes objects that it is given
 * @param types the declared types of the parameters and the result, as source text, or nothing
 * @param holomorphic whether the result is complex and has a gradient, its complex derivative
 * @param batched whether a class of batched operations calls the nested class
 */
public record ObjectClass(
    DerivativeClass numbers,
    String simpleName,
    boolean isPublic,
    List<Parameter> params,
    List<Integer> wrt,
    Optional<ObjectParts> result,
    Optional<Graph> graph,
    boolean changes,
    List<String> types,
    boolean holomorphic,
    boolean batched) {
  public ObjectClass {
    params = List.copyOf(params);
    wrt = List.copyOf(wrt);
    types = List.copyOf(types);
  }

  /** The same with these declared types. */
  public ObjectClass typed(List<String> declared) {
    return with(declared, holomorphic);
  }

  /** The same with or without a complex gradient. */
  public ObjectClass holomorphic(boolean wanted) {
    return with(types, wanted);
  }

  private ObjectClass with(List<String> declared, boolean complex) {
    return new ObjectClass(
        numbers,
        simpleName,
        isPublic,
        params,
        wrt,
        result,
        graph,
        changes,
        declared,
        complex,
        batched);
  }

  /**
   * A parameter; of a type of numbers or arrays, or an object.
   *
   * @param isHanded whether run time tells what it holds
   * @param isWritten whether the method may write to what it holds
   */
  public record Parameter(
      String name, Type type, Optional<ObjectParts> object, boolean isHanded, boolean isWritten) {}

  /**
   * What is taken apart at run time.
   *
   * @param kinds the classes that are known
   * @param resultType the type of the result
   * @param ofResult whether the result is taken apart, too
   */
  public record Graph(List<GraphKind> kinds, Type resultType, boolean ofResult) {
    public Graph {
      kinds = List.copyOf(kinds);
    }
  }
}
