package bad;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

class Rules {
  static double f(double x, double y) {
    return x * y;
  }

  static double g(double x, int n) {
    return x * n;
  }

  static double g(double x, long n) {
    return x + n;
  }

  static int steps(double x) {
    return (int) x;
  }

  record Gradient(double x, double y) {}

  @DerivativeOf(type = Rules.class, method = "missing")
  static double missingJvp(double x, double xDot) {
    return xDot;
  }

  @DerivativeOf(type = Rules.class, method = "f")
  static double tooFew(double x, double y, double xDot) {
    return y * xDot;
  }

  @DerivativeOf(type = Rules.class, method = "f", mode = Mode.VJP)
  static double notAGradient(double x, double y, double resultBar) {
    return y * resultBar;
  }

  @DerivativeOf(type = Rules.class, method = "f")
  double notStatic(double x, double y, double xDot, double yDot) {
    return y * xDot + x * yDot;
  }

  @DerivativeOf(type = Rules.class, method = "steps")
  static int stepsJvp(double x, double xDot) {
    return 0;
  }

  @DerivativeOf(
      type = Rules.class,
      method = "g",
      parameters = {double.class, short.class})
  static double noOverload(double x, short n, double xDot) {
    return n * xDot;
  }

  @DerivativeOf(type = Rules.class, method = "f", mode = Mode.VJP)
  static Gradient first(double x, double y, double resultBar) {
    return new Gradient(y * resultBar, x * resultBar);
  }

  @DerivativeOf(type = Rules.class, method = "f", mode = Mode.VJP)
  static Gradient second(double x, double y, double resultBar) {
    return new Gradient(y * resultBar, x * resultBar);
  }
}

// error 26:17 @DerivativeOf names 'missing', which is no such method of bad.Rules [cotangent:rule-target]
// error 31:17 a rule of mode JVP for 'f(double,double)' is declared as 'static double tooFew(double x, double y, double xDot, double yDot)' [cotangent:rule-signature]
// error 36:17 a rule of mode VJP for 'f(double,double)' is declared as 'static Gradient notAGradient(double x, double y, double resultBar)', with 'record Gradient(double x, double y)' [cotangent:rule-signature]
// error 41:10 a rule of mode JVP for 'f(double,double)' is declared as 'static double notStatic(double x, double y, double xDot, double yDot)' [cotangent:rule-signature]
// error 46:14 @DerivativeOf names 'steps(double)', which has no derivative: result and some parameter must be double, float, or an array of them [cotangent:rule-passive]
// error 54:17 @DerivativeOf names 'g', which is no such method of bad.Rules [cotangent:rule-target]
// error 64:19 a rule of mode VJP for 'f(double,double)' is declared already: keep one [cotangent:rule-twice]
