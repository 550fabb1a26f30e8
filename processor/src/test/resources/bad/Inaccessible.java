package bad;

import io.cotangent.Differentiable;

class Inaccessible {
  private enum Mode {
    FAST,
    SLOW
  }

  @Differentiable
  static double g(double x, Mode mode) {
    Mode other = mode;
    return x;
  }
}

// error 12:29 'Mode' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
// error 13:5 'Mode' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
