package io.cotangent.language;

/**
 * A form of statement or expression, and a class that uses it.
 *
 * @param section the section of the Java 17 language specification
 * @param name what the specification calls it
 * @param members members of a class, among them the method {@code double f(double x, double[] a,
 *     int n)} that is to be differentiated
 * @param shown the part of it that the page shows
 */
record Form(String section, String name, String members, String shown) {

  /** A form that statements of the method show; what they compute goes into {@code y}. */
  static Form statements(String section, String name, String code) {
    return new Form(section, name, method("double y = x;\n" + code + "\nreturn y;"), code);
  }

  /** A form that an expression of the method shows. */
  static Form expression(String section, String name, String code) {
    return new Form(section, name, method("return " + code + ";"), code);
  }

  /** The form with further members of the class, which the page shows too. */
  Form with(String more) {
    return new Form(section, name, more + "\n" + members, more + " " + shown);
  }

  private static String method(String body) {
    return "static double f(double x, double[] a, int n) throws Exception {\n" + body + "\n}\n";
  }

  /** The class as Java. */
  String source(String className) {
    String annotated =
        members.replace(
            "static double f(", "@io.cotangent.Differentiable(order = 2)\nstatic double f(");
    return "package language;\n\nimport java.util.*;\nimport java.util.function.*;\nimport java.util.stream.*;\n\nclass "
        + className
        + " {\n"
        + annotated
        + "}\n";
  }
}
