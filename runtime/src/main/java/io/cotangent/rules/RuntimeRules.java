package io.cotangent.rules;

import io.cotangent.runtime.RuleHolders;

/** Names the runtime's classes that hold rules, as each compilation with rules leaves a class. */
@RuleHolders({
  "io.cotangent.FiniteDifferenceReverseRules io.cotangent.FiniteDifferences",
  "io.cotangent.FiniteDifferenceRules io.cotangent.FiniteDifferenceRules io.cotangent.FiniteDifferences",
  "io.cotangent.OdeReverseRules io.cotangent.Ode",
  "io.cotangent.OdeRules io.cotangent.Ode io.cotangent.OdeRules",
  "io.cotangent.QuadratureReverseRules io.cotangent.Quadrature",
  "io.cotangent.QuadratureRules io.cotangent.Quadrature io.cotangent.QuadratureRules",
  "io.cotangent.linalg.CholeskyRules io.cotangent.linalg.CholeskyRules io.cotangent.linalg.Linalg",
  "io.cotangent.linalg.DeterminantRules io.cotangent.linalg.DeterminantRules io.cotangent.linalg.Linalg",
  "io.cotangent.linalg.EigenRules io.cotangent.linalg.EigenRules io.cotangent.linalg.Linalg",
  "io.cotangent.linalg.ProductRules io.cotangent.linalg.Linalg io.cotangent.linalg.ProductRules",
  "io.cotangent.linalg.ReverseRules io.cotangent.linalg.Linalg",
  "io.cotangent.linalg.SolveRules io.cotangent.linalg.Linalg io.cotangent.linalg.SolveRules",
  "io.cotangent.linalg.SvdRules io.cotangent.linalg.Linalg io.cotangent.linalg.SvdRules"
})
final class RuntimeRules {}
