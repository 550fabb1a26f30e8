package io.cotangent.processor.backend;

import java.util.List;

/**
 * A generated class with the solution of a method of objects: it takes objects apart, and calls the
 * class with the solution of the method of numbers.
 *
 * @param numbers the class that is called
 * @param simpleName this class's name
 * @param isPublic whether it is public
 * @param params the user's parameters
 * @param unknown the index of the one to solve for
 * @param theta indices of the others that carry derivatives, ascending
 */
public record SolutionObjects(
    SolutionClass numbers,
    String simpleName,
    boolean isPublic,
    List<ObjectClass.Parameter> params,
    int unknown,
    List<Integer> theta) {
  public SolutionObjects {
    params = List.copyOf(params);
    theta = List.copyOf(theta);
  }
}
