package golden;

import io.cotangent.ScalarFunction;
import io.cotangent.runtime.ArrayPool;
import io.cotangent.runtime.Mirror;
import io.cotangent.runtime.Tape;
import io.cotangent.runtime.Trees;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Model#scan(double[])}
 * with respect to {@code a}.
 *
 * <p>All methods but the forms with a {@link Workspace} may be called from any thread,
 * leave their arguments as they found them, give the method's own value bit for bit
 * and throw what the method throws.
 */
@Generated("io.cotangent.processor.CotangentProcessor")
@SuppressWarnings({"deprecation", "rawtypes", "removal", "unchecked"})
final class ModelScanDerivatives {
  private ModelScanDerivatives() {
  }

  /**
   * The gradient of {@link Model#scan(double[])}
   * with respect to {@code a}, by reverse mode.
   *
   * @return the gradient: of the parameter's shape
   */
  public static double[] gradient(double[] a) {
    Workspace ws = new Workspace();
    sweep(a, 1.0, ws);
    return ws.aBar;
  }

  /**
   * The method's value and its gradient, by reverse mode.
   *
   * @return the value and the gradient,
   *     of the parameter's shape
   */
  public static ValueAndGradient valueAndGradient(double[] a) {
    Workspace ws = new Workspace();
    double value = sweep(a, 1.0, ws);
    return new ValueAndGradient(value, ws.aBar);
  }

  /**
   * The method's value and its gradient, by reverse mode, without allocation once the
   * workspace has seen the arguments' sizes.
   *
   * @param ws keeps tape and arrays, and holds the gradient until its next use
   * @return the value
   * @throws IllegalArgumentException if an argument is the workspace's own array
   */
  public static double valueAndGradient(double[] a, Workspace ws) {
    ws.arrays.requireForeign("a", a);
    return sweep(a, 1.0, ws);
  }

  /**
   * The vector-Jacobian product, by reverse mode.
   *
   * @param cotangent the cotangent of the result, of its shape
   * @return the cotangents of {@code a}:
   *     of the parameter's shape
   */
  public static double[] vjp(double[] a, double cotangent) {
    Workspace ws = new Workspace();
    sweep(a, cotangent, ws);
    return ws.aBar;
  }

  /**
   * The Jacobian-vector product, by forward mode.
   *
   * @param aDot the tangent of {@code a}, of its shape
   * @return the tangent of the result, of its shape
   * @throws IllegalArgumentException if a shape differs from its primal's
   */
  public static double jvp(double[] a, double[] aDot) {
    return valueAndJvp(a, aDot).tangent();
  }

  /**
   * The method's value and the Jacobian-vector product, by forward mode.
   *
   * @param aDot the tangent of {@code a}, of its shape
   * @return the value and its tangent, of its shape
   * @throws IllegalArgumentException if a shape differs from its primal's
   */
  public static ValueAndTangent valueAndJvp(double[] a, double[] aDot) {
    Trees.requireShape("aDot", a, aDot);
    ArrayPool arrays = new ArrayPool();
    Mirror primals = new Mirror(arrays);
    Mirror tangents = new Mirror(arrays);
    double[] aCopy = primals.copy(a);
    double[] aDotCopy = tangents.copy(a, aDot);
    ScanJvpResult results = scanJvp(aCopy, aDotCopy);
    return new ValueAndTangent(results.result(), results.resultDot());
  }

  /**
   * Runs the method once and keeps what the reverse sweep needs, to be applied to any
   * number of cotangents.
   *
   * @return the pullback at these arguments; later changes of arrays don't reach it
   */
  public static Pullback pullback(double[] a) {
    return new Pullback(a);
  }

  /**
   * Runs the method once and keeps the partials that its tangents need, to be applied to any
   * number of tangents.
   *
   * @return the pushforward; later changes of arrays don't reach it
   */
  public static Pushforward pushforward(double[] a) {
    return new Pushforward(a);
  }

  /**
   * The Jacobian, by forward or by reverse mode, whichever takes fewer runs.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code a}, in that order
   */
  public static double[][] jacobian(double[] a) {
    return jacobianReverse(a);
  }

  /**
   * The Jacobian, by forward mode, column by column.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code a}, in that order
   */
  public static double[][] jacobianForward(double[] a) {
    double[][] columns = new double[Trees.size(a)][];
    int column = 0;
    double[] aDot = Trees.zerosLike(a);
    if (columns.length == 0) {
      jvp(a, aDot);
    }
    for (int i = 0; i < Trees.size(aDot); i++) {
      Trees.set(aDot, i, 1.0);
      columns[column++] = new double[] {jvp(a, aDot)};
      Trees.set(aDot, i, 0.0);
    }
    return Trees.fromColumns(columns, 1);
  }

  /**
   * The Jacobian, by reverse mode, row by row.
   *
   * @return a row for each entry of the result, row-major, with a column for each entry of
   *     {@code a}, in that order
   */
  public static double[][] jacobianReverse(double[] a) {
    Workspace ws = new Workspace();
    sweep(a, 1.0, ws);
    return new double[][] {Trees.flat(ws.aBar)};
  }

