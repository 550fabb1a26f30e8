package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The names and types that all parts of a generated class agree on. */
final class Layout {
  final DerivativeClass plan;
  final ClassName type;
  final ClassName gradient;
  final ClassName workspace;
  final TypeName resultType;
  final List<TypeName> exceptions = new ArrayList<>();

  /** The parameters' names, in order. */
  final List<String> params = new ArrayList<>();

  /** Per parameter the name of its tangent. */
  final List<String> dots = new ArrayList<>();

  /** Per wrt parameter the workspace's field with its cotangent, and with that one's tangent. */
  final List<String> bars = new ArrayList<>();

  final List<String> barDots = new ArrayList<>();

  /** Per wrt parameter the name of its cotangent as a parameter of the inverse mode. */
  final List<String> inverseBars = new ArrayList<>();

  /** Per wrt parameter its component in the gradient record and its accessor in the workspace. */
  final List<String> components = new ArrayList<>();

  final FunctionTable functions;

  /** The classes for the state of objects. */
  final StateTypes states;

  /** The private methods that everything public leads to. */
  final String sweep;

  final String secondOrder;

  /** The private method that makes a Jacobian's rows from a pullback. */
  final String rows;

  /** The workspace's method that begins a run. */
  final String reset;

  private final Set<String> publicNames = new HashSet<>();

  Layout(DerivativeClass plan) {
    this.plan = plan;
    type = plan.className();
    gradient = type.nestedClass("Gradient");
    workspace = type.nestedClass("Workspace");
    resultType = JavaTypes.of(plan.resultType());
    plan.exceptions().forEach(name -> exceptions.add(JavaTypes.className(name)));
    nameParameters();
    Set<String> reserved = new HashSet<>(ReservedNames.METHODS);
    reserved.addAll(RecordNames.OF_OBJECT);
    Names methods = new Names(reserved, Set.of());
    sweep = methods.fresh("sweep");
    secondOrder = methods.fresh("secondOrder");
    rows = methods.fresh("rows");
    Names fields = new Names(ReservedNames.FIELDS, Set.of());
    Names accessors = RecordNames.components();
    for (int index : plan.wrt()) {
      String name = params.get(index);
      bars.add(fields.claim(name + "Bar"));
      components.add(accessors.claim(name));
    }
    plan.wrt().forEach(index -> barDots.add(fields.claim(params.get(index) + "BarDot")));
    reset = accessors.fresh("reset");
    Set<String> types = new HashSet<>(ReservedNames.TYPES);
    types.add(type.simpleName());
    functions =
        new FunctionTable(
            Reachable.from(roots(), plan.helpers()),
            plan.taped(),
            methods,
            new Names(types, Set.of()),
            fields);
    states = new StateTypes(plan.shapes(), functions.all());
  }

  /** The forms that public methods call. */
  private List<Function> roots() {
    DerivativeClass.Forms forms = plan.forms();
    List<Function> roots = new ArrayList<>(List.of(forms.jvp().function()));
    roots.add(forms.sweep().function());
    if (isInPlace()) {
      return roots;
    }
    roots.add(forms.augmented().function());
    roots.add(forms.recorded().function());
    roots.add(forms.replay().function());
    roots.add(forms.pullback().function());
    if (forms.rows() != null) {
      roots.add(forms.rows().function());
    }
    plan.inverse().ifPresent(i -> i.entries().forEach(entry -> roots.add(entry.function())));
    if (hasSecondOrder()) {
      roots.add(Objects.requireNonNull(forms.reverseTangent()).function());
    }
    return roots;
  }

  private void nameParameters() {
    Names names = new Names(Set.of(), Set.of());
    plan.params().forEach(param -> params.add(names.claim(param.name())));
    params.forEach(name -> dots.add(names.claim(name + "Dot")));
    plan.wrt().forEach(index -> inverseBars.add(names.claim(params.get(index) + "Bar")));
    publicNames.addAll(params);
    publicNames.addAll(dots);
  }

  /** Names for the locals of one method, which keep clear of all parameters. */
  Names locals() {
    Set<String> reserved = new HashSet<>(publicNames);
    reserved.addAll(Set.of("Trees", "Mirror", "ArrayPool", "Guards", "io"));
    return new Names(reserved, Set.of());
  }

  /** A parameter by its index. */
  Parameter param(int index) {
    return plan.params().get(index);
  }

  /**
   * Whether this array may be written to between two products: of those that only the caller writes
   * to, a solver does so to the unknowns alone.
   */
  boolean mayChange(int index) {
    boolean bound = plan.hasProducts() && !plan.wrt().contains(index) && !param(index).written();
    return param(index).type().isArray() && !bound;
  }

  /** The Java type of a parameter. */
  TypeName paramType(int index) {
    return JavaTypes.of(param(index).type());
  }

