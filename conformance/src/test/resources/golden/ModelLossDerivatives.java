package golden;

import io.cotangent.ScalarFunction;
import io.cotangent.runtime.ArrayPool;
import io.cotangent.runtime.Mirror;
import io.cotangent.runtime.Tape;
import io.cotangent.runtime.Trees;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Model#loss(double[], double, double[][], double[])}
 * with respect to {@code w}, {@code b}, {@code x} and {@code y}.
 *
 * <p>All methods but the forms with a {@link Workspace} may be called from any thread,
 * leave their arguments as they found them, give the method's own value bit for bit
 * and throw what the method throws.
 */
@Generated("io.cotangent.processor.CotangentProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal", "unchecked"})
final class ModelLossDerivatives {
  private ModelLossDerivatives() {
  }

  /**
   * The gradient of {@link Model#loss(double[], double, double[][], double[])}
   * with respect to {@code w}, {@code b}, {@code x} and {@code y}, by reverse mode.
   *
   * @return the gradient: one component for each of these parameters, of its type and shape
   */
  public static Gradient gradient(double[] w, double b, double[][] x, double[] y) {
    Workspace ws = new Workspace();
    sweep(w, b, x, y, 1.0, ws);
    return new Gradient(ws.wBar, ws.bBar, ws.xBar, ws.yBar);
  }

  /**
   * The method's value and its gradient, by reverse mode.
   *
   * @return the value and the gradient,
   *     one component for each of these parameters, of its type and shape
   */
  public static ValueAndGradient valueAndGradient(double[] w, double b, double[][] x, double[] y) {
    Workspace ws = new Workspace();
    double value = sweep(w, b, x, y, 1.0, ws);
    return new ValueAndGradient(value, new Gradient(ws.wBar, ws.bBar, ws.xBar, ws.yBar));
  }

  /**
   * The method's value and its gradient, by reverse mode, without allocation once the
   * workspace has seen the arguments' sizes.
   *
   * @param ws keeps tape and arrays, and holds the gradient until its next use
   * @return the value
   * @throws IllegalArgumentException if an argument is the workspace's own array
   */
  public static double valueAndGradient(double[] w, double b, double[][] x, double[] y,
      Workspace ws) {
    ws.arrays.requireForeign("w", w);
    ws.arrays.requireForeign("x", x);
    ws.arrays.requireForeign("y", y);
    return sweep(w, b, x, y, 1.0, ws);
  }

  /**
   * The vector-Jacobian product, by reverse mode.
   *
   * @param cotangent the cotangent of the result, of its shape
   * @return the cotangents of {@code w}, {@code b}, {@code x} and {@code y}:
   *     one component for each of these parameters, of its type and shape
   */
  public static Gradient vjp(double[] w, double b, double[][] x, double[] y, double cotangent) {
    Workspace ws = new Workspace();
    sweep(w, b, x, y, cotangent, ws);
    return new Gradient(ws.wBar, ws.bBar, ws.xBar, ws.yBar);
  }

  /**
   * The Jacobian-vector product, by forward mode.
   *
   * @param wDot the tangent of {@code w}, of its shape
   * @param bDot the tangent of {@code b}, of its shape
   * @param xDot the tangent of {@code x}, of its shape
   * @param yDot the tangent of {@code y}, of its shape
   * @return the tangent of the result, of its shape
   * @throws IllegalArgumentException if a shape differs from its primal's
   */
  public static double jvp(double[] w, double b, double[][] x, double[] y, double[] wDot,
      double bDot, double[][] xDot, double[] yDot) {
    return valueAndJvp(w, b, x, y, wDot, bDot, xDot, yDot).tangent();
  }

  /**
   * The method's value and the Jacobian-vector product, by forward mode.
   *
   * @param wDot the tangent of {@code w}, of its shape
   * @param bDot the tangent of {@code b}, of its shape
   * @param xDot the tangent of {@code x}, of its shape
   * @param yDot the tangent of {@code y}, of its shape
   * @return the value and its tangent, of its shape
   * @throws IllegalArgumentException if a shape differs from its primal's
   */
  public static ValueAndTangent valueAndJvp(double[] w, double b, double[][] x, double[] y,
      double[] wDot, double bDot, double[][] xDot, double[] yDot) {
    Trees.requireShape("wDot", w, wDot);
    Trees.requireShape("xDot", x, xDot);
    Trees.requireShape("yDot", y, yDot);
    LossJvpResult results = lossJvp(w, b, x, y, wDot, bDot, xDot, yDot);
    return new ValueAndTangent(results.result(), results.resultDot());
  }