  /**
   * The method as a function of {@code a},
   * flattened row-major to one array.
   *
   * <p>The arguments given for these set the shape; they are copied. All others are
   * bound as they are. The function object is used by one thread at a time.
   *
   * @return the function
   */
  public static ScalarFunction function(double[] a) {
    return new Objective(a);
  }

  private static double sweep(double[] a, double cotangent, Workspace ws) {
    ws.reset();
    double[] aCopy = ws.primals.copy(a);
    double[] aBar = ws.adjoints.zeros(a);
    double value = scanReverse(aCopy, aBar, cotangent, ws);
    ws.aBar = aBar;
    return value;
  }

  private static ScanJvpResult scanJvp(double[] a, double[] aDot) {
    double result = 0.0;
    double resultDot = 0.0;
    for (int i = 1; i < a.length; i++) {
      // a[i] = a[i - 1] * a[i];
      aDot[i] = aDot[i - 1] * a[i] + aDot[i] * a[i - 1];
      a[i] = a[i - 1] * a[i];
    }
    // return a[a.length - 1];
    resultDot = aDot[a.length - 1];
    result = a[a.length - 1];
    return new ScanJvpResult(result, resultDot);
  }

  private static double scanReverse(double[] a, double[] aBar, double cotangent, Workspace ws) {
    // for (int i = 1; i < a.length; i++) {
    int aAt = ws.tape.reserveDoubles(a.length - 1);
    int aAt2 = ws.tape.reserveDoubles(a.length - 1);
    for (int i = 1; i < a.length; i++) {
      // a[i] = a[i - 1] * a[i];
      double a2 = a[i - 1];
      double a3 = a[i];
      a[i] = a2 * a3;
      ws.tape.put(aAt + (i - 1), a2);
      ws.tape.put(aAt2 + (i - 1), a3);
    }
    // return a[a.length - 1];
    double result = a[a.length - 1];
    aBar[a.length - 1] += cotangent;
    // for (int i = 1; i < a.length; i++) {
    int aAt3 = ws.tape.releaseDoubles(a.length - 1);
    int aAt4 = ws.tape.releaseDoubles(a.length - 1);
    for (int i = a.length - 1; i >= 1; i--) {
      double a2 = ws.tape.doubleAt(aAt3 + (i - 1));
      double a3 = ws.tape.doubleAt(aAt4 + (i - 1));
      // a[i] = a[i - 1] * a[i];
      double aBar2 = aBar[i];
      aBar[i] = 0.0;
      aBar[i - 1] += aBar2 * a2;
      aBar[i] += aBar2 * a3;
    }
    return result;
  }

  private static double scanAugmented(double[] a, double[] aBar, Workspace ws) {
    // for (int i = 1; i < a.length; i++) {
    int aAt = ws.tape.reserveDoubles(a.length - 1);
    int aAt2 = ws.tape.reserveDoubles(a.length - 1);
    for (int i = 1; i < a.length; i++) {
      // a[i] = a[i - 1] * a[i];
      double a2 = a[i - 1];
      double a3 = a[i];
      a[i] = a2 * a3;
      ws.tape.put(aAt + (i - 1), a2);
      ws.tape.put(aAt2 + (i - 1), a3);
    }
    // return a[a.length - 1];
    double result = a[a.length - 1];
    ws.tape.push(a);
    ws.tape.push(aBar);
    return result;
  }

  private static double scanRecorded(double[] a, Workspace ws) {
    double result = 0.0;
    // for (int i = 1; i < a.length; i++) {
    ws.tape.push(a.length);
    for (int i = 1; i < a.length; i++) {
      // a[i] = a[i - 1] * a[i];
      double a2 = a[i - 1] * a[i];
      ws.tape.push(a[i]);
      ws.tape.push(a[i - 1]);
      a[i] = a2;
    }
    // return a[a.length - 1];
    double result2 = a[a.length - 1];
    ws.tape.push(a.length - 1);
    return result2;
  }

  private static double scanReplay(double[] aDot, Workspace ws) {
    double resultDot = 0.0;
    // for (int i = 1; i < a.length; i++) {
    int aLength = ws.tape.nextInt();
    for (int i = 1; i < aLength; i++) {
      // a[i] = a[i - 1] * a[i];
      double a = ws.tape.nextDouble();
      double a2 = ws.tape.nextDouble();
      aDot[i] = aDot[i - 1] * a + aDot[i] * a2;
    }
    // return a[a.length - 1];
    int difference = ws.tape.nextInt();
    return aDot[difference];
  }