  /** The type of the gradient. */
  TypeName gradientType() {
    List<Integer> parts = gradientParts();
    return parts.isEmpty()
        ? TypeName.VOID
        : parts.size() == 1 ? paramType(plan.wrt().get(parts.get(0))) : gradient;
  }

  /** Which of the wrt parameters the gradient holds: the scalars where arrays are in place. */
  List<Integer> gradientParts() {
    return IntStream.range(0, plan.wrt().size())
        .filter(i -> !isInPlace() || !param(plan.wrt().get(i)).type().isArray())
        .boxed()
        .toList();
  }

  /** Whether the method's result is a number. */
  boolean isScalar() {
    return !plan.resultType().isArray() && !isInPlace();
  }

  /** Whether the method returns nothing: its derivatives are those of the arrays that it writes. */
  boolean isInPlace() {
    return plan.resultType() == Type.VOID;
  }

  /** Whether there are second derivatives. */
  boolean hasSecondOrder() {
    return plan.forms().reverseTangent() != null && isScalar();
  }

  /** Whether the method may write to an array that it is given. */
  boolean writes() {
    return plan.params().stream().anyMatch(Parameter::written);
  }

  /** The gradient made of one expression per wrt parameter. */
  CodeBlock gradientOf(List<CodeBlock> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : CodeBlock.of("new $T($L)", gradient, CodeBlock.join(parts, ",$W"));
  }

  /** The parts of a gradient value {@code code}. */
  List<CodeBlock> partsOf(String gradientVariable) {
    return plan.wrt().size() == 1
        ? List.of(CodeBlock.of("$N", gradientVariable))
        : components.stream().map(name -> CodeBlock.of("$N.$N()", gradientVariable, name)).toList();
  }

  /** The fields of the workspace {@code ws} with these names. */
  static List<CodeBlock> fields(String ws, List<String> names) {
    return names.stream().map(name -> CodeBlock.of("$N.$N", ws, name)).toList();
  }

  /** A method that takes the parameters. */
  MethodSpec.Builder method(String name, TypeName returns, Modifier... modifiers) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(modifiers)
            .returns(returns)
            .addExceptions(exceptions);
    addParams(method);
    return method;
  }

  /** A public static method that takes the parameters. */
  MethodSpec.Builder publicMethod(String name, TypeName returns) {
    return method(name, returns, Modifier.PUBLIC, Modifier.STATIC);
  }

  /** Adds the method's own parameters. */
  void addParams(MethodSpec.Builder method) {
    for (int i = 0; i < params.size(); i++) {
      method.addParameter(paramType(i), params.get(i));
    }
  }

  /** Adds the tangents of the wrt parameters. */
  void addDots(MethodSpec.Builder method) {
    plan.wrt().forEach(index -> method.addParameter(paramType(index), dots.get(index)));
  }

  /** The parameters as arguments. */
  CodeBlock paramList() {
    return params.stream().map(name -> CodeBlock.of("$N", name)).collect(CodeBlock.joining(",$W"));
  }

  /** The parameters as arguments, each with {@code prefix} before it. */
  CodeBlock paramListOf(String prefix) {
    return params.stream()
        .map(name -> CodeBlock.of("$L$N", prefix, name))
        .collect(CodeBlock.joining(",$W"));
  }

  /** The tangents of the wrt parameters as arguments. */
  CodeBlock dotList() {
    return plan.wrt().stream()
        .map(index -> CodeBlock.of("$N", dots.get(index)))
        .collect(CodeBlock.joining(",$W"));
  }

  /** How many numbers there are in the wrt parameters. */
  CodeBlock wrtSize() {
    int scalars = 0;
    List<CodeBlock> terms = new ArrayList<>();
    for (int index : plan.wrt()) {
      if (param(index).type().isArray()) {
        terms.add(CodeBlock.of("$T.size($N)", RunTime.TREES, params.get(index)));
      } else {
        scalars++;
      }
    }
    if (scalars > 0) {
      terms.add(CodeBlock.of("$L", scalars));
    }
    return CodeBlock.join(terms, " + ");
  }

  /** One array of what is in the parts of a gradient. */
  CodeBlock flat(List<CodeBlock> parts) {
    boolean scalars = plan.wrt().stream().noneMatch(index -> param(index).type().isArray());
    CodeBlock list = CodeBlock.join(parts, ", ");
    if (scalars) {
      return CodeBlock.of("new double[] {$L}", list);
    }
    return CodeBlock.of("$T.$L($L)", RunTime.TREES, parts.size() == 1 ? "flat" : "flatAll", list);
  }

  /** One array of what is in a value of the result's type. */
  CodeBlock flatResult(CodeBlock result) {
    return isScalar()
        ? CodeBlock.of("new double[] {$L}", result)
        : CodeBlock.of("$T.flat($L)", RunTime.TREES, result);
  }

  /** A number of the type, {@code float} or {@code double}. */
  static CodeBlock number(double value, Type type) {
    return CodeBlock.of(type == Type.FLOAT ? "$Lf" : "$L", value);
  }
}
