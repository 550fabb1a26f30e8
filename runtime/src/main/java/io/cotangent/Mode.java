package io.cotangent;

/** Which derivative a rule of {@link DerivativeOf} computes. */
public enum Mode {
  /** The tangent of the result, from the tangents of the parameters: forward mode. */
  JVP,
  /** The cotangents of the parameters, from the cotangent of the result: reverse mode. */
  VJP
}
