package golden;

import io.cotangent.ScalarFunction;
import io.cotangent.runtime.ArrayPool;
import io.cotangent.runtime.Tape;
import io.cotangent.runtime.Trees;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Model#firstAbove(double, double)}
 * with respect to {@code x} and {@code limit}.
 *
 * <p>All methods but the forms with a {@link Workspace} may be called from any thread,
 * leave their arguments as they found them, give the method's own value bit for bit
 * and throw what the method throws.
 */
@Generated("io.cotangent.processor.CotangentProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal", "unchecked"})
final class ModelFirstAboveDerivatives {
  private ModelFirstAboveDerivatives() {
  }

  /**
   * The gradient of {@link Model#firstAbove(double, double)}
   * with respect to {@code x} and {@code limit}, by reverse mode.
   *
   * @return the gradient: one component for each of these parameters, of its type and shape
   */
  public static Gradient gradient(double x, double limit) {
    Workspace ws = new Workspace();
    sweep(x, limit, 1.0, ws);
    return new Gradient(ws.xBar, ws.limitBar);
  }

  /**
   * The method's value and its gradient, by reverse mode.
   *
   * @return the value and the gradient,
   *     one component for each of these parameters, of its type and shape
   */
  public static ValueAndGradient valueAndGradient(double x, double limit) {
    Workspace ws = new Workspace();
    double value = sweep(x, limit, 1.0, ws);
    return new ValueAndGradient(value, new Gradient(ws.xBar, ws.limitBar));
  }

  /**
   * The method's value and its gradient, by reverse mode, without allocation once the
   * workspace has seen the arguments' sizes.
   *
   * @param ws keeps tape and arrays, and holds the gradient until its next use
   * @return the value
   */
  public static double valueAndGradient(double x, double limit, Workspace ws) {
    return sweep(x, limit, 1.0, ws);
  }

  /**
   * The vector-Jacobian product, by reverse mode.
   *
   * @param cotangent the cotangent of the result, of its shape
   * @return the cotangents of {@code x} and {@code limit}:
   *     one component for each of these parameters, of its type and shape
   */
  public static Gradient vjp(double x, double limit, double cotangent) {
    Workspace ws = new Workspace();
    sweep(x, limit, cotangent, ws);
    return new Gradient(ws.xBar, ws.limitBar);
  }

  /**
   * The Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @param limitDot the tangent of {@code limit}, of its shape
   * @return the tangent of the result, of its shape
   */
  public static double jvp(double x, double limit, double xDot, double limitDot) {
    return valueAndJvp(x, limit, xDot, limitDot).tangent();
  }

  /**
   * The method's value and the Jacobian-vector product, by forward mode.
   *
   * @param xDot the tangent of {@code x}, of its shape
   * @param limitDot the tangent of {@code limit}, of its shape
   * @return the value and its tangent, of its shape
   */
  public static ValueAndTangent valueAndJvp(double x, double limit, double xDot, double limitDot) {
    FirstAboveJvpResult results = firstAboveJvp(x, limit, xDot, limitDot);
    return new ValueAndTangent(results.result(), results.resultDot());
  }

  /**
   * Runs the method once and keeps what the reverse sweep needs, to be applied to any
   * number of cotangents.
   *
   * @return the pullback at these arguments; later changes of arrays don't reach it
   */
  public static Pullback pullback(double x, double limit) {
    return new Pullback(x, limit);
  }

  /**
   * Runs the method once and keeps the partials that its tangents need, to be applied to any
   * number of tangents.
   *
   * @return the pushforward; later changes of arrays don't reach it
   */
  public static Pushforward pushforward(double x, double limit) {
    return new Pushforward(x, limit);
  }

  /**
   * The Jacobian, by forward or by reverse mode, whichever takes fewer runs.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code limit}, in that order
   */
  public static double[][] jacobian(double x, double limit) {
    return jacobianReverse(x, limit);
  }

  /**
   * The Jacobian, by forward mode, column by column.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code limit}, in that order
   */
  public static double[][] jacobianForward(double x, double limit) {
    double[][] columns = new double[2][];
    int column = 0;
    columns[column++] = new double[] {jvp(x, limit, 1.0, 0.0)};
    columns[column++] = new double[] {jvp(x, limit, 0.0, 1.0)};
    return Trees.fromColumns(columns, 1);
  }

  /**
   * The Jacobian, by reverse mode, row by row.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code x} and {@code limit}, in that order
   */
  public static double[][] jacobianReverse(double x, double limit) {
    Workspace ws = new Workspace();
    sweep(x, limit, 1.0, ws);
    return new double[][] {new double[] {ws.xBar, ws.limitBar}};
  }

  /**
   * The method as a function of {@code x} and {@code limit},
   * flattened row-major to one array.
   *
   * <p>The arguments given for these set the shape; they are copied. All others are
   * bound as they are. The function object is used by one thread at a time.
   *
   * @return the function
   */
  public static ScalarFunction function(double x, double limit) {
    return new Objective(x, limit);
  }

