package bad;

import io.cotangent.Differentiable;

class Inaccessible {
  private static class Box {
    int size() {
      return 3;
    }
  }

  private enum Mode {
    FAST,
    SLOW
  }

  @Differentiable
  static double f(double x, int n) {
    return x * new Box().size();
  }

  @Differentiable
  static double g(double x, Mode mode) {
    Mode other = mode;
    return x;
  }
}

// error 19:16 'size' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
// error 19:16 'new Box' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
// error 23:29 'Mode' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
// error 24:5 'Mode' can't be named by the generated class: make it package-private or public [cotangent:inaccessible]
