package lowering;

/** Switches of every kind. */
class Switches {
  static double old(double x, int k) {
    switch (k) {
      case 0:
        x += 1;
        break;
      case 1:
      case 2:
        x *= 2;
        break;
      case 7:
        return -x;
      default:
        x = 0;
    }
    return x;
  }

  static double fallThrough(double x, int k) {
    switch (k) {
      case 0:
        x += 1;
      case 1:
        x += 2;
      default:
        x *= 3;
      case 3:
        x -= 1;
        if (x > 2) break;
        x += 100;
      case 4:
        x += 7;
    }
    return x;
  }

  static double defaultFirst(double x, int k) {
    switch (k) {
      default:
        x += 1;
        break;
      case 1:
        x = 2;
        break;
      case 2: {
        x = 3;
        break;
      }
    }
    return x;
  }

  static double inLoop(double[] a) {
    double s = 0;
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      switch (i) {
        case 0:
          s += 1;
        case 2:
          if (a[i] > 2) continue;
          s += 10;
          break;
        case 3:
          break;
        default:
          s += a[i];
      }
      n++;
    }
    return s * 10 + n;
  }

  static double leavingLoop(int k) {
    double s = 0;
    loop:
    while (true) {
      s++;
      switch (k++) {
        case 1:
          continue;
        case 3:
          break loop;
        case 2:
          for (int i = 0; i < 4; i++) {
            if (i == 2) break;
            s += i;
          }
          break;
        default:
          if (s > 20) return s;
      }
      s += 0.5;
    }
    return s;
  }

  static double arrows(double x, int k) {
    switch (k) {
      case 0 -> x = 1;
      case 1, 2 -> {
        x = 2;
        if (x > k) break;
        x = 9;
      }
      case 3 -> throw new IllegalArgumentException("three");
      default -> Other.twice(x);
    }
    return x;
  }

  static double expression(double x, int k) {
    double y =
        switch (k) {
          case 0 -> x;
          case 1, 2 -> x * 2;
          case 3 -> {
            double t = x + 1;
            if (t > 2) {
              yield t;
            }
            yield -t;
          }
          case 4 -> throw new IllegalArgumentException("four");
          default -> 0;
        };
    return y + 1;
  }

  static double oldExpression(double x, int k) {
    return x
        + switch (k) {
          case 0:
          case 1:
            x = 5;
          case 2:
            yield x * 2;
          default:
            for (int i = 0; i < 3; i++) {
              if (i == k - 2) yield i;
              if (x > 3) break;
            }
            yield 7;
        };
  }

  static double polyConversion(int k) {
    double wide =
        switch (k) {
          case 0 -> Long.MAX_VALUE - 1;
          case 1 -> 2f;
          default -> 3;
        };
    float narrow =
        switch (k) {
          case 0 -> 16777217;
          default -> 2L;
        };
    return wide + narrow;
  }

  static double nestedExpression(int k, int j) {
    return switch (k) {
      case 0 -> switch (j) {
        case 0 -> 1;
        default -> {
          switch (k + j) {
            case 1:
              yield 10;
            case 2:
              break;
            default:
              yield 20;
          }
          yield 30;
        }
      };
      default -> j;
    };
  }

  static double strings(String s, double x) {
    switch (s) {
      case "a":
        return x;
      case "b":
        x = 2;
        break;
      default:
        x++;
    }
    return x;
  }

  static double enums(Other.Colour c, double x) {
    double y =
        switch (c) {
          case RED -> x;
          case GREEN -> x * x;
          case BLUE -> 3;
        };
    switch (c) {
      case RED:
        y++;
      case BLUE:
        y *= 2;
        break;
    }
    return y;
  }

  static double chars(char c, byte b, short s) {
    int n = 0;
    switch (c) {
      case 'a':
        n = 1;
        break;
      case '\uffff':
        n = 2;
    }
    switch (b) {
      case 3 -> n += 10;
      case -128 -> n += 20;
    }
    switch (s) {
      case 5:
        n += 100;
    }
    return n;
  }

  static double boxed(int i) {
    Integer n = i;
    return switch (n) {
      case 1 -> 2;
      default -> 3;
    };
  }

  static double sharedScope(int k) {
    double s = 0;
    switch (k) {
      case 0:
        int t = 4;
        double u = 2;
        s = t + u;
        break;
      case 1:
        t = 7;
        s = t;
      case 2:
        u = 3;
        s += u;
        break;
    }
    return s;
  }

  static double selectorEffect(int k, double x) {
    switch (k++ + k) {
      case 1 -> x = k;
      case 3 -> x = -k;
      default -> k = 100;
    }
    return x + k;
  }

  static double empty(int k, double x) {
    switch (k) {
    }
    switch (k) {
      case 1:
    }
    switch (k) {
      default:
    }
    return x;
  }

  static double breakInsideIf(int k, double x) {
    switch (k) {
      case 1:
        if (x > 0) {
          x = 1;
          break;
        } else {
          x = 2;
        }
        x += 10;
        break;
      case 2:
        if (x > 0) {
          break;
        } else {
          return 4;
        }
      default:
        x = 6;
    }
    return x;
  }
}