  /**
   * Runs the method once and keeps what the reverse sweep needs, to be applied to any
   * number of cotangents.
   *
   * @return the pullback at these arguments; later changes of arrays don't reach it
   */
  public static Pullback pullback(double[] w, double b, double[][] x, double[] y) {
    return new Pullback(w, b, x, y);
  }

  /**
   * Runs the method once and keeps the partials that its tangents need, to be applied to any
   * number of tangents.
   *
   * @return the pushforward; later changes of arrays don't reach it
   */
  public static Pushforward pushforward(double[] w, double b, double[][] x, double[] y) {
    return new Pushforward(w, b, x, y);
  }

  /**
   * The Jacobian, by forward or by reverse mode, whichever takes fewer runs.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code w}, {@code b}, {@code x} and {@code y}, in that order
   */
  public static double[][] jacobian(double[] w, double b, double[][] x, double[] y) {
    return jacobianReverse(w, b, x, y);
  }

  /**
   * The Jacobian, by forward mode, column by column.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code w}, {@code b}, {@code x} and {@code y}, in that order
   */
  public static double[][] jacobianForward(double[] w, double b, double[][] x, double[] y) {
    double[][] columns = new double[Trees.size(w) + Trees.size(x) + Trees.size(y) + 1][];
    int column = 0;
    double[] wDot = Trees.zerosLike(w);
    double[][] xDot = Trees.zerosLike(x);
    double[] yDot = Trees.zerosLike(y);
    for (int i = 0; i < Trees.size(wDot); i++) {
      Trees.set(wDot, i, 1.0);
      columns[column++] = new double[] {jvp(w, b, x, y, wDot, 0.0, xDot, yDot)};
      Trees.set(wDot, i, 0.0);
    }
    columns[column++] = new double[] {jvp(w, b, x, y, wDot, 1.0, xDot, yDot)};
    for (int i = 0; i < Trees.size(xDot); i++) {
      Trees.set(xDot, i, 1.0);
      columns[column++] = new double[] {jvp(w, b, x, y, wDot, 0.0, xDot, yDot)};
      Trees.set(xDot, i, 0.0);
    }
    for (int i = 0; i < Trees.size(yDot); i++) {
      Trees.set(yDot, i, 1.0);
      columns[column++] = new double[] {jvp(w, b, x, y, wDot, 0.0, xDot, yDot)};
      Trees.set(yDot, i, 0.0);
    }
    return Trees.fromColumns(columns, 1);
  }

  /**
   * The Jacobian, by reverse mode, row by row.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code w}, {@code b}, {@code x} and {@code y}, in that order
   */
  public static double[][] jacobianReverse(double[] w, double b, double[][] x, double[] y) {
    Workspace ws = new Workspace();
    sweep(w, b, x, y, 1.0, ws);
    return new double[][] {Trees.flatAll(ws.wBar, ws.bBar, ws.xBar, ws.yBar)};
  }

  /**
   * The method as a function of {@code w}, {@code b}, {@code x} and {@code y},
   * flattened row-major to one array.
   *
   * <p>The arguments given for these set the shape; they are copied. All others are
   * bound as they are. The function object is used by one thread at a time.
   *
   * @return the function
   */
  public static ScalarFunction function(double[] w, double b, double[][] x, double[] y) {
    return new Objective(w, b, x, y);
  }

  private static double sweep(double[] w, double b, double[][] x, double[] y, double cotangent,
      Workspace ws) {
    ws.reset();
    double[] wBar = ws.arrays.zerosLike(w);
    double[][] xBar = ws.arrays.zerosLike(x);
    double[] yBar = ws.arrays.zerosLike(y);
    double value = lossReverse(w, b, x, y, wBar, xBar, yBar, cotangent, ws);
    ws.wBar = wBar;
    ws.bBar = ws.lossReverseBBar;
    ws.xBar = xBar;
    ws.yBar = yBar;
    return value;
  }

