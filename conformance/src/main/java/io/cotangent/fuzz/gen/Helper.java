package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Method;

/**
 * A helper method that calls can be written to.
 *
 * @param method the method
 * @param depthParam the index of the parameter that bounds its recursion, or -1
 */
record Helper(Method method, int depthParam) {}
