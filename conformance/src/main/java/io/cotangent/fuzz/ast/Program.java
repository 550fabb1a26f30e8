package io.cotangent.fuzz.ast;

import java.util.List;

/**
 * A random program: one differentiable method and the helpers it calls.
 *
 * @param seed the seed that produced it
 * @param name the simple name of its class
 * @param main the differentiable method
 * @param wrt the indices of the parameters to differentiate with respect to, ascending
 * @param explicitWrt whether the annotation names them
 * @param order 1 or 2
 * @param helpers the methods it may call, in this class or in {@link #helperClass}
 * @param batching how it is batched, or null where it is not
 */
public record Program(
    long seed,
    String name,
    Method main,
    List<Integer> wrt,
    boolean explicitWrt,
    int order,
    List<Method> helpers,
    Batching batching) {
  /** The package of every random program. */
  public static final String PACKAGE = "programs";

  /** Whether what is batched is a method that takes the parameters in a record. */
  public boolean takesRecord() {
    return batching != null && seed % 3 == 1 && !explicitWrt;
  }

  /** The name of the class that holds the helpers kept in another source file. */
  public String helperClass() {
    return name + "Helpers";
  }

  /** The helper with an id. */
  public Method helper(String id) {
    for (Method m : helpers) {
      if (m.id().equals(id)) {
        return m;
      }
    }
    throw new IllegalArgumentException(id);
  }

  /** The same program with other methods. */
  public Program with(Method newMain, List<Method> newHelpers) {
    return new Program(seed, name, newMain, wrt, explicitWrt, order, newHelpers, batching);
  }

  /** The same program, batched in another way. */
  public Program with(Batching other) {
    return new Program(seed, name, main, wrt, explicitWrt, order, helpers, other);
  }

  /** The same program with classes of another name. */
  public Program named(String newName) {
    return new Program(
        seed,
        newName,
        owned(main, newName),
        wrt,
        explicitWrt,
        order,
        helpers.stream().map(m -> owned(m, newName)).toList(),
        batching);
  }

  private Method owned(Method m, String newName) {
    String owner = m.owner().equals(name) ? newName : newName + "Helpers";
    return new Method(m.id(), owner, m.name(), m.result(), m.params(), m.varargs(), m.body());
  }
}
