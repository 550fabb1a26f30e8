package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Ty;
import java.util.Collections;
import java.util.function.DoubleFunction;

/**
 * A double with its derivatives, for programs that are written twice: operators are methods here,
 * and {@code Math} is {@link #math}.
 */
public final class Dual {
  private static final ThreadLocal<ChainRule> CHAIN = new ThreadLocal<>();

  final Num num;

  private Dual(Num num) {
    this.num = num;
  }

  static void begin(ChainRule chain) {
    CHAIN.set(chain);
  }

  static void end() {
    CHAIN.remove();
  }

  private static ChainRule chain() {
    return CHAIN.get();
  }

  /** A constant. */
  public static Dual of(double value) {
    chain().note(value);
    return new Dual(Num.passive(value));
  }

  /** The numbers that inputs are, each with a direction of its own. */
  public static DoubleFunction<Object> inputs() {
    int[] next = {0};
    return value -> {
      chain().note(value);
      return new Dual(chain().input(value, next[0]++, false));
    };
  }

  /** The value alone. */
  public double value() {
    return num.value;
  }

  private Object binary(String op, Dual other) {
    return new Arithmetic(chain()).binary(op, num, Ty.DOUBLE, other.num, Ty.DOUBLE);
  }

  private Dual number(String op, Dual other) {
    return new Dual((Num) binary(op, other));
  }

  public Dual plus(Dual other) {
    return number("+", other);
  }

  public Dual minus(Dual other) {
    return number("-", other);
  }

  public Dual times(Dual other) {
    return number("*", other);
  }

  public Dual over(Dual other) {
    return number("/", other);
  }

  public Dual negated() {
    return new Dual((Num) new Arithmetic(chain()).unary("-", num, Ty.DOUBLE));
  }

  /** A comparison by its operator. */
  public boolean is(String op, Dual other) {
    return (Boolean) binary(op, other);
  }

  /** {@code (int) this}. */
  public int toInt() {
    return (int) num.value;
  }

  /** A method of Math on doubles. */
  public static Dual math(String name, Dual... args) {
    Object[] boxed = new Object[args.length];
    double[] values = new double[args.length];
    Num[] nums = new Num[args.length];
    for (int i = 0; i < args.length; i++) {
      nums[i] = args[i].num;
      values[i] = nums[i].value;
      boxed[i] = values[i];
    }
    double v =
        (Double) MathValues.call(false, name, Collections.nCopies(args.length, Ty.DOUBLE), boxed);
    return new Dual(chain().apply(v, false, MathPartials.of(name, v, values), nums));
  }

  /** A number that has this one's derivatives, and another value. */
  public Dual valued(double value) {
    return new Dual(
        new Num(value, num.gradient, num.gradientScale, num.hessian, num.hessianScale, num.marks));
  }

  @Override
  public String toString() {
    return Double.toString(num.value);
  }
}
