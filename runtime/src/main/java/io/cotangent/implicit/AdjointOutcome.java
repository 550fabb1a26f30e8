package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Status;

/**
 * The gradient of a solution, and how far it can be trusted.
 *
 * @param gradient with respect to the parameters; NaN where it was not found
 * @param status how it ended
 * @param solver which solver was used
 * @param iterations how many iterations it made
 * @param residual the Euclidean norm of the linear system's residual
 * @param errorBound an a-posteriori bound on the Euclidean norm of the gradient's error
 */
public record AdjointOutcome(
    double[] gradient,
    Status status,
    Adjoint solver,
    int iterations,
    double residual,
    double errorBound) {}