  private static LossJvpResult lossJvp(double[] w, double b, double[][] x, double[] y,
      double[] wDot, double bDot, double[][] xDot, double[] yDot) {
    double result = 0.0;
    double resultDot = 0.0;
    // double sum = 0;
    double sum = 0.0;
    double sumDot = 0.0;
    for (int i = 0; i < x.length; i++) {
      double z = b;
      double zDot = bDot;
      for (int j = 0; j < w.length; j++) {
        // z += w[j] * x[i][j];
        zDot += wDot[j] * x[i][j] + xDot[i][j] * w[j];
        z += w[j] * x[i][j];
      }
      // double residual = Math.tanh(z) - y[i];
      double tanh = Math.tanh(z);
      double tanhDot = zDot * (1.0 - tanh * tanh);
      double residual = tanh - y[i];
      double residualDot = tanhDot - yDot[i];
      // sum += residual * residual;
      sumDot += residualDot * residual + residualDot * residual;
      sum += residual * residual;
    }
    // return sum;
    resultDot = sumDot;
    result = sum;
    return new LossJvpResult(result, resultDot);
  }

  private static double lossReverse(double[] w, double b, double[][] x, double[] y, double[] wBar,
      double[][] xBar, double[] yBar, double cotangent, Workspace ws) {
    // double sum = 0;
    double sum = 0.0;
    // for (int i = 0; i < x.length; i++) {
    double bBar = 0.0;
    for (int i = 0; i < x.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) {
        z += w[j] * x[i][j];
      }
      // double residual = Math.tanh(z) - y[i];
      double tanh = Math.tanh(z);
      double residual = tanh - y[i];
      sum += residual * residual;
      double residualBar = cotangent * residual;
      residualBar += cotangent * residual;
      // double residual = Math.tanh(z) - y[i];
      double tanhBar = residualBar;
      yBar[i] -= residualBar;
      double zBar = tanhBar * (1.0 - tanh * tanh);
      // for (int j = 0; j < w.length; j++) {
      for (int j = w.length - 1; j >= 0; j--) {
        // z += w[j] * x[i][j];
        wBar[j] += zBar * x[i][j];
        xBar[i][j] += zBar * w[j];
      }
      // double z = b;
      bBar += zBar;
    }
    // return sum;
    double result = sum;
    ws.lossReverseBBar = bBar;
    return result;
  }

  private static double lossAugmented(double[] w, double b, double[][] x, double[] y, double[] wBar,
      double[][] xBar, double[] yBar, Workspace ws) {
    // double sum = 0;
    double sum = 0.0;
    // for (int i = 0; i < x.length; i++) {
    int tanhAt = ws.tape.reserveDoubles(x.length);
    for (int i = 0; i < x.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) {
        z += w[j] * x[i][j];
      }
      // double residual = Math.tanh(z) - y[i];
      double tanh = Math.tanh(z);
      double residual = tanh - y[i];
      sum += residual * residual;
      ws.tape.put(tanhAt + i, tanh);
    }
    // return sum;
    double result = sum;
    ws.tape.push(w);
    ws.tape.push(x);
    ws.tape.push(y);
    ws.tape.push(wBar);
    ws.tape.push(xBar);
    ws.tape.push(yBar);
    return result;
  }

  private static double lossRecorded(double[] w, double b, double[][] x, double[] y, Workspace ws) {
    double result = 0.0;
    // double sum = 0;
    double sum = 0.0;
    // for (int i = 0; i < x.length; i++) {
    ws.tape.push(x.length);
    for (int i = 0; i < x.length; i++) {
      double z = b;
      // for (int j = 0; j < w.length; j++) {
      ws.tape.push(w.length);
      for (int j = 0; j < w.length; j++) {
        // z += w[j] * x[i][j];
        double z2 = z + w[j] * x[i][j];
        ws.tape.push(x[i][j]);
        ws.tape.push(w[j]);
        z = z2;
      }
      // double residual = Math.tanh(z) - y[i];
      double tanh = Math.tanh(z);
      ws.tape.push(1.0 - tanh * tanh);
      double residual = tanh - y[i];
      ws.tape.push(residual);
      sum += residual * residual;
    }
    return sum;
  }

  private static double lossReplay(double[] wDot, double bDot, double[][] xDot, double[] yDot,
      Workspace ws) {
    double resultDot = 0.0;
    // double sum = 0;
    double sumDot = 0.0;
    // for (int i = 0; i < x.length; i++) {
    int xLength = ws.tape.nextInt();
    for (int i = 0; i < xLength; i++) {
      // double z = b;
      double zDot = bDot;
      // for (int j = 0; j < w.length; j++) {
      int wLength = ws.tape.nextInt();
      for (int j = 0; j < wLength; j++) {
        // z += w[j] * x[i][j];
        double x = ws.tape.nextDouble();
        double w = ws.tape.nextDouble();
        zDot += wDot[j] * x + xDot[i][j] * w;
      }
      // double residual = Math.tanh(z) - y[i];
      double difference = ws.tape.nextDouble();
      double tanhDot = zDot * difference;
      double residual = ws.tape.nextDouble();
      double residualDot = tanhDot - yDot[i];
      // sum += residual * residual;
      sumDot += residualDot * residual + residualDot * residual;
    }
    // return sum;
    return sumDot;
  }

  private static double lossPullback(double cotangent, Workspace ws) {
    double[] yBar = (double[]) ws.tape.popObject();
    double[][] xBar = (double[][]) ws.tape.popObject();
    double[] wBar = (double[]) ws.tape.popObject();
    double[] y = (double[]) ws.tape.popObject();
    double[][] x = (double[][]) ws.tape.popObject();
    double[] w = (double[]) ws.tape.popObject();
    // for (int i = 0; i < x.length; i++) {
    double bBar = 0.0;
    int tanhAt = ws.tape.releaseDoubles(x.length);
    for (int i = x.length - 1; i >= 0; i--) {
      double tanh = ws.tape.doubleAt(tanhAt + i);
      double residual = tanh - y[i];
      // sum += residual * residual;
      double residualBar = cotangent * residual;
      residualBar += cotangent * residual;
      // double residual = Math.tanh(z) - y[i];
      double tanhBar = residualBar;
      yBar[i] -= residualBar;
      double zBar = tanhBar * (1.0 - tanh * tanh);
      // for (int j = 0; j < w.length; j++) {
      for (int j = w.length - 1; j >= 0; j--) {
        // z += w[j] * x[i][j];
        wBar[j] += zBar * x[i][j];
        xBar[i][j] += zBar * w[j];
      }
      // double z = b;
      bBar += zBar;
    }
    return bBar;
  }

  /**
   * The gradient with respect to {@code w}, {@code b}, {@code x} and {@code y}.
   *
   * @param w the derivative by {@code w}
   * @param b the derivative by {@code b}
   * @param x the derivative by {@code x}
   * @param y the derivative by {@code y}
   */
  public record Gradient(double[] w, double b, double[][] x, double[] y) {
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

    private final double[] wBar;

    private final double[][] xBar;

    private final double[] yBar;

    private final Tape.Mark tapeMark;

    private final ArrayPool.Snapshot snapshot;

    private Pullback(double[] w, double b, double[][] x, double[] y) {
      ws = new Workspace();
      // What the caller does to the arrays later must not be seen here.
      double[] wCopy = ws.arrays.copyTree(w);
      double[][] xCopy = ws.arrays.copyTree(x);
      double[] yCopy = ws.arrays.copyTree(y);
      double[] wBar = ws.arrays.zerosLike(w);
      double[][] xBar = ws.arrays.zerosLike(x);
      double[] yBar = ws.arrays.zerosLike(y);
      double value = lossAugmented(wCopy, b, xCopy, yCopy, wBar, xBar, yBar, ws);
      this.value = value;
      this.wBar = wBar;
      this.xBar = xBar;
      this.yBar = yBar;
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
     * @return fresh cotangents of {@code w}, {@code b}, {@code x} and {@code y}:
     *     one component for each of these parameters, of its type and shape
     */
    public Gradient apply(double cotangent) {
      tapeMark.restore();
      snapshot.restore();
      double bBar = lossPullback(cotangent, ws);
      return new Gradient(Trees.copy(wBar), bBar, Trees.copy(xBar), Trees.copy(yBar));
    }
  }

  /**
   * The method's value at one point, and the linear map from tangents of the parameters to
   * the tangent of the result. The method is linearised once, when this is made. Used by
   * one thread at a time.
   */
  public static final class Pushforward {
    private final double[] w;

    private final double[][] x;

    private final double[] y;

    private final Workspace ws = new Workspace();

    private final double value;

    private Pushforward(double[] w, double b, double[][] x, double[] y) {
      Mirror copies = new Mirror(new ArrayPool());
      this.w = copies.copy(w);
      this.x = copies.copy(x);
      this.y = copies.copy(y);
      double value = lossRecorded(w, b, x, y, ws);
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
     * @param wDot the tangent of {@code w}, of its shape
     * @param bDot the tangent of {@code b}, of its shape
     * @param xDot the tangent of {@code x}, of its shape
     * @param yDot the tangent of {@code y}, of its shape
     * @return a fresh tangent of the result, of its shape
     * @throws IllegalArgumentException if a shape differs from its primal's
     */
    public double apply(double[] wDot, double bDot, double[][] xDot, double[] yDot) {
      Trees.requireShape("wDot", w, wDot);
      Trees.requireShape("xDot", x, xDot);
      Trees.requireShape("yDot", y, yDot);
      ws.tape.rewind();
      ws.arrays.reset();
      double resultDot = lossReplay(wDot, bDot, xDot, yDot, ws);
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

    private double[] wBar;

    private double bBar;

    private double[][] xBar;

    private double[] yBar;

    private double lossReverseBBar;

    /**
     * An empty workspace; it grows with what it is used for.
     */
    public Workspace() {
    }

    /**
     * The last gradient with respect to {@code w}.
     *
     * @return the workspace's own array, which its next use overwrites
     */
    public double[] w() {
      return wBar;
    }

    /**
     * The last gradient with respect to {@code b}.
     *
     * @return the derivative
     */
    public double b() {
      return bBar;
    }

    /**
     * The last gradient with respect to {@code x}.
     *
     * @return the workspace's own array, which its next use overwrites
     */
    public double[][] x() {
      return xBar;
    }

    /**
     * The last gradient with respect to {@code y}.
     *
     * @return the workspace's own array, which its next use overwrites
     */
    public double[] y() {
      return yBar;
    }

    private void reset() {
      tape.clear();
      arrays.reset();
    }
  }

  private static final class Objective implements ScalarFunction {
    private final double[] w;

    private final double[] wDot;

    private double b;

    private double bDot;

    private final double[][] x;

    private final double[][] xDot;

    private final double[] y;

    private final double[] yDot;

    private final Workspace ws = new Workspace();

    Objective(double[] w, double b, double[][] x, double[] y) {
      this.w = Trees.copy(w);
      wDot = Trees.zerosLike(w);
      this.b = b;
      this.x = Trees.copy(x);
      xDot = Trees.zerosLike(x);
      this.y = Trees.copy(y);
      yDot = Trees.zerosLike(y);
    }

    private void moveTo(double[] flat) {
      Trees.requireLength("x", dimension(), flat);
      int next = 0;
      next = Trees.unflatten(flat, next, w);
      b = flat[next++];
      next = Trees.unflatten(flat, next, x);
      next = Trees.unflatten(flat, next, y);
    }

    private void lookAlong(double[] flat) {
      Trees.requireLength("direction", dimension(), flat);
      int next = 0;
      next = Trees.unflatten(flat, next, wDot);
      bDot = flat[next++];
      next = Trees.unflatten(flat, next, xDot);
      next = Trees.unflatten(flat, next, yDot);
    }

    @Override
    public int dimension() {
      return Trees.size(w) + Trees.size(x) + Trees.size(y) + 1;
    }

    @Override
    public double value(double[] point) {
      moveTo(point);
      return Model.loss(w, b, x, y);
    }

    @Override
    public double valueAndGradient(double[] point, double[] grad) {
      Trees.requireLength("grad", dimension(), grad);
      moveTo(point);
      double value = sweep(w, b, x, y, 1.0, ws);
      int next = Trees.flatten(ws.wBar, grad, 0);
      next = Trees.flatten(ws.bBar, grad, next);
      next = Trees.flatten(ws.xBar, grad, next);
      Trees.flatten(ws.yBar, grad, next);
      return value;
    }

    @Override
    public double jvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      return ModelLossDerivatives.jvp(w, b, x, y, wDot, bDot, xDot, yDot);
    }

    @Override
    public double[] vjp(double[] point, double cotangent) {
      moveTo(point);
      sweep(w, b, x, y, cotangent, ws);
      return Trees.flatAll(ws.wBar, ws.bBar, ws.xBar, ws.yBar);
    }

    @Override
    public double[][] jacobian(double[] point) {
      moveTo(point);
      return ModelLossDerivatives.jacobian(w, b, x, y);
    }
  }

  private record LossJvpResult(double result, double resultDot) {
  }
}
