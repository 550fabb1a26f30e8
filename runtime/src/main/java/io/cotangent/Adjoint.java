package io.cotangent;

/** How the linear system of a solution's derivative is solved. */
public enum Adjoint {
  /** Chosen by the size and symmetry of the system, changed where the residual says so. */
  AUTO,
  /** The Neumann series: two-phase reverse accumulation. */
  NEUMANN,
  /** The Neumann iteration with Anderson acceleration. */
  ANDERSON,
  /** The generalised minimal residual method. */
  GMRES,
  /** The stabilised biconjugate gradient method. */
  BICGSTAB,
  /** Conjugate gradients, for symmetric positive definite systems. */
  CG,
  /** The minimal residual method, for symmetric systems. */
  MINRES,
  /** Least squares: the solution of least norm where there are several. */
  LSMR,
  /** A dense factorisation: Cholesky, LDLᵀ or LU by the system's symmetry. */
  DIRECT
}
