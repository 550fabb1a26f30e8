package golden;

import io.cotangent.ScalarFunction;
import io.cotangent.runtime.ArrayPool;
import io.cotangent.runtime.Tape;
import io.cotangent.runtime.Trees;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Model#power(double, int)}
 * with respect to {@code x}.
 *
 * <p>All methods but the forms with a {@link Workspace} may be called from any thread,
 * leave their arguments as they found them, give the method's own value bit for bit
 * and throw what the method throws.
 */
@Generated("io.cotangent.processor.CotangentProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal", "unchecked"})
final class ModelPowerDerivatives {
  private ModelPowerDerivatives() {
  }

  /**
   * The gradient of {@link Model#power(double, int)}
   * with respect to {@code x}, by reverse mode.
   *
   * @return the gradient: one number
   */
  public static double gradient(double x, int n) {
    Workspace ws = new Workspace();
    sweep(x, n, 1.0, ws);
    return ws.xBar;
  }

  /**
   * The method's value and its gradient, by reverse mode.
   *
   * @return the value and the gradient,
   *     one number
   */
  public static ValueAndGradient valueAndGradient(double x, int n) {
    Workspace ws = new Workspace();
    double value = sweep(x, n, 1.0, ws);
    return new ValueAndGradient(value, ws.xBar);
  }

  /**
   * The method's value and its gradient, by reverse mode, without allocation once the
   * workspace has seen the arguments' sizes.
   *
   * @param ws keeps tape and arrays, and holds the gradient until its next use
   * @return the value
   */
  public static double valueAndGradient(double x, int n, Workspace ws) {
    return sweep(x, n, 1.0, ws);
  }

  /**
   * The vector-Jacobian product, by reverse mode.
   *
   * @param cotangent the cotangent of the result, of its shape
   * @return the cotangents of {@code x}:
   *     one number
   */
  public static double vjp(double x, int n, double cotangent) {
    Workspace ws = new Workspace();
    sweep(x, n, cotangent, ws);
    return ws.xBar;
  }

  /**
   * The Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @return the tangent of the result, of its shape
   */
  public static double jvp(double x, int n, double xDot) {
    return valueAndJvp(x, n, xDot).tangent();
  }

  /**
   * The method's value and the Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @return the value and its tangent, of its shape
   */
  public static ValueAndTangent valueAndJvp(double x, int n, double xDot) {
    PowerJvpResult results = powerJvp(x, n, xDot);
    return new ValueAndTangent(results.result(), results.resultDot());
  }

  /**
   * Runs the method once and keeps what the reverse sweep needs, to be applied to any
   * number of cotangents.
   *
   * @return the pullback at these arguments; later changes of arrays don't reach it
   */
  public static Pullback pullback(double x, int n) {
    return new Pullback(x, n);
  }

  /**
   * Runs the method once and keeps the partials that its tangents need, to be applied to any
   * number of tangents.
   *
   * @return the pushforward; later changes of arrays don't reach it
   */
  public static Pushforward pushforward(double x, int n) {
    return new Pushforward(x, n);
  }

  /**
   * The Jacobian, by forward or by reverse mode, whichever takes fewer runs.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x}, in that order
   */
  public static double[][] jacobian(double x, int n) {
    return jacobianForward(x, n);
  }

  /**
   * The Jacobian, by forward mode, column by column.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x}, in that order
   */
  public static double[][] jacobianForward(double x, int n) {
    double[][] columns = new double[1][];
    int column = 0;
    columns[column++] = new double[] {jvp(x, n, 1.0)};
    return Trees.fromColumns(columns, 1);
  }

  /**
   * The Jacobian, by reverse mode, row by row.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x}, in that order
   */
  public static double[][] jacobianReverse(double x, int n) {
    Workspace ws = new Workspace();
    sweep(x, n, 1.0, ws);
    return new double[][] {new double[] {ws.xBar}};
  }

