package golden;

import io.cotangent.ScalarFunction;
import io.cotangent.runtime.ArrayPool;
import io.cotangent.runtime.Guards;
import io.cotangent.runtime.Tape;
import io.cotangent.runtime.Trees;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Model#wave(double, double)}
 * with respect to {@code x} and {@code t}.
 *
 * <p>All methods but the forms with a {@link Workspace} may be called from any thread,
 * leave their arguments as they found them, give the method's own value bit for bit
 * and throw what the method throws.
 */
@Generated("io.cotangent.processor.CotangentProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal", "unchecked"})
final class ModelWaveDerivatives {
  private ModelWaveDerivatives() {
  }

  /**
   * The gradient of {@link Model#wave(double, double)}
   * with respect to {@code x} and {@code t}, by reverse mode.
   *
   * @return the gradient: one component for each of these parameters, of its type and shape
   */
  public static Gradient gradient(double x, double t) {
    Workspace ws = new Workspace();
    sweep(x, t, 1.0, ws);
    return new Gradient(ws.xBar, ws.tBar);
  }

  /**
   * The method's value and its gradient, by reverse mode.
   *
   * @return the value and the gradient,
   *     one component for each of these parameters, of its type and shape
   */
  public static ValueAndGradient valueAndGradient(double x, double t) {
    Workspace ws = new Workspace();
    double value = sweep(x, t, 1.0, ws);
    return new ValueAndGradient(value, new Gradient(ws.xBar, ws.tBar));
  }

  /**
   * The method's value and its gradient, by reverse mode, without allocation once the
   * workspace has seen the arguments' sizes.
   *
   * @param ws keeps tape and arrays, and holds the gradient until its next use
   * @return the value
   */
  public static double valueAndGradient(double x, double t, Workspace ws) {
    return sweep(x, t, 1.0, ws);
  }

  /**
   * The vector-Jacobian product, by reverse mode.
   *
   * @param cotangent the cotangent of the result, of its shape
   * @return the cotangents of {@code x} and {@code t}:
   *     one component for each of these parameters, of its type and shape
   */
  public static Gradient vjp(double x, double t, double cotangent) {
    Workspace ws = new Workspace();
    sweep(x, t, cotangent, ws);
    return new Gradient(ws.xBar, ws.tBar);
  }

  /**
   * The Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @param tDot the tangent of {@code t}, of its shape
   * @return the tangent of the result, of its shape
   */
  public static double jvp(double x, double t, double xDot, double tDot) {
    return valueAndJvp(x, t, xDot, tDot).tangent();
  }

  /**
   * The method's value and the Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @param tDot the tangent of {@code t}, of its shape
   * @return the value and its tangent, of its shape
   */
  public static ValueAndTangent valueAndJvp(double x, double t, double xDot, double tDot) {
    WaveJvpResult results = waveJvp(x, t, xDot, tDot);
    return new ValueAndTangent(results.result(), results.resultDot());
  }

  /**
   * Runs the method once and keeps what the reverse sweep needs, to be applied to any
   * number of cotangents.
   *
   * @return the pullback at these arguments; later changes of arrays don't reach it
   */
  public static Pullback pullback(double x, double t) {
    return new Pullback(x, t);
  }

  /**
   * Runs the method once and keeps the partials that its tangents need, to be applied to any
   * number of tangents.
   *
   * @return the pushforward; later changes of arrays don't reach it
   */
  public static Pushforward pushforward(double x, double t) {
    return new Pushforward(x, t);
  }

  /**
   * The Jacobian, by forward or by reverse mode, whichever takes fewer runs.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code t}, in that order
   */
  public static double[][] jacobian(double x, double t) {
    return jacobianReverse(x, t);
  }

  /**
   * The Jacobian, by forward mode, column by column.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code t}, in that order
   */
  public static double[][] jacobianForward(double x, double t) {
    double[][] columns = new double[2][];
    int column = 0;
    columns[column++] = new double[] {jvp(x, t, 1.0, 0.0)};
    columns[column++] = new double[] {jvp(x, t, 0.0, 1.0)};
    return Trees.fromColumns(columns, 1);
  }

