package io.cotangent.processor.backend;

import java.util.Set;

/** The names that the contract and the workspace take in a generated class. */
final class ReservedNames {
  static final Set<String> METHODS =
      Set.of(
          "gradient",
          "valueAndGradient",
          "jvp",
          "valueAndJvp",
          "vjp",
          "pullback",
          "pushforward",
          "jacobian",
          "jacobianForward",
          "jacobianReverse",
          "hvp",
          "hessian",
          "function",
          "ijvp",
          "ivjp",
          "inverse",
          "logAbsDetJacobian",
          "yield",
          "apply",
          "value",
          "dimension",
          "order");
  static final Set<String> TYPES =
      Set.of(
          "Gradient",
          "ValueAndGradient",
          "ValueAndTangent",
          "Workspace",
          "Pullback",
          "Pushforward",
          "Objective");
  static final Set<String> FIELDS =
      Set.of(
          "states",
          "tape",
          "arrays",
          "primals",
          "tangents",
          "adjoints",
          "adjointTangents",
          "spines",
          "shared",
          "partners");

  private ReservedNames() {}
}