  /**
   * The method as a function of {@code x},
   * flattened row-major to one array.
   *
   * <p>The arguments given for these set the shape; they are copied. All others are
   * bound as they are. The function object is used by one thread at a time.
   *
   * @return the function
   */
  public static ScalarFunction function(double x, int n) {
    return new Objective(x, n);
  }

  private static double sweep(double x, int n, double cotangent, Workspace ws) {
    ws.reset();
    double value = powerReverse(x, n, cotangent, ws);
    ws.xBar = ws.powerReverseXBar;
    return value;
  }

  private static PowerJvpResult powerJvp(double x, int n, double xDot) {
    double result = 0.0;
    double resultDot = 0.0;
    if (n == 0) {
      // return 1;
      resultDot = 0.0;
      result = 1.0;
    } else {
      // double half = power(x, n / 2);
      PowerJvpResult powerJvpResult = powerJvp(x, n / 2, xDot);
      double half = powerJvpResult.result();
      double halfDot = powerJvpResult.resultDot();
      // return n % 2 == 0 ? half * half : half * half * x;
      if (n % 2 == 0) {
        resultDot = halfDot * half + halfDot * half;
        result = half * half;
      } else {
        double product = half * half;
        double productDot = halfDot * half + halfDot * half;
        resultDot = productDot * x + xDot * product;
        result = product * x;
      }
    }
    return new PowerJvpResult(result, resultDot);
  }

  private static double powerReverse(double x, int n, double cotangent, Workspace ws) {
    double result = 0.0;
    // if (n == 0) {
    double half = 0.0;
    double product = 0.0;
    if (n == 0) {
      // return 1;
      result = 1.0;
    } else {
      // double half = power(x, n / 2);
      half = 0.0;
      half = powerAugmented(x, n / 2, ws);
      // return n % 2 == 0 ? half * half : half * half * x;
      product = 0.0;
      if (n % 2 == 0) {
        result = half * half;
      } else {
        product = half * half;
        result = product * x;
      }
    }
    double resultBar = cotangent;
    // if (n == 0) {
    double xBar = 0.0;
    if (n == 0) {
      // return 1;
      resultBar = 0.0;
    } else {
      // return n % 2 == 0 ? half * half : half * half * x;
      double halfBar = 0.0;
      if (n % 2 == 0) {
        halfBar += resultBar * half;
        halfBar += resultBar * half;
        resultBar = 0.0;
      } else {
        double productBar = resultBar * x;
        xBar += resultBar * product;
        resultBar = 0.0;
        halfBar += productBar * half;
        halfBar += productBar * half;
      }
      // double half = power(x, n / 2);
      double xBar2 = powerPullback(halfBar, ws);
      xBar += xBar2;
    }
    ws.powerReverseXBar = xBar;
    return result;
  }

  private static double powerAugmented(double x, int n, Workspace ws) {
    double result = 0.0;
    if (n == 0) {
      // return 1;
      result = 1.0;
    } else {
      // double half = power(x, n / 2);
      double half = powerAugmented(x, n / 2, ws);
      // return n % 2 == 0 ? half * half : half * half * x;
      if (n % 2 == 0) {
        result = half * half;
      } else {
        double product = half * half;
        result = product * x;
      }
      ws.tape.push(half);
    }
    ws.tape.push(x);
    ws.tape.push(n);
    return result;
  }

  private static double powerPullback(double cotangent, Workspace ws) {
    int n = ws.tape.popInt();
    double x = ws.tape.popDouble();
    double resultBar = cotangent;
    // if (n == 0) {
    double xBar = 0.0;
    if (n == 0) {
      // return 1;
      resultBar = 0.0;
    } else {
      double half = ws.tape.popDouble();
      // return n % 2 == 0 ? half * half : half * half * x;
      double halfBar = 0.0;
      if (n % 2 == 0) {
        halfBar += resultBar * half;
        halfBar += resultBar * half;
        resultBar = 0.0;
      } else {
        double product = half * half;
        double productBar = resultBar * x;
        xBar += resultBar * product;
        resultBar = 0.0;
        halfBar += productBar * half;
        halfBar += productBar * half;
      }
      // double half = power(x, n / 2);
      double xBar2 = powerPullback(halfBar, ws);
      xBar += xBar2;
    }
    return xBar;
  }