  /**
   * The Jacobian, by reverse mode, row by row.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code t}, in that order
   */
  public static double[][] jacobianReverse(double x, double t) {
    Workspace ws = new Workspace();
    sweep(x, t, 1.0, ws);
    return new double[][] {new double[] {ws.xBar, ws.tBar}};
  }

  /**
   * The Hessian times a vector, forward over reverse.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @param tDot the tangent of {@code t}, of its shape
   * @return the product: one component for each of these parameters, of its type and shape
   */
  public static Gradient hvp(double x, double t, double xDot, double tDot) {
    Workspace ws = new Workspace();
    secondOrder(x, t, xDot, tDot, ws);
    return new Gradient(ws.xBarDot, ws.tBarDot);
  }

  /**
   * The Hessian, column by column, forward over reverse.
   *
   * @return rows and columns for each entry of {@code x} and {@code t},
   *     in that order
   */
  public static double[][] hessian(double x, double t) {
    Workspace ws = new Workspace();
    double[][] columns = new double[2][];
    int column = 0;
    secondOrder(x, t, 1.0, 0.0, ws);
    columns[column++] = new double[] {ws.xBarDot, ws.tBarDot};
    secondOrder(x, t, 0.0, 1.0, ws);
    columns[column++] = new double[] {ws.xBarDot, ws.tBarDot};
    return Trees.fromColumns(columns, columns.length);
  }

  /**
   * The method as a function of {@code x} and {@code t},
   * flattened row-major to one array.
   *
   * <p>The arguments given for these set the shape; they are copied. All others are
   * bound as they are. The function object is used by one thread at a time.
   *
   * @return the function
   */
  public static ScalarFunction function(double x, double t) {
    return new Objective(x, t);
  }

  private static double sweep(double x, double t, double cotangent, Workspace ws) {
    ws.reset();
    double value = waveReverse(x, t, cotangent, ws);
    ws.xBar = ws.waveReverseXBar;
    ws.tBar = ws.waveReverseTBar;
    return value;
  }

  private static void secondOrder(double x, double t, double xDot, double tDot, Workspace ws) {
    ws.reset();
    waveReverseTangent(x, t, 1.0, xDot, tDot, ws);
    ws.xBarDot = ws.waveReverseTangentXBarDot;
    ws.tBarDot = ws.waveReverseTangentTBarDot;
  }

  private static WaveJvpResult waveJvp(double x, double t, double xDot, double tDot) {
    double result = 0.0;
    double resultDot = 0.0;
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = Math.exp(-t);
    double negativeDot = -tDot;
    double expDot = Guards.times(negativeDot, exp);
    double difference = x - t;
    double differenceDot = xDot - tDot;
    double sin = Math.sin(difference);
    double sinDot = differenceDot * Math.cos(difference);
    double sum = 1.0 + x * x;
    double sumDot = xDot * x + xDot * x;
    double quotient = exp * sin / sum;
    double sumDot2 = expDot * sin + sinDot * exp;
    double quotientDot = quotient / sum;
    double quotientDot2 = Guards.over(sumDot2, sum) - Guards.times(sumDot, quotientDot);
    resultDot = quotientDot2;
    result = quotient;
    return new WaveJvpResult(result, resultDot);
  }

  private static double waveReverse(double x, double t, double cotangent, Workspace ws) {
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = Math.exp(-t);
    double difference = x - t;
    double sin = Math.sin(difference);
    double sum = 1.0 + x * x;
    double quotient = exp * sin / sum;
    double result = quotient;
    double share = Guards.over(cotangent, sum);
    double expBar = share * sin;
    double sinBar = share * exp;
    double sumBar = -Guards.times(share, quotient);
    double xBar = sumBar * x;
    xBar += sumBar * x;
    double differenceBar = sinBar * Math.cos(difference);
    xBar += differenceBar;
    double tBar = -differenceBar;
    tBar -= Guards.times(expBar, exp);
    ws.waveReverseXBar = xBar;
    ws.waveReverseTBar = tBar;
    return result;
  }

  private static double waveAugmented(double x, double t, Workspace ws) {
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = Math.exp(-t);
    double difference = x - t;
    double sin = Math.sin(difference);
    double sum = 1.0 + x * x;
    double quotient = exp * sin / sum;
    double result = quotient;
    ws.tape.push(x);
    ws.tape.push(t);
    ws.tape.push(exp);
    ws.tape.push(sin);
    ws.tape.push(quotient);
    return result;
  }