  private static double sweep(double x, double limit, double cotangent, Workspace ws) {
    ws.reset();
    double value = firstAboveReverse(x, limit, cotangent, ws);
    ws.xBar = ws.firstAboveReverseXBar;
    ws.limitBar = ws.firstAboveReverseLimitBar;
    return value;
  }

  private static FirstAboveJvpResult firstAboveJvp(double x, double limit, double xDot,
      double limitDot) {
    boolean returned = false;
    double result = 0.0;
    double resultDot = 0.0;
    double y = x;
    double yDot = xDot;
    // for (int i = 0; i < 100; i++) {
    int i = 0;
    while (!returned && i < 100) {
      // y = y * y + x;
      yDot = yDot * y + yDot * y + xDot;
      y = y * y + x;
      if (y > limit) {
        // return y - limit;
        resultDot = yDot - limitDot;
        result = y - limit;
        returned = true;
      }
      if (!returned) {
        i++;
      }
    }
    if (!returned) {
      // return 0;
      resultDot = 0.0;
      result = 0.0;
      returned = true;
    }
    return new FirstAboveJvpResult(result, resultDot);
  }

  private static double firstAboveReverse(double x, double limit, double cotangent, Workspace ws) {
    boolean returned = false;
    double result = 0.0;
    double y = x;
    // for (int i = 0; i < 100; i++) {
    int i = 0;
    int trips = 0;
    while (!returned && i < 100) {
      // y = y * y + x;
      double y2 = y;
      y = y * y + x;
      // if (y > limit) {
      boolean taken = y > limit;
      if (taken) {
        // return y - limit;
        result = y - limit;
        returned = true;
      }
      if (!returned) {
        i++;
      }
      ws.tape.push(y2);
      ws.tape.push(taken);
      trips = Math.incrementExact(trips);
    }
    boolean taken = !returned;
    if (taken) {
      // return 0;
      result = 0.0;
      returned = true;
    }
    double resultBar = cotangent;
    // for (int i = 0; i < 100; i++) {
    if (taken) {
      // return 0;
      resultBar = 0.0;
    }
    // for (int i = 0; i < 100; i++) {
    double limitBar = 0.0;
    double xBar = 0.0;
    double yBar = 0.0;
    for (int trip = trips - 1; trip >= 0; trip--) {
      boolean taken2 = ws.tape.popBoolean();
      double y2 = ws.tape.popDouble();
      // if (y > limit) {
      if (taken2) {
        // return y - limit;
        yBar += resultBar;
        limitBar -= resultBar;
        resultBar = 0.0;
      }
      // y = y * y + x;
      double yBar2 = yBar;
      yBar = 0.0;
      yBar += yBar2 * y2;
      yBar += yBar2 * y2;
      xBar += yBar2;
    }
    // double y = x;
    xBar += yBar;
    ws.firstAboveReverseXBar = xBar;
    ws.firstAboveReverseLimitBar = limitBar;
    return result;
  }

  private static double firstAboveAugmented(double x, double limit, Workspace ws) {
    boolean returned = false;
    double result = 0.0;
    double y = x;
    // for (int i = 0; i < 100; i++) {
    int i = 0;
    int trips = 0;
    while (!returned && i < 100) {
      // y = y * y + x;
      double y2 = y;
      y = y * y + x;
      // if (y > limit) {
      boolean taken = y > limit;
      if (taken) {
        // return y - limit;
        result = y - limit;
        returned = true;
      }
      if (!returned) {
        i++;
      }
      ws.tape.push(y2);
      ws.tape.push(taken);
      trips = Math.incrementExact(trips);
    }
    boolean taken = !returned;
    if (taken) {
      // return 0;
      result = 0.0;
      returned = true;
    }
    ws.tape.push(trips);
    ws.tape.push(taken);
    return result;
  }

  private static double firstAboveRecorded(double x, double limit, Workspace ws) {
    boolean returned = false;
    double result = 0.0;
    double y = x;
    // for (int i = 0; i < 100; i++) {
    int i = 0;
    while (!returned && i < 100) {
      ws.tape.push(true);
      // y = y * y + x;
      ws.tape.push(y);
      ws.tape.push(y);
      y = y * y + x;
      // if (y > limit) {
      boolean taken = y > limit;
      ws.tape.push(taken);
      if (taken) {
        // return y - limit;
        result = y - limit;
        returned = true;
      }
      if (!returned) {
        i++;
      }
    }
    ws.tape.push(false);
    boolean taken = !returned;
    ws.tape.push(taken);
    if (taken) {
      // return 0;
      result = 0.0;
      returned = true;
    }
    return result;
  }

