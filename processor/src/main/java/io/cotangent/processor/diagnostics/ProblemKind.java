package io.cotangent.processor.diagnostics;

import java.util.Locale;

/** Every message that the processor can print: its severity, its code and its text. */
public enum ProblemKind {
  /** A construct of the language that can't be differentiated: construct, what to write instead. */
  UNSUPPORTED_CONSTRUCT(Severity.ERROR, "%s can't be differentiated: %s"),
  /** A call whose target is not known: the call, what to do. */
  UNKNOWN_TARGET(Severity.ERROR, "the method that '%s' calls is not known here: %s"),
  /** A lambda or method reference for an interface that can't be looked at. */
  LAMBDA(
      Severity.ERROR,
      "the interface that this function implements is not known here: use one of"
          + " java.util.function, or declare one in this compilation"),
  /** What a function that is handed to an operation captures can't be made parameters of it. */
  FUNCTION_CAPTURES(
      Severity.ERROR,
      "the function captures '%s', which can't be taken apart here: put the numbers that the"
          + " function needs into variables, and use those"),
  /** An integrand captures a float, whose adjoint's rounding no integral converges with. */
  FUNCTION_FLOAT(
      Severity.ERROR,
      "the integrand captures the float '%s', whose derivatives are too coarse for an integral: put"
          + " it into a double variable, and use that"),
  /** A function that is handed to an operation writes to an array that it captures or is given. */
  FUNCTION_WRITES(
      Severity.ERROR,
      "the function writes to '%s', which it does not make itself: let it work on a copy"),
  /** An object whose source is known goes into a method without source: the method. */
  OBJECT_ESCAPES(
      Severity.ERROR,
      "'%s' can't be given an object that this method makes or changes: pass it the numbers that it"
          + " needs, or call it outside of the differentiable method"),
  /**
   * What a class of the JDK does with active numbers, but the processor does not know: its name.
   */
  LIBRARY_CLASS(
      Severity.ERROR,
      "'%s' can't be differentiated: write a loop over an array, a list or a map, or call a method of"
          + " your own that does the same"),
  /** An object of Java's would have to be one that is taken apart: where from, which class. */
  OBJECT_MIXED(
      Severity.ERROR,
      "'%s' can't be taken for a '%s' here, where objects are taken apart to be differentiated: make"
          + " the object in the method itself, or pass its numbers in an array"),
  /** A map's keys are objects that are taken apart: their type. */
  MAP_KEY(
      Severity.ERROR,
      "a map or set with keys of type '%s' can't be differentiated: use a String, an Integer or an"
          + " enum as key, or keep the values in a list"),
  /** A class is declared inside a differentiable method: its name. */
  LOCAL_CLASS(
      Severity.ERROR, "class '%s' is declared inside a differentiable method: declare it outside"),
  /** An instance field is written: its name. */
  FIELD_WRITE(
      Severity.ERROR,
      "field '%s' is written in a differentiable method: use a local variable and return its value"),
  /** A static field is written: its name. */
  STATIC_WRITE(
      Severity.ERROR,
      "static field '%s' is written in a differentiable method: use a local variable and return"
          + " its value"),
  /** A field that the generated class can't read: its name. */
  PRIVATE_FIELD(
      Severity.ERROR,
      "field '%s' can't be read by the generated class: make it package-private or pass it as a"
          + " parameter"),
  /** A method, constructor or type that the generated class can't name: what. */
  INACCESSIBLE(
      Severity.ERROR,
      "'%s' can't be named by the generated class: make it package-private or public"),
  /** An enhanced for over something that is not an array: its type. */
  FOR_EACH(
      Severity.ERROR,
      "'for' over a %s can't be differentiated: copy the numbers into an array and loop over that"),
  /** The instance of an enclosing class is used: its type. */
  OUTER_INSTANCE(
      Severity.ERROR,
      "the enclosing instance '%s' can't be reached from the generated class: pass what is needed"
          + " as a parameter"),
  /** A member of the superclass is used through 'super'. */
  SUPER(
      Severity.ERROR,
      "'super' can't be reached from the generated class: call a method of this class"),
  /** A method without a body: its name. */
  NO_BODY(
      Severity.ERROR,
      "method '%s' has no body to differentiate: annotate a method that is neither abstract nor"
          + " native"),
  /** A call copies between arrays of different types: the method. */
  ARRAY_COPY(
      Severity.ERROR,
      "'%s' between arrays of different types can't be differentiated: write the loop"),
  /** An active value goes into a method without a derivative: the method. */
  NO_DERIVATIVE(
      Severity.ERROR,
      "nothing tells the derivative of '%s': call a method whose source is in this compilation or"
          + " that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to"
          + " be zero"),
  /** An operator that solves equations by iteration is given active values: its name. */
  ITERATIVE_OPERATOR(
      Severity.ERROR,
      "'%s' iterates and has no derivative: write its equations as a @Root and call the solution"),
  /** An active array goes into a method that might write to it: the method. */
  ARRAY_ESCAPES(
      Severity.ERROR,
      "'%s' might write to an array that carries derivatives: pass it a copy, array.clone()"),
  /** An array of a field or of an unknown method is written. */
  ARRAY_NOT_OURS(
      Severity.ERROR,
      "an array that belongs to a field or to a library is written in a differentiable method:"
          + " work on a copy, array.clone()"),
  /** Two annotated overloads would get one class: its name. */
  OVERLOADS(
      Severity.ERROR,
      "two @Differentiable methods would both generate '%s': give each a name, as in"
          + " @Differentiable(name = \"...\")"),
  /** A name in 'wrt' that is no parameter: the name, the parameters. */
  UNKNOWN_WRT(Severity.ERROR, "wrt names '%s', which is no parameter: there are %s"),
  /** A parameter in 'wrt' that carries no derivative: its name, its type. */
  PASSIVE_WRT(
      Severity.ERROR,
      "wrt names '%s', whose type %s carries no derivative: name parameters of type double, float,"
          + " or arrays of them"),
  /** No parameter carries a derivative: the method. */
  NOTHING_TO_DIFFERENTIATE(
      Severity.ERROR,
      "no parameter of '%s' carries a derivative: it needs a double, a float, or an array, list, map"
          + " or object of them"),
  /** The result carries no derivative: its type. */
  PASSIVE_RESULT(
      Severity.ERROR,
      "a result of type %s carries no derivative: return a number, or what holds some"),
  /** A method without a result writes to no array of numbers: its name. */
  NOTHING_WRITTEN(
      Severity.ERROR,
      "'%s' returns nothing and writes to none of its arrays of double or float: return a result,"
          + " or write to an array that is a parameter"),
  /** An object whose numbers a method without a result reads or writes: the parameter. */
  OBJECT_IN_PLACE(
      Severity.ERROR,
      "the numbers in '%s' can't be differentiated in a method that returns nothing: pass them as"
          + " numbers and arrays, or leave '%<s' out of wrt and don't change it"),
  /** An element that names a parameter names none: the element, the name, the parameters. */
  UNKNOWN_STATE(Severity.ERROR, "%s names '%s', which is no parameter: there are %s"),
  /** The parameter to solve for, or a bound, has the wrong type: element, name, type, right one. */
  STATE_TYPE(Severity.ERROR, "%s names '%s' of type %s: it has to be of type %s"),
  /** The parameter to solve for carries no derivative: the element, the name, its type. */
  PASSIVE_STATE(
      Severity.ERROR,
      "%s names '%s', whose type %s carries no derivative: solve for a double, a float, or an array"
          + " of them"),
  /** The objective of a minimum is no number: its type. */
  OBJECTIVE(
      Severity.ERROR,
      "a result of type %s can't be minimised: return double or float, or double[] with"
          + " solver = Solver.LEVENBERG_MARQUARDT"),
  /** A constraint is no method of the right shape: the element, the name. */
  CONSTRAINT(
      Severity.ERROR,
      "%s names '%s': it has to be a method of this class that is not private, with the objective's"
          + " parameters and the result double or double[]"),
  /** A preconditioner of the wrong shape: the name. */
  PRECONDITIONER(
      Severity.ERROR,
      "preconditioner names '%s': it has to be a method of this class that is not private, static if"
          + " the annotated one is, with its parameters, a last one of type double[], and the result"
          + " double[]"),
  /** A projection or proximal step of the wrong shape: the element, the name, more parameters. */
  STEP_METHOD(
      Severity.ERROR,
      "%s names '%s': it has to be a method of this class that is not private, static if the"
          + " objective is, with the objective's parameters%s and the unknown's type as its result"),
  /** Two annotated methods would get one class: its name. */
  SOLUTION_NAMES(
      Severity.ERROR,
      "two methods would both generate '%s': give each a name, as in @FixedPoint(name = \"...\")"),
  /** An element of the annotation with a value that is not supported: element, what is. */
  ANNOTATION(Severity.ERROR, "%s is not supported: %s"),
  /** A program that loses width under inverse mode: what is lost. */
  INVERSE_LOSS(
      Severity.ERROR,
      "the last copy of %s dies here and no value takes its place, so that the Jacobian is singular:"
          + " keep it in the result, or leave inverse = true out"),
  /** Inverse mode of a method that takes or gives objects. */
  INVERSE_OBJECTS(
      Severity.ERROR,
      "the inverse mode of a method that takes objects apart or gives one is not supported: take"
          + " and give numbers and arrays of them"),
  /** {@code @Batched} on a method that nothing else is asked of: its name. */
  BATCH_ALONE(Severity.ERROR, "@Batched on '%s' has nothing to batch: add @Differentiable to it"),
  /** A construct that has no counterpart on an OpenCL device: the construct. */
  BATCH_DEVICE(
      Severity.ERROR,
      "%s can't run on an OpenCL device: use numbers and flat arrays of them, or leave out gpu ="
          + " true"),
  /** Two batched overloads would get one class: its name. */
  BATCH_OVERLOADS(
      Severity.ERROR,
      "two @Batched methods would both generate '%s': give each a name, as in @Batched(name ="
          + " \"...\")"),
  /** A name in 'over' that is no parameter: the name, the parameters. */
  BATCH_OVER(Severity.ERROR, "over names '%s': name some of the parameters %s"),
  /** A parameter that can't be batched, or summed over a batch: its name, its type. */
  BATCH_TYPE(
      Severity.ERROR,
      "'%s' of type %s can't be part of a batch: batch numbers, booleans and arrays of them of rank"
          + " one (flatten others), and differentiate only by double, float and arrays of them"),
  /** A result that can't be batched: its type. */
  BATCH_RESULT(
      Severity.ERROR,
      "results of type %s can't be batched: return double, float, or a flat array of them"),
  /**
   * An active argument for a parameter without a tangent in the rule: the method, the parameter.
   */
  RULE_PARAMETER(
      Severity.ERROR,
      "the rule of '%s' has no tangent or cotangent for parameter '%s', which is given a value that"
          + " carries a derivative: add it to the rule, or pass Cotangent.stopGradient(...)"),
  /** A rule is for a method that doesn't exist: the method, the class. */
  RULE_TARGET(Severity.ERROR, "@DerivativeOf names '%s', which is no such method of %s"),
  /** A rule is for a method without a derivative: the method. */
  RULE_PASSIVE(
      Severity.ERROR,
      "@DerivativeOf names '%s', which has no derivative: result and some parameter must be double,"
          + " float, or an array of them"),
  /** A rule with another signature: the mode, the method, its declaration, its record. */
  RULE_SIGNATURE(Severity.ERROR, "a rule of mode %s for '%s' is declared as '%s'%s"),
  /** Two rules of one mode: the mode, the method. */
  RULE_TWICE(Severity.ERROR, "a rule of mode %s for '%s' is declared already: keep one"),
  /** A rule's other mode can't be derived: the method. */
  RULE_MODE(
      Severity.ERROR,
      "the rule of '%s' tells one mode in code that can't be differentiated itself, so that the"
          + " other can't be derived from it: declare the rule in both modes"),
  /** A rule can't be differentiated again: the method in it that has no derivative. */
  RULE_ORDER(
      Severity.ERROR,
      "second derivatives need that of '%s' in a rule, and nothing tells it: declare a rule for it,"
          + " or leave order = 2 out"),
  /** A method that is marked so can't have its local Jacobian stored: the method, why. */
  PREACCUMULATE(
      Severity.ERROR,
      "the local Jacobian of '%s' can't be stored: %s; or leave out @Preaccumulate"),
  /** A loop can't be run again from copies of its state: why. */
  CHECKPOINT(
      Severity.ERROR,
      "the loop can't be run again from copies: %s; or leave out Cotangent.checkpoint"),
  /** A comparison for equality decides a branch. */
  FLOAT_EQUALITY(
      Severity.WARNING,
      "numbers that carry derivatives are compared for equality: the branch taken at that single"
          + " point decides the derivative there; test a range instead, or suppress this if the"
          + " branches' derivatives agree"),
  /** No derivative flows from any parameter to the result: the method. */
  ZERO_DERIVATIVE(
      Severity.WARNING,
      "the derivative of '%s' is zero everywhere: its result depends on none of the parameters that"
          + " it is differentiated by, but perhaps through steps such as casts to integers"),
  /** No derivative flows from a parameter to the result: the parameter. */
  UNUSED_WRT(
      Severity.WARNING,
      "the derivative with respect to '%s' is zero everywhere: leave it out of wrt"),
  /** An option that can't be understood: the option, the part, what there is. */
  OPTION(
      Severity.ERROR,
      "-A%s does not know '%s': write none, all or error, or one of these after '=' for some of %s"),
  /** A defect of the processor itself: what happened. */
  INTERNAL(Severity.ERROR, "internal error of Cotangent, please report it: %s");

  private final Severity severity;
  private final String pattern;

  ProblemKind(Severity severity, String pattern) {
    this.severity = severity;
    this.pattern = pattern;
  }

  /** Whether the problem stops the compilation, or it goes on. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** Whether the problem stops the compilation. */
  public Severity severity() {
    return severity;
  }

  /** The message's text with {@code args} filled in. */
  public String format(Object... args) {
    return String.format(Locale.ROOT, pattern, args);
  }

  /** The name that users search for and suppress by, such as {@code cotangent:unknown-target}. */
  public String code() {
    return "cotangent:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