  private static double waveRecorded(double x, double t, Workspace ws) {
    ws.tape.push(x);
    double result = 0.0;
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = Math.exp(-t);
    ws.tape.push(exp);
    double difference = x - t;
    double sin = Math.sin(difference);
    ws.tape.push(sin);
    ws.tape.push(Math.cos(difference));
    double sum = 1.0 + x * x;
    ws.tape.push(sum);
    double quotient = exp * sin / sum;
    double quotientDot = quotient / sum;
    ws.tape.push(quotientDot);
    return quotient;
  }

  private static double waveReplay(double xDot, double tDot, Workspace ws) {
    double x = ws.tape.nextDouble();
    double resultDot = 0.0;
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = ws.tape.nextDouble();
    double negativeDot = -tDot;
    double expDot = Guards.times(negativeDot, exp);
    double differenceDot = xDot - tDot;
    double sin = ws.tape.nextDouble();
    double cos = ws.tape.nextDouble();
    double sinDot = differenceDot * cos;
    double sum = ws.tape.nextDouble();
    double sumDot = xDot * x + xDot * x;
    double sumDot2 = expDot * sin + sinDot * exp;
    double quotientDot = ws.tape.nextDouble();
    double quotientDot2 = Guards.over(sumDot2, sum) - Guards.times(sumDot, quotientDot);
    return quotientDot2;
  }

  private static double wavePullback(double cotangent, Workspace ws) {
    double quotient = ws.tape.popDouble();
    double sin = ws.tape.popDouble();
    double exp = ws.tape.popDouble();
    double t = ws.tape.popDouble();
    double x = ws.tape.popDouble();
    double difference = x - t;
    double sum = 1.0 + x * x;
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double share = Guards.over(cotangent, sum);
    double expBar = share * sin;
    double sinBar = share * exp;
    double sumBar = -Guards.times(share, quotient);
    double xBar = sumBar * x;
    xBar += sumBar * x;
    double differenceBar = sinBar * Math.cos(difference);
    xBar += differenceBar;
    double tBar = -differenceBar;
    tBar -= Guards.times(expBar, exp);
    ws.wavePullbackTBar = tBar;
    return xBar;
  }

  private static double waveReverseTangent(double x, double t, double cotangent, double xDot,
      double tDot, Workspace ws) {
    // return Math.exp(-t) * Math.sin(x - t) / (1 + x * x);
    double exp = Math.exp(-t);
    double negativeDot = -tDot;
    double expDot = Guards.times(negativeDot, exp);
    double difference = x - t;
    double differenceDot = xDot - tDot;
    double sin = Math.sin(difference);
    double sinDot = differenceDot * Math.cos(difference);
    double sum = 1.0 + x * x;
    double sumDot = xDot * x + xDot * x;
    double quotient = exp * sin / sum;
    double sumDot2 = expDot * sin + sinDot * exp;
    double quotientDot = quotient / sum;
    double quotientDot2 = Guards.over(sumDot2, sum) - Guards.times(sumDot, quotientDot);
    double result = quotient;
    double share = Guards.over(cotangent, sum);
    double quotientDot3 = Guards.over(share, sum);
    double shareDot = -Guards.times(quotientDot3, sumDot);
    double expBar = share * sin;
    double expBarDot = Guards.times(shareDot, sin) + Guards.times(sinDot, share);
    double sinBar = share * exp;
    double sinBarDot = Guards.times(shareDot, exp) + Guards.times(expDot, share);
    double sumBar = -Guards.times(share, quotient);
    double sumBarDot = -(Guards.times(shareDot, quotient) + Guards.times(share, quotientDot2));
    double xBar = sumBar * x;
    double xBarDot = Guards.times(sumBarDot, x) + Guards.times(xDot, sumBar);
    xBarDot += Guards.times(sumBarDot, x) + Guards.times(xDot, sumBar);
    xBar += sumBar * x;
    double cos = Math.cos(difference);
    double cosDot = -(differenceDot * Math.sin(difference));
    double differenceBar = sinBar * cos;
    double differenceBarDot = Guards.times(sinBarDot, cos) + Guards.times(cosDot, sinBar);
    xBarDot += differenceBarDot;
    xBar += differenceBar;
    double tBar = -differenceBar;
    double tBarDot = -differenceBarDot;
    tBarDot -= Guards.times(expBarDot, exp) + Guards.times(expBar, expDot);
    tBar -= Guards.times(expBar, exp);
    ws.waveReverseTangentXBar = xBar;
    ws.waveReverseTangentTBar = tBar;
    ws.waveReverseTangentXBarDot = xBarDot;
    ws.waveReverseTangentTBarDot = tBarDot;
    return result;
  }

