package io.cotangent.benchmarks.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A long program without loops or branches, as source text and as something that differentiates
 * itself with dual numbers: one operation a statement, chosen such that values stay near one.
 */
final class StraightLineProgram {
  private final int inputs;
  private final List<Step> steps = new ArrayList<>();

  /**
   * One statement: {@code target = operation(left, right)}, where a negative {@code right} means
   * the argument's entry {@code -1 - right}, which keeps the argument in play to the end.
   */
  private record Step(Operation operation, int target, int left, int right) {}

  /** What a statement may compute, as text and on dual numbers. */
  private enum Operation {
    MEAN("0.5 * (%1$s + %2$s)"),
    PRODUCT("%1$s * %2$s"),
    DIFFERENCE("%1$s - 0.5 * %2$s"),
    QUOTIENT("%1$s / (1.0 + %2$s * %2$s)"),
    SINE("Math.sin(%1$s)"),
    TANH("Math.tanh(%1$s)"),
    BELL("Math.exp(-%1$s * %1$s)");

    private final String text;

    Operation(String text) {
      this.text = text;
    }

    /** Its value, and its partial derivatives by left and right. */
    double[] valueAndPartials(double a, double b) {
      return switch (this) {
        case MEAN -> new double[] {0.5 * (a + b), 0.5, 0.5};
        case PRODUCT -> new double[] {a * b, b, a};
        case DIFFERENCE -> new double[] {a - 0.5 * b, 1, -0.5};
        case QUOTIENT -> {
          double denominator = 1.0 + b * b;
          yield new double[] {
            a / denominator, 1 / denominator, -2 * a * b / (denominator * denominator)
          };
        }
        case SINE -> new double[] {Math.sin(a), Math.cos(a), 0};
        case TANH -> new double[] {Math.tanh(a), 1 - Math.tanh(a) * Math.tanh(a), 0};
        case BELL -> new double[] {Math.exp(-a * a), -2 * a * Math.exp(-a * a), 0};
      };
    }
  }

  /**
   * Makes a program.
   *
   * @param inputs how many entries its argument has
   * @param variables how many variables it has; each statement of the first {@code variables} makes
   *     one, later ones overwrite
   */
  StraightLineProgram(int inputs, int variables, int operations, long seed) {
    this.inputs = inputs;
    Random random = new Random(seed);
    double[] values = new double[variables];
    for (int i = 0; i < inputs; i++) {
      values[i] = input(i);
    }
    for (int i = 0; i < operations; i++) {
      int target = (inputs + i) % variables;
      int known = Math.min(inputs + i, variables);
      int left = (target + known - 1 - random.nextInt(Math.min(known, 20))) % known;
      int right = random.nextInt(4) == 0 ? -1 - random.nextInt(inputs) : random.nextInt(known);
      double other = right < 0 ? input(-1 - right) : values[right];
      Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
      if (Math.abs(values[left]) > 1 || Math.abs(other) > 1) {
        operation = random.nextBoolean() ? Operation.SINE : Operation.MEAN;
      }
      steps.add(new Step(operation, target, left, right));
      values[target] = operation.valueAndPartials(values[left], other)[0];
    }
  }

  /** Where the program is to be differentiated. */
  double[] point() {
    double[] x = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      x[i] = input(i);
    }
    return x;
  }

  private static double input(int i) {
    return Math.sin(2.0 * i + 1);
  }

  /** Returns a class {@code name} of package {@code straight} with a method {@code f}. */
  String source(String name) {
    StringBuilder text = new StringBuilder();
    text.append("package straight;\n\nimport io.cotangent.Differentiable;\n\npublic class ");
    text.append(name).append(" {\n  @Differentiable(name = \"").append(name);
    text.append("Derivatives\")\n  public static double f(double[] x) {\n");
    int defined = inputs;
    for (int i = 0; i < inputs; i++) {
      text.append("    double v").append(i).append(" = x[").append(i).append("];\n");
    }
    for (Step step : steps) {
      boolean isNew = step.target == defined;
      defined += isNew ? 1 : 0;
      text.append(isNew ? "    double v" : "    v").append(step.target).append(" = ");
      String right = step.right < 0 ? "x[" + (-1 - step.right) + "]" : "v" + step.right;
      text.append(String.format(Locale.ROOT, step.operation.text, "v" + step.left, right));
      text.append(";\n");
    }
    text.append("    return v").append(steps.get(steps.size() - 1).target);
    return text.append(";\n  }\n}\n").toString();
  }

  /** Returns the value at {@code x}, then the gradient, by forward propagation. */
  double[] valueAndGradient(double[] x) {
    int variables = inputs;
    for (Step step : steps) {
      variables = Math.max(variables, step.target + 1);
    }
    double[][] arguments = new double[inputs][inputs + 1];
    double[][] duals = new double[variables][];
    for (int i = 0; i < inputs; i++) {
      arguments[i][0] = x[i];
      arguments[i][i + 1] = 1;
      duals[i] = arguments[i];
    }
    double[] last = duals[0];
    for (Step step : steps) {
      double[] a = duals[step.left];
      double[] b = step.right < 0 ? arguments[-1 - step.right] : duals[step.right];
      double[] parts = step.operation.valueAndPartials(a[0], b[0]);
      last = new double[inputs + 1];
      last[0] = parts[0];
      for (int i = 1; i <= inputs; i++) {
        last[i] = parts[1] * a[i] + parts[2] * b[i];
      }
      duals[step.target] = last;
    }
    return last;
  }
}
