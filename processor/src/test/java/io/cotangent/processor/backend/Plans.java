package io.cotangent.processor.backend;

import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the plans of generated classes written by hand share. */
final class Plans {
  static final Role VALUE = Role.of(Kind.VALUE);
  static final Role VALUE_TANGENT = Role.of(Kind.VALUE_TANGENT);
  static final Role SEED = Role.of(Kind.SEED);

  /** The methods that the plans differentiate. */
  static final String SOURCE =
      """
      package demo;

      final class Model {
        static double wave(double x, double y) {
          return x * Math.sin(y);
        }

        static double energy(double[] a, double c) {
          double s = 0.0;
          for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * c;
            s += a[i] * a[i];
          }
          return s;
        }

        static double mix(double[] a, double[] b) {
          a[0] = a[0] * b[0];
          return a[0];
        }

        static double move(double[][] m) {
          double[] t = m[0];
          m[0] = m[1];
          m[1] = t;
          return m[0][0] * m[1][0];
        }

        static final class Scale {
          final float factor = 3.0f;

          float apply(float x) throws java.io.IOException {
            if (x < 0) {
              throw new java.io.IOException("negative");
            }
            return factor * x;
          }
        }

        static double[] product(double[] x, double[] y) {
          double[] r = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            r[i] = x[i] * y[i];
          }
          return r;
        }
      }
      """;

  private Plans() {}

  static Role role(Kind kind, int param) {
    return new Role(kind, param);
  }

  static Role primal(int param) {
    return role(Kind.PRIMAL, param);
  }

  static Role tangent(int param) {
    return role(Kind.TANGENT, param);
  }

  static Role adjoint(int param) {
    return role(Kind.ADJOINT, param);
  }

  static DerivativeClass plan(
      String simpleName,
      String method,
      List<Parameter> params,
      Type result,
      int order,
      Forms forms) {
    Set<FunctionId> taped = new HashSet<>();
    taped.add(forms.recorded().function().id());
    taped.add(forms.replay().function().id());
    taped.add(forms.reverse().function().id());
    taped.add(forms.augmented().function().id());
    taped.add(forms.pullback().function().id());
    if (forms.reverseTangent() != null) {
      taped.add(forms.reverseTangent().function().id());
    }
    return new DerivativeClass(
        "demo",
        simpleName,
        false,
        "demo.Model",
        method,
        true,
        false,
        params,
        result,
        IntStream.range(0, params.size()).boxed().toList(),
        order,
        forms,
        Optional.empty(),
        List.of(),
        taped,
        List.of(),
        Map.of(),
        false);
  }
}