  private static double powerAugmented2(double x, int n, Workspace ws) {
    double result = 0.0;
    if (n == 0) {
      // return 1;
      result = 1.0;
    } else {
      // double half = power(x, n / 2);
      double half = powerAugmented(x, n / 2, ws);
      // return n % 2 == 0 ? half * half : half * half * x;
      if (n % 2 == 0) {
        result = half * half;
      } else {
        double product = half * half;
        result = product * x;
      }
      ws.tape.push(half);
    }
    ws.tape.push(x);
    ws.tape.push(n);
    return result;
  }

  private static double powerRecorded(double x, int n, Workspace ws) {
    ws.tape.push(x);
    ws.tape.push(n);
    double result = 0.0;
    if (n == 0) {
      // return 1;
      result = 1.0;
    } else {
      // double half = power(x, n / 2);
      double half = powerRecorded(x, n / 2, ws);
      // return n % 2 == 0 ? half * half : half * half * x;
      if (n % 2 == 0) {
        ws.tape.push(half);
        ws.tape.push(half);
        result = half * half;
      } else {
        double product = half * half;
        ws.tape.push(product);
        ws.tape.push(half);
        ws.tape.push(half);
        result = product * x;
      }
    }
    return result;
  }

  private static double powerReplay(double xDot, Workspace ws) {
    double x = ws.tape.nextDouble();
    int n = ws.tape.nextInt();
    double resultDot = 0.0;
    if (n == 0) {
      // return 1;
      resultDot = 0.0;
    } else {
      // double half = power(x, n / 2);
      double halfDot = powerReplay(xDot, ws);
      // return n % 2 == 0 ? half * half : half * half * x;
      if (n % 2 == 0) {
        double half = ws.tape.nextDouble();
        double half2 = ws.tape.nextDouble();
        resultDot = halfDot * half + halfDot * half2;
      } else {
        double product = ws.tape.nextDouble();
        double half = ws.tape.nextDouble();
        double half2 = ws.tape.nextDouble();
        double productDot = halfDot * half + halfDot * half2;
        resultDot = productDot * x + xDot * product;
      }
    }
    return resultDot;
  }

  private static double powerPullback2(double cotangent, Workspace ws) {
    int n = ws.tape.popInt();
    double x = ws.tape.popDouble();
    double resultBar = cotangent;
    // if (n == 0) {
    double xBar = 0.0;
    if (n == 0) {
      // return 1;
      resultBar = 0.0;
    } else {
      double half = ws.tape.popDouble();
      // return n % 2 == 0 ? half * half : half * half * x;
      double halfBar = 0.0;
      if (n % 2 == 0) {
        halfBar += resultBar * half;
        halfBar += resultBar * half;
        resultBar = 0.0;
      } else {
        double product = half * half;
        double productBar = resultBar * x;
        xBar += resultBar * product;
        resultBar = 0.0;
        halfBar += productBar * half;
        halfBar += productBar * half;
      }
      // double half = power(x, n / 2);
      double xBar2 = powerPullback(halfBar, ws);
      xBar += xBar2;
    }
    return xBar;
  }

  /**
   * The value and its gradient.
   *
   * @param value the method's own value
   * @param gradient the gradient
   */
  public record ValueAndGradient(double value, double gradient) {
  }

  /**
   * The value and its tangent, which has the value's shape.
   *
   * @param value the method's own value
   * @param tangent its derivative
   */
  public record ValueAndTangent(double value, double tangent) {
  }

