package io.cotangent.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three annotations that ask for solutions. */
enum SolutionKind {
  FIXED_POINT("FixedPoint", "state", Set.of("AUTO", "PICARD", "ANDERSON", "NEWTON", "BROYDEN")),
  ROOT(
      "Root",
      "unknown",
      Set.of("AUTO", "NEWTON", "BROYDEN", "BISECTION", "CHANDRUPATLA", "LEVENBERG_MARQUARDT")),
  ARGMIN(
      "Argmin",
      "unknown",
      Set.of(
          "AUTO",
          "NEWTON",
          "LBFGS",
          "GRADIENT_DESCENT",
          "LEVENBERG_MARQUARDT",
          "BLOCK_COORDINATE_DESCENT",
          "SQP",
          "PROJECTED_GRADIENT",
          "PROXIMAL_GRADIENT",
          "MIRROR_DESCENT"));

  private static final String PACKAGE = "io.cotangent.";

  /** The annotation's simple name, with which the generated class's name ends. */
  final String suffix;

  /** The annotation's element that names the parameter to solve for. */
  final String unknown;

  private final Set<String> solvers;

  SolutionKind(String suffix, String unknown, Set<String> solvers) {
    this.suffix = suffix;
    this.unknown = unknown;
    this.solvers = solvers;
  }

  /** The annotation's name. */
  String annotation() {
    return PACKAGE + suffix;
  }

  /** The names of all three. */
  static List<String> annotations() {
    return java.util.Arrays.stream(values()).map(SolutionKind::annotation).toList();
  }

  /** The kind that this annotation asks for. */
  static Optional<SolutionKind> of(String annotation) {
    return java.util.Arrays.stream(values())
        .filter(kind -> kind.annotation().equals(annotation))
        .findFirst();
  }

  /** Whether this solver is for this kind. */
  boolean isSolvedBy(String solver) {
    return solvers.contains(solver);
  }

  /** The solvers for this kind, for messages. */
  String solvers() {
    return String.join(", ", new java.util.TreeSet<>(solvers));
  }
}
