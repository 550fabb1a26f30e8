package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Equations from a generated function of unknowns and parameters: {@code F} itself, or {@code f -
 * z}.
 *
 * @param function {@code F}, or {@code f} of a fixed point
 * @param weighted {@code ⟨w, F⟩} as a function of the same array followed by {@code w}
 * @param arrangement where unknowns and parameters stand in that array
 * @param fixedPoint whether {@code F} is {@code f - z}
 * @param bound the same function of the unknowns alone, where the parameters are always the same
 */
public record VectorEquations(
    VectorFunction function,
    Supplier<ScalarFunction> weighted,
    Arrangement arrangement,
    boolean fixedPoint,
    Optional<UnknownsMap> bound)
    implements Equations {

  /**
   * Equations whose parameters may change.
   *
   * @param function {@code F}, or {@code f} of a fixed point
   * @param weighted {@code ⟨w, F⟩} as a function of the same array followed by {@code w}
   * @param arrangement where unknowns and parameters stand in that array
   * @param fixedPoint whether {@code F} is {@code f - z}
   */
  public VectorEquations(
      VectorFunction function,
      Supplier<ScalarFunction> weighted,
      Arrangement arrangement,
      boolean fixedPoint) {
    this(function, weighted, arrangement, fixedPoint, Optional.empty());
  }

  /**
   * One equation for one unknown.
   *
   * @param function {@code F}, or {@code f} of a fixed point
   * @param weighted {@code w F} as a function of the same array followed by {@code w}
   * @param arrangement where unknown and parameters stand in that array
   * @param fixedPoint whether {@code F} is {@code f - z}
   */
  public VectorEquations(
      ScalarFunction function,
      Supplier<ScalarFunction> weighted,
      Arrangement arrangement,
      boolean fixedPoint) {
    this(new OneNumber(function), weighted, arrangement, fixedPoint);
  }

  /**
   * The same for parameters that don't change.
   *
   * @param map the function of the unknowns alone
   * @return equations whose {@code theta} is always that of {@code map}
   */
  public VectorEquations bound(UnknownsMap map) {
    return new VectorEquations(function, weighted, arrangement, fixedPoint, Optional.of(map));
  }

  /**
   * The same for one equation.
   *
   * @param map the function of the unknown alone
   * @return equations whose {@code theta} is always that of {@code map}
   */
  public VectorEquations bound(ScalarFunction map) {
    return bound(new OneNumber(map));
  }

  @Override
  public int unknowns() {
    return arrangement.unknowns();
  }

  @Override
  public int parameters() {
    return arrangement.parameters();
  }

  /**
   * Evaluates the function.
   *
   * @param z the unknowns
   * @param theta the parameters
   * @param out overwritten with {@code F}, or {@code f} of a fixed point
   */
  void value(double[] z, double[] theta, double[] out) {
    map(theta).value(z, out);
  }

  private UnknownsMap map(double[] theta) {
    // Called in every iteration: a lambda here would be an object each time.
    return bound.isPresent() ? bound.get() : new JoinedMap(function, arrangement, theta);
  }

  @Override
  public void residual(double[] z, double[] theta, double[] out) {
    value(z, theta, out);
    if (fixedPoint) {
      Vectors.add(out, -1, z);
    }
  }

  @Override
  public Linearisation at(double[] z, double[] theta) {
    return new AtPoint(z.clone(), bound.isPresent() ? theta : theta.clone());
  }

  /** The derivatives at a point. Products are with the unknowns' map, made when first wanted. */
  private final class AtPoint implements Linearisation, LinearOperator {
    private final double[] z;
    private final double[] theta;
    private VectorMap forward;
    private VectorMap reverse;

    AtPoint(double[] z, double[] theta) {
      this.z = z;
      this.theta = theta;
      UnknownsMap map = map(theta);
      forward =
          (x, out) -> {
            forward = map.pushforward(z);
            forward.apply(x, out);
          };
      reverse =
          (x, out) -> {
            reverse = map.pullback(z);
            reverse.apply(x, out);
          };
    }

    private double[] point() {
      return arrangement.join(z, theta);
    }

    @Override
    public LinearOperator matrix() {
      return this;
    }

    @Override
    public boolean symmetric() {
      return false;
    }

    @Override
    public int size() {
      return unknowns();
    }

    @Override
    public void apply(double[] x, double[] out) {
      forward.apply(x, out);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] out) {
      reverse.apply(x, out);
      if (fixedPoint) {
        Vectors.add(out, -1, x);
      }
    }

    @Override
    public void alongParameters(double[] thetaDot, double[] out) {
      double[] direction = arrangement.join(new double[unknowns()], thetaDot);
      Vectors.copy(function.jvp(point(), direction), out);
    }

    @Override
    public void toParameters(double[] w, double[] out) {
      arrangement.parameters(function.vjp(point(), w), out);
    }

    @Override
    public void curvature(
        double[] w, double[] zDot, double[] thetaDot, double[] zOut, double[] thetaOut) {
      double[] none = new double[unknowns()];
      double[] direction = Arrangement.followed(arrangement.join(zDot, thetaDot), none);
      double[] product = weighted.get().hvp(Arrangement.followed(point(), w), direction);
      arrangement.unknowns(product, zOut);
      arrangement.parameters(product, thetaOut);
    }
  }
}