  /**
   * The method's value at one point, and the linear map from a cotangent of the result to
   * the cotangents of the parameters. Used by one thread at a time.
   */
  public static final class Pullback {
    private final Workspace ws;

    private final double value;

    private final Tape.Mark tapeMark;

    private final ArrayPool.Snapshot snapshot;

    private Pullback(double x, int n) {
      ws = new Workspace();
      double value = powerAugmented2(x, n, ws);
      this.value = value;
      tapeMark = ws.tape.mark();
      snapshot = ws.arrays.snapshot();
    }

    /**
     * The method's value.
     *
     * @return the value, computed when this was made
     */
    public double value() {
      return value;
    }

    /**
     * The vector-Jacobian product, by the reverse sweep alone.
     *
     * @param cotangent the cotangent of the result, of its shape
     * @return fresh cotangents of {@code x}:
     *     one number
     */
    public double apply(double cotangent) {
      tapeMark.restore();
      snapshot.restore();
      double xBar = powerPullback2(cotangent, ws);
      return xBar;
    }
  }

  /**
   * The method's value at one point, and the linear map from tangents of the parameters to
   * the tangent of the result. The method is linearised once, when this is made. Used by
   * one thread at a time.
   */
  public static final class Pushforward {
    private final Workspace ws = new Workspace();

    private final double value;

    private Pushforward(double x, int n) {
      double value = powerRecorded(x, n, ws);
      this.value = value;
    }

    /**
     * The method's value.
     *
     * @return the value, computed when this was made
     */
    public double value() {
      return value;
    }

    /**
     * The Jacobian-vector product, by the tangents' part of forward mode alone.
     *
     * @param xDot the tangent of {@code x}, of its shape
     * @return a fresh tangent of the result, of its shape
     */
    public double apply(double xDot) {
      ws.tape.rewind();
      ws.arrays.reset();
      double resultDot = powerReplay(xDot, ws);
      return resultDot;
    }
  }

  /**
   * What the reverse mode needs of memory, kept from call to call. Used by one thread at a
   * time.
   */
  public static final class Workspace {
    private final Tape tape = new Tape();

    private final ArrayPool arrays = new ArrayPool();

    private double xBar;

    private double powerReverseXBar;

    /**
     * An empty workspace; it grows with what it is used for.
     */
    public Workspace() {
    }

    /**
     * The last gradient with respect to {@code x}.
     *
     * @return the derivative
     */
    public double x() {
      return xBar;
    }

    private void reset() {
      tape.clear();
      arrays.reset();
    }
  }

  private static final class Objective implements ScalarFunction {
    private double x;

    private double xDot;

    private final int n;

    private final Workspace ws = new Workspace();

    Objective(double x, int n) {
      this.x = x;
      this.n = n;
    }

    private void moveTo(double[] flat) {
      Trees.requireLength("x", dimension(), flat);
      int next = 0;
      x = flat[next++];
    }

    private void lookAlong(double[] flat) {
      Trees.requireLength("direction", dimension(), flat);
      int next = 0;
      xDot = flat[next++];
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public double value(double[] point) {
      moveTo(point);
      return Model.power(x, n);
    }

    @Override
    public double valueAndGradient(double[] point, double[] grad) {
      Trees.requireLength("grad", dimension(), grad);
      moveTo(point);
      double value = sweep(x, n, 1.0, ws);
      Trees.flatten(ws.xBar, grad, 0);
      return value;
    }

    @Override
    public double jvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      return ModelPowerDerivatives.jvp(x, n, xDot);
    }

    @Override
    public double[] vjp(double[] point, double cotangent) {
      moveTo(point);
      sweep(x, n, cotangent, ws);
      return new double[] {ws.xBar};
    }

    @Override
    public double[][] jacobian(double[] point) {
      moveTo(point);
      return ModelPowerDerivatives.jacobian(x, n);
    }
  }

  private record PowerJvpResult(double result, double resultDot) {
  }
}