  private static void scanPullback(double cotangent, Workspace ws) {
    double[] aBar = (double[]) ws.tape.popObject();
    double[] a = (double[]) ws.tape.popObject();
    // return a[a.length - 1];
    aBar[a.length - 1] += cotangent;
    // for (int i = 1; i < a.length; i++) {
    int aAt = ws.tape.releaseDoubles(a.length - 1);
    int aAt2 = ws.tape.releaseDoubles(a.length - 1);
    for (int i = a.length - 1; i >= 1; i--) {
      double a2 = ws.tape.doubleAt(aAt + (i - 1));
      double a3 = ws.tape.doubleAt(aAt2 + (i - 1));
      // a[i] = a[i - 1] * a[i];
      double aBar2 = aBar[i];
      aBar[i] = 0.0;
      aBar[i - 1] += aBar2 * a2;
      aBar[i] += aBar2 * a3;
    }
  }

  /**
   * The value and its gradient.
   *
   * @param value the method's own value
   * @param gradient the gradient
   */
  public record ValueAndGradient(double value, double[] gradient) {
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

    private final double[] aBar;

    private final Tape.Mark tapeMark;

    private final ArrayPool.Snapshot snapshot;

    private Pullback(double[] a) {
      ws = new Workspace();
      // What the caller does to the arrays later must not be seen here.
      double[] aCopy = ws.primals.copy(a);
      double[] aBar = ws.adjoints.zeros(a);
      double value = scanAugmented(aCopy, aBar, ws);
      this.value = value;
      this.aBar = aBar;
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
     * @return fresh cotangents of {@code a}:
     *     of the parameter's shape
     */
    public double[] apply(double cotangent) {
      tapeMark.restore();
      snapshot.restore();
      scanPullback(cotangent, ws);
      return Trees.copy(aBar);
    }
  }

  /**
   * The method's value at one point, and the linear map from tangents of the parameters to
   * the tangent of the result. The method is linearised once, when this is made. Used by
   * one thread at a time.
   */
  public static final class Pushforward {
    private final double[] a;

    private final Workspace ws = new Workspace();

    private final double value;

    private Pushforward(double[] a) {
      Mirror copies = new Mirror(new ArrayPool());
      this.a = copies.copy(a);
      ArrayPool arrays = new ArrayPool();
      Mirror primals = new Mirror(arrays);
      Mirror tangents = new Mirror(arrays);
      double[] aCopy = primals.copy(a);
      double value = scanRecorded(aCopy, ws);
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
     * @param aDot the tangent of {@code a}, of its shape
     * @return a fresh tangent of the result, of its shape
     * @throws IllegalArgumentException if a shape differs from its primal's
     */
    public double apply(double[] aDot) {
      Trees.requireShape("aDot", a, aDot);
      ws.tape.rewind();
      ws.arrays.reset();
      ArrayPool arrays = new ArrayPool();
      Mirror primals = new Mirror(arrays);
      Mirror tangents = new Mirror(arrays);
      double[] aDotCopy = tangents.copy(a, aDot);
      double resultDot = scanReplay(aDotCopy, ws);
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

    private final Mirror primals = new Mirror(arrays);

    private final Mirror adjoints = new Mirror(arrays);

    private final Mirror spines = new Mirror(arrays);

    private final Mirror shared = new Mirror(arrays);

    private double[] aBar;

    /**
     * An empty workspace; it grows with what it is used for.
     */
    public Workspace() {
    }

    /**
     * The last gradient with respect to {@code a}.
     *
     * @return the workspace's own array, which its next use overwrites
     */
    public double[] a() {
      return aBar;
    }

    private void reset() {
      tape.clear();
      arrays.reset();
      primals.clear();
      adjoints.clear();
      spines.clear();
      shared.clear();
    }
  }

  private static final class Objective implements ScalarFunction {
    private final double[] a;

    private final double[] aDot;

    private final Workspace ws = new Workspace();

    Objective(double[] a) {
      this.a = Trees.copy(a);
      aDot = Trees.zerosLike(a);
    }

    private void moveTo(double[] flat) {
      Trees.requireLength("x", dimension(), flat);
      int next = 0;
      next = Trees.unflatten(flat, next, a);
    }

    private void lookAlong(double[] flat) {
      Trees.requireLength("direction", dimension(), flat);
      int next = 0;
      next = Trees.unflatten(flat, next, aDot);
    }

    @Override
    public int dimension() {
      return Trees.size(a);
    }

    @Override
    public double value(double[] point) {
      moveTo(point);
      return Model.scan(a);
    }

    @Override
    public double valueAndGradient(double[] point, double[] grad) {
      Trees.requireLength("grad", dimension(), grad);
      moveTo(point);
      double value = sweep(a, 1.0, ws);
      Trees.flatten(ws.aBar, grad, 0);
      return value;
    }

    @Override
    public double jvp(double[] point, double[] direction) {
      moveTo(point);
      lookAlong(direction);
      return ModelScanDerivatives.jvp(a, aDot);
    }

    @Override
    public double[] vjp(double[] point, double cotangent) {
      moveTo(point);
      sweep(a, cotangent, ws);
      return Trees.flat(ws.aBar);
    }

    @Override
    public double[][] jacobian(double[] point) {
      moveTo(point);
      return ModelScanDerivatives.jacobian(a);
    }
  }

  private record ScanJvpResult(double result, double resultDot) {
  }
}
