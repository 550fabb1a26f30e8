package io.cotangent.fuzz.ast;

import java.util.List;

/**
 * A static method of a random program.
 *
 * @param id its identity within the program (overloads share a name, not an id)
 * @param owner the simple name of its class
 * @param name its Java name
 * @param result its result type
 * @param params its parameters
 * @param varargs whether the last parameter is of variable arity
 * @param body its statements
 */
public record Method(
    String id,
    String owner,
    String name,
    Ty result,
    List<Param> params,
    boolean varargs,
    List<Stmt> body) {

  /** A parameter. */
  public record Param(Ty ty, String name) {}

  /** The same method with other statements. */
  public Method withBody(List<Stmt> newBody) {
    return new Method(id, owner, name, result, params, varargs, newBody);
  }
}
