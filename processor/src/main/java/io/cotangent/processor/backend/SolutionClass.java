package io.cotangent.processor.backend;

import io.cotangent.processor.backend.DerivativeClass.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * What a generated class with a solution and its derivatives holds.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its name
 * @param isPublic whether it is public
 * @param kind what is solved
 * @param sourceClass canonical name of the class with the method
 * @param sourceMethod the method's name
 * @param hasReceiver whether the method is an instance method; its first parameter is then the
 *     receiver
 * @param params the method's parameters
 * @param unknown the index of the one to solve for
 * @param theta indices of the others that carry derivatives, ascending
 * @param settings what the annotation says about solvers
 * @param first the class with the derivatives of the method, or of the Lagrangian
 * @param second the class with their derivatives: of the weighted method, or of the slope
 * @param alone the class with the derivatives of the first with respect to the unknown alone
 * @param equality the method of the equality constraint
 * @param inequality the method of the inequality constraint
 * @param step the derivatives of the projection or proximal step
 * @param squares the further classes for least squares
 * @param preconditioner the class with the derivatives of the preconditioner, or empty
 * @param bounds the indices of the parameters with lower and upper bounds, or none
 * @param exceptions canonical names of the checked exceptions that the method declares
 */
public record SolutionClass(
    String packageName,
    String simpleName,
    boolean isPublic,
    Kind kind,
    String sourceClass,
    String sourceMethod,
    boolean hasReceiver,
    List<Parameter> params,
    int unknown,
    List<Integer> theta,
    Settings settings,
    String first,
    String second,
    String alone,
    Optional<Constraint> equality,
    Optional<Constraint> inequality,
    Optional<Step> step,
    Optional<Squares> squares,
    String preconditioner,
    List<Integer> bounds,
    List<String> exceptions) {
  /** Copies the lists. */
  public SolutionClass {
    params = List.copyOf(params);
    theta = List.copyOf(theta);
    bounds = List.copyOf(bounds);
    exceptions = List.copyOf(exceptions);
  }

  /** The same with further classes for least squares. */
  public SolutionClass with(Squares further) {
    return with(Optional.of(further), preconditioner);
  }

  /** The same with a preconditioner. */
  public SolutionClass preconditionedBy(String name) {
    return with(squares, name);
  }

  private SolutionClass with(Optional<Squares> further, String name) {
    return new SolutionClass(
        packageName,
        simpleName,
        isPublic,
        kind,
        sourceClass,
        sourceMethod,
        hasReceiver,
        params,
        unknown,
        theta,
        settings,
        first,
        second,
        alone,
        equality,
        inequality,
        step,
        further,
        name,
        bounds,
        exceptions);
  }

  /** Whether the solution has multipliers. */
  public boolean isConstrained() {
    return equality.isPresent() || inequality.isPresent();
  }

  /** Whether the optimal value is known: it is not beside a function known by its step alone. */
  public boolean hasValue() {
    return kind == Kind.ARGMIN && step.filter(Step::isProximal).isEmpty();
  }

  /** Whether a call of the method at the solution is the optimal value and leaves no trace. */
  boolean isObjectiveKnown() {
    return hasValue()
        && !hasReceiver
        && squares.isEmpty()
        && params.stream().noneMatch(Parameter::written);
  }

  /** What is solved. */
  public enum Kind {
    FIXED_POINT,
    ROOT,
    ARGMIN
  }

  /** A constraint's method, which takes the objective's parameters. */
  public record Constraint(String method, boolean isArray, boolean isStatic) {}

  /**
   * The classes with the derivatives of a projection or proximal step.
   *
   * @param alone that with respect to the unknown and the step's length alone, if there is one
   */
  public record Step(String map, String weighted, Optional<String> alone, boolean isProximal) {}

  /**
   * The further classes for least squares: the map of the residuals, and for roots the derivatives
   * of half the sum of their squares.
   *
   * @param isSquare whether there may be as many residuals as unknowns
   */
  public record Squares(String map, String first, String second, boolean isSquare) {}

  /** What the annotation says about solvers; enum constants by name. */
  public record Settings(
      double tolerance,
      double adjointTolerance,
      int maxIterations,
      String solver,
      String adjoint,
      String derivative,
      int terms,
      double ridge) {}
}