  /**
   * The gradient with respect to {@code x} and {@code t}.
   *
   * @param x the derivative by {@code x}
   * @param t the derivative by {@code t}
   */
  public record Gradient(double x, double t) {
  }

  /**
   * The value and its gradient.
   *
   * @param value the method's own value
   * @param gradient the gradient
   */
  public record ValueAndGradient(double value, Gradient gradient) {
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

    private Pullback(double x, double t) {
      ws = new Workspace();
      double value = waveAugmented(x, t, ws);
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
     * @return fresh cotangents of {@code x} and {@code t}:
     *     one component for each of these parameters, of its type and shape
     */
    public Gradient apply(double cotangent) {
      tapeMark.restore();
      snapshot.restore();
      double xBar = wavePullback(cotangent, ws);
      return new Gradient(xBar, ws.wavePullbackTBar);
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

    private Pushforward(double x, double t) {
      double value = waveRecorded(x, t, ws);
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
     * @param tDot the tangent of {@code t}, of its shape
     * @return a fresh tangent of the result, of its shape
     */
    public double apply(double xDot, double tDot) {
      ws.tape.rewind();
      ws.arrays.reset();
      double resultDot = waveReplay(xDot, tDot, ws);
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

    private double xBarDot;

    private double tBar;

    private double tBarDot;

    private double waveReverseXBar;

    private double waveReverseTBar;

    private double wavePullbackTBar;

    private double waveReverseTangentXBar;

    private double waveReverseTangentTBar;

    private double waveReverseTangentXBarDot;

    private double waveReverseTangentTBarDot;

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

    /**
     * The last gradient with respect to {@code t}.
     *
     * @return the derivative
     */
    public double t() {
      return tBar;
    }

    private void reset() {
      tape.clear();
      arrays.reset();
    }
  }

  private static final class Objective implements ScalarFunction {
    private double x;

    private double xDot;

    private double t;

    private double tDot;

    private final Workspace ws = new Workspace();

    Objective(double x, double t) {
      this.x = x;
      this.t = t;
    }

    private void moveTo(double[] flat) {
      Trees.requireLength("x", dimension(), flat);
      int next = 0;
      x = flat[next++];
      t = flat[next++];
    }

    private void lookAlong(double[] flat) {
      Trees.requireLength("direction", dimension(), flat);
      int next = 0;
      xDot = flat[next++];
      tDot = flat[next++];
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double value(double[] point) {
      moveTo(point);
      return Model.wave(x, t);
    }

    @Override
    public double valueAndGradient(double[] point, double[] grad) {
      Trees.requireLength("grad", dimension(), grad);
      moveTo(point);
      double value = sweep(x, t, 1.0, ws);
      int next = Trees.flatten(ws.xBar, grad, 0);
      Trees.flatten(ws.tBar, grad, next);
      return value;
    }

    @Override
    public double jvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      return ModelWaveDerivatives.jvp(x, t, xDot, tDot);
    }

    @Override
    public double[] vjp(double[] point, double cotangent) {
      moveTo(point);
      sweep(x, t, cotangent, ws);
      return new double[] {ws.xBar, ws.tBar};
    }

    @Override
    public double[][] jacobian(double[] point) {
      moveTo(point);
      return ModelWaveDerivatives.jacobian(x, t);
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public double[] hvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      secondOrder(x, t, xDot, tDot, ws);
      return new double[] {ws.xBarDot, ws.tBarDot};
    }

    @Override
    public double[][] hessian(double[] point) {
      moveTo(point);
      return ModelWaveDerivatives.hessian(x, t);
    }
  }

  private record WaveJvpResult(double result, double resultDot) {
  }
}
