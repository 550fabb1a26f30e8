package io.cotangent.rules;

import io.cotangent.runtime.RuleHolders;

/** Names the runtime's classes that hold rules, as each compilation with rules leaves a class. */
@RuleHolders({
  "io.cotangent.FiniteDifferenceReverseRules",
  "io.cotangent.FiniteDifferenceRules",
  "io.cotangent.OdeRules",
  "io.cotangent.QuadratureReverseRules",
  "io.cotangent.QuadratureRules",
  "io.cotangent.linalg.CholeskyRules",
  "io.cotangent.linalg.DeterminantRules",
  "io.cotangent.linalg.EigenRules",
  "io.cotangent.linalg.ProductRules",
  "io.cotangent.linalg.ReverseRules",
  "io.cotangent.linalg.SolveRules",
  "io.cotangent.linalg.SvdRules"
})
final class RuntimeRules {}