  private static double firstAboveReplay(double xDot, double limitDot, Workspace ws) {
    double resultDot = 0.0;
    // double y = x;
    double yDot = xDot;
    // for (int i = 0; i < 100; i++) {
    boolean more = ws.tape.nextBoolean();
    while (more) {
      // y = y * y + x;
      double y = ws.tape.nextDouble();
      double y2 = ws.tape.nextDouble();
      yDot = yDot * y + yDot * y2 + xDot;
      // if (y > limit) {
      boolean taken = ws.tape.nextBoolean();
      if (taken) {
        // return y - limit;
        resultDot = yDot - limitDot;
      }
      more = ws.tape.nextBoolean();
    }
    boolean taken = ws.tape.nextBoolean();
    if (taken) {
      // return 0;
      resultDot = 0.0;
    }
    return resultDot;
  }

  private static double firstAbovePullback(double cotangent, Workspace ws) {
    boolean taken = ws.tape.popBoolean();
    int trips = ws.tape.popInt();
    double resultBar = cotangent;
    // for (int i = 0; i < 100; i++) {
    if (taken) {
      // return 0;
      resultBar = 0.0;
    }
    // for (int i = 0; i < 100; i++) {
    double limitBar = 0.0;
    double xBar = 0.0;
    double yBar = 0.0;
    for (int trip = trips - 1; trip >= 0; trip--) {
      boolean taken2 = ws.tape.popBoolean();
      double y = ws.tape.popDouble();
      // if (y > limit) {
      if (taken2) {
        // return y - limit;
        yBar += resultBar;
        limitBar -= resultBar;
        resultBar = 0.0;
      }
      // y = y * y + x;
      double yBar2 = yBar;
      yBar = 0.0;
      yBar += yBar2 * y;
      yBar += yBar2 * y;
      xBar += yBar2;
    }
    // double y = x;
    xBar += yBar;
    ws.firstAbovePullbackLimitBar = limitBar;
    return xBar;
  }

  /**
   * The gradient with respect to {@code x} and {@code limit}.
   *
   * @param x the derivative by {@code x}
   * @param limit the derivative by {@code limit}
   */
  public record Gradient(double x, double limit) {
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

    private Pullback(double x, double limit) {
      ws = new Workspace();
      double value = firstAboveAugmented(x, limit, ws);
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
     * @return fresh cotangents of {@code x} and {@code limit}:
     *     one component for each of these parameters, of its type and shape
     */
    public Gradient apply(double cotangent) {
      tapeMark.restore();
      snapshot.restore();
      double xBar = firstAbovePullback(cotangent, ws);
      return new Gradient(xBar, ws.firstAbovePullbackLimitBar);
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

    private Pushforward(double x, double limit) {
      double value = firstAboveRecorded(x, limit, ws);
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
     * @param limitDot the tangent of {@code limit}, of its shape
     * @return a fresh tangent of the result, of its shape
     */
    public double apply(double xDot, double limitDot) {
      ws.tape.rewind();
      ws.arrays.reset();
      double resultDot = firstAboveReplay(xDot, limitDot, ws);
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

    private double limitBar;

    private double firstAboveReverseXBar;

    private double firstAboveReverseLimitBar;

    private double firstAbovePullbackLimitBar;

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
     * The last gradient with respect to {@code limit}.
     *
     * @return the derivative
     */
    public double limit() {
      return limitBar;
    }

    private void reset() {
      tape.clear();
      arrays.reset();
    }
  }

  private static final class Objective implements ScalarFunction {
    private double x;

    private double xDot;

    private double limit;

    private double limitDot;

    private final Workspace ws = new Workspace();

    Objective(double x, double limit) {
      this.x = x;
      this.limit = limit;
    }

    private void moveTo(double[] flat) {
      Trees.requireLength("x", dimension(), flat);
      int next = 0;
      x = flat[next++];
      limit = flat[next++];
    }

    private void lookAlong(double[] flat) {
      Trees.requireLength("direction", dimension(), flat);
      int next = 0;
      xDot = flat[next++];
      limitDot = flat[next++];
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double value(double[] point) {
      moveTo(point);
      return Model.firstAbove(x, limit);
    }

    @Override
    public double valueAndGradient(double[] point, double[] grad) {
      Trees.requireLength("grad", dimension(), grad);
      moveTo(point);
      double value = sweep(x, limit, 1.0, ws);
      int next = Trees.flatten(ws.xBar, grad, 0);
      Trees.flatten(ws.limitBar, grad, next);
      return value;
    }

    @Override
    public double jvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      return ModelFirstAboveDerivatives.jvp(x, limit, xDot, limitDot);
    }

    @Override
    public double[] vjp(double[] point, double cotangent) {
      moveTo(point);
      sweep(x, limit, cotangent, ws);
      return new double[] {ws.xBar, ws.limitBar};
    }

    @Override
    public double[][] jacobian(double[] point) {
      moveTo(point);
      return ModelFirstAboveDerivatives.jacobian(x, limit);
    }
  }

  private record FirstAboveJvpResult(double result, double resultDot) {
  }
}
