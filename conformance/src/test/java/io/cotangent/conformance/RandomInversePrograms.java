package io.cotangent.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random methods whose Jacobians are square, most of them stepwise. */
final class RandomInversePrograms {
  private final Random random;
  private final StringBuilder body = new StringBuilder();
  private final List<String> places = new ArrayList<>();
  private int fresh;

  private RandomInversePrograms(long seed) {
    random = new Random(seed);
  }

  /** A class of methods {@code f0}, {@code f1}, … of three scalars or of an array. */
  static String source(String name, int methods, long seed) {
    StringBuilder all = new StringBuilder("package random;\n\nclass " + name + " {\n");
    for (int i = 0; i < methods; i++) {
      RandomInversePrograms one = new RandomInversePrograms(seed * 1000 + i);
      all.append(i % 2 == 0 ? one.ofScalars("f" + i) : one.ofArray("f" + i));
    }
    return all.append(
            """
              private static double bend(double a, double b) {
                double twice = 2 * a;
                if (b > 0) {
                  return twice + 0.3 * Math.sin(a) * b;
                }
                return twice - b;
              }

              private static double mean(double[] z, int but) {
                double sum = 0;
                for (int j = 0; j < z.length; j++) {
                  if (j != but) {
                    sum += Math.sin(z[j]);
                  }
                }
                return sum / z.length;
              }
            }
            """)
        .toString();
  }

  private String ofScalars(String name) {
    places.addAll(List.of("x", "y", "z"));
    steps(6, "    ");
    List<String> order = new ArrayList<>(places);
    java.util.Collections.shuffle(order, random);
    return "  @io.cotangent.Differentiable(inverse = true, wrt = {\"x\", \"y\", \"z\"})\n"
        + "  static double[] "
        + name
        + "(double x, double y, double z, double c, int n) {\n"
        + body
        + "    return new double[] {"
        + String.join(", ", order)
        + "};\n  }\n\n";
  }

  private String ofArray(String name) {
    places.addAll(List.of("a[0]", "a[a.length - 1]", "a[i]", "a[(i + 1) % a.length]", "a[j]"));
    String start = random.nextBoolean() ? "    double[] a = x.clone();\n" : "    double[] a = x;\n";
    body.append(start).append("    int i = n;\n    int j = a.length - 1;\n");
    for (int k = 0; k < 4; k++) {
      if (random.nextInt(3) == 0) {
        String up = "for (i = 0; i < a.length; i++)";
        String down = "for (i = a.length - 1; i > 0; i--)";
        body.append("    ").append(random.nextBoolean() ? up : down).append(" {\n");
        steps(2, "      ");
        body.append("    }\n    i = n;\n");
      } else {
        steps(1, "    ");
      }
    }
    return "  @io.cotangent.Differentiable(inverse = true, wrt = \"x\")\n"
        + "  static double[] "
        + name
        + "(double[] x, double c, int n) {\n"
        + body
        + "    return a;\n  }\n\n";
  }

  private String place() {
    return places.get(random.nextInt(places.size()));
  }

  private String number() {
    return Double.toString((1 + random.nextInt(8)) * 0.25);
  }

  private void steps(int count, String indent) {
    for (int i = 0; i < count; i++) {
      step(indent);
    }
  }

  private void step(String in) {
    String p = place();
    String q = place();
    String r = place();
    String t = "t" + fresh++;
    switch (random.nextInt(12)) {
      case 0 -> line(in, p, " = ", p, " * ", number(), " + ", number(), " * Math.sin(", q, ");");
      case 1 -> line(in, p, " += c * ", q, " * 0.5;");
      case 2 -> line(in, p, " = Math.atan(", p, ") + Math.cos(", q, " * ", r, ");");
      case 3 -> line(in, p, " = ", p, " * Math.exp(Math.tanh(", q, ")) - ", r, ";");
      case 4 -> {
        line(in, "double ", t, " = ", p, ";");
        line(in, p, " = ", q, ";");
        line(in, q, " = ", t, ";");
      }
      case 5 -> {
        line(in, "double ", t, " = ", p, " + 0.5 * ", q, ";");
        line(in, q, " = ", q, " - 0.25 * ", p, ";");
        line(in, p, " = ", t, " * c;");
      }
      case 6 -> {
        line(in, "if (", q, " > ", r, ") {");
        step(in + "  ");
        line(in, "} else {");
        step(in + "  ");
        line(in, "}");
      }
      case 7 -> line(in, p, " = bend(", p, ", ", number(), ") + ", q, " * 0.1;");
      case 8 -> {
        line(in, "for (int k", t, " = 0; k", t, " < n; k", t, "++) {");
        step(in + "  ");
        line(in, "}");
      }
      case 9 -> line(in, p, " -= Math.max(", p, ", c) * 0.25;");
      case 10 -> {
        line(in, "double ", t, " = Math.sinh(", q, " * 0.3);");
        line(in, p, " = ", p, " / (1 + ", t, " * ", t, ") + ", t, ";");
      }
      default -> {
        if (places.contains("x")) {
          line(in, p, " = -", p, " * (2 + Math.sin(c));");
        } else {
          line(in, p, " = 1.5 * ", p, " + mean(a, i);");
        }
      }
    }
  }

  private void line(String in, String... parts) {
    body.append(in).append(String.join("", parts)).append("\n");
  }
}
