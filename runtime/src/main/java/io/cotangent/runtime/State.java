package io.cotangent.runtime;

/** An object of generated code that holds what an object of the user's holds, or its adjoints. */
public interface State {

  /** Sets its own numbers to zero; what it refers to is left alone. */
  void clear();
}
