package io.cotangent.processor;

import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.backend.ObjectParts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Lowered;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Original;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method of objects as one of numbers and arrays: it puts its objects together from parameters of
 * their parts, calls the method, and gives the parts of the result. What is differentiated is this
 * one; the generated class takes objects apart around it.
 */
final class Numbers {
  /** The name of the nested class with the derivatives. */
  static final String CLASS = "Numbers";

  private static final FunctionId ENTRY = new FunctionId("#numbers");

  private final LoweredProgram lowered;
  private final Function method;
  private final Set<String> used = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Var> params = new ArrayList<>();
  private final List<Stmt> body = new ArrayList<>();
  private final Set<String> around = new HashSet<>();

  private Numbers(LoweredProgram lowered) {
    this.lowered = lowered;
    this.method = lowered.get(lowered.entry()).function();
    lowered.functions().values().forEach(each -> mention(each.function()));
  }

  private void mention(Function function) {
    Walk.statements(
        function.body(),
        stmt -> {
          if (stmt instanceof Stmt.Put put) {
            used.add(put.name());
            boolean own =
                function.name().startsWith("init")
                    && put.receiver().equals(function.params().get(0).read());
            if (!own && put.receiver().type() instanceof Type.Struct struct) {
              written.add(struct.name());
            }
          }
        });
    Walk.expressions(
        function.body(),
        e -> {
          if (e instanceof Expr.Field field) {
            used.add(field.name());
          } else if (comparesObjects(e)) {
            refuse("'==' of objects, some of them parameters,", "compare what they hold");
          }
        });
  }

  /** Whether identity is asked for: objects that are put together anew have another. */
  private static boolean comparesObjects(Expr e) {
    return e instanceof Expr.Apply x
        && (x.op() == Operator.EQ || x.op() == Operator.NE)
        && x.args().stream()
            .allMatch(arg -> arg.type() instanceof Type.Struct && !(arg instanceof Expr.Const));
  }

  /**
   * What is to be differentiated instead, and how it looks to the user.
   *
   * @param request for the nested class
   * @param program with the method of numbers as its entry
   * @param params the user's parameters
   * @param result the user's result, if it is an object
   */
  record Plan(
      Request request,
      LoweredProgram program,
      List<ObjectClass.Parameter> params,
      Optional<ObjectParts> result,
      boolean changes) {}

  /** The method of numbers, or what is in the way. */
  record Outcome(Optional<Plan> plan, List<Problem> problems) {}

  /**
   * The method of numbers.
   *
   * @param apart the parameters to take apart, by index; others keep their types
   */
  static Outcome of(Request request, LoweredProgram lowered, Set<Integer> apart) {
    return new Numbers(lowered).run(request, apart);
  }

  private Outcome run(Request request, Set<Integer> apart) {
    List<ObjectClass.Parameter> seen = new ArrayList<>();
    List<Integer> wrt = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < method.params().size(); i++) {
      Var param = method.params().get(i);
      int first = params.size();
      Optional<ObjectParts> parts = Optional.empty();
      if (apart.contains(i)) {
        parts = parts(param.type(), param.name());
        parts.ifPresent(p -> args.add(built(param.name(), (Type.Struct) param.type(), p)));
      } else {
        Var same = new Var(param.name(), param.type());
        params.add(same);
        args.add(same.read());
      }
      seen.add(new ObjectClass.Parameter(param.name(), known(param.type()), parts));
      for (int k = first; k < params.size(); k++) {
        if (request.wrt().contains(i) && params.get(k).type().carriesDerivative()) {
          wrt.add(k);
        }
      }
    }
    Optional<ObjectParts> result = Optional.empty();
    Var value = method.results().get(0);
    if (value.type() instanceof Type.Struct) {
      result = parts(value.type(), "the result");
      result.ifPresent(p -> problems.addAll(NumbersOfResult.problems(p)));
    }
    if (!problems.isEmpty()) {
      return new Outcome(Optional.empty(), problems);
    }
    Var given = new Var(method.name(), value.type());
    body.add(new Stmt.Declare(given, Exprs.defaultValue(given.type())));
    body.add(new Stmt.Call(List.of(given), method.id(), args, Span.NONE));
    Var numbers = result.map(parts -> NumbersOfResult.taken(given, parts, body)).orElse(given);
    Function entry = new Function(ENTRY, method.name(), params, List.of(numbers), new Block(body));
    boolean changes = method.params().stream().anyMatch(p -> written.contains(p.type().toString()));
    Plan plan =
        new Plan(
            request.ofNumbers(request.className() + "." + CLASS, wrt),
            program(entry),
            seen,
            result,
            changes);
    return new Outcome(Optional.of(plan), List.of());
  }

  private LoweredProgram program(Function entry) {
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    functions.put(
        ENTRY, new Lowered(entry, List.of(), new Original("", entry.name(), false, true)));
    functions.putAll(lowered.functions());
    return new LoweredProgram(ENTRY, functions, lowered.shapes(), lowered.rules(), lowered.order());
  }

  private void refuse(String what, String instead) {
    problems.add(new Problem(ProblemKind.UNSUPPORTED_CONSTRUCT, Span.NONE, List.of(what, instead)));
  }

  /** The type that the user knows. */
  private Type known(Type type) {
    if (type instanceof Type.Array array) {
      return Type.arrayOf(known(array.element()));
    }
    ClassShape shape =
        type instanceof Type.Struct struct ? lowered.shapes().get(struct.name()) : null;
    return shape == null ? type : new Type.Ref(shape.source());
  }

  private Optional<ObjectParts> parts(Type type, String what) {
    ClassShape shape =
        type instanceof Type.Struct struct ? lowered.shapes().get(struct.name()) : null;
    if (shape == null) {
      refuse(what + " of type " + known(type), "use arrays of numbers, or objects one by one");
      return Optional.empty();
    }
    if (shape.source().startsWith("java.")) {
      refuse(
          what + " of type " + shape.source(),
          "take the numbers as 'double' or 'double[]' and make the object in the method");
      return Optional.empty();
    }
    if (shape.isAbstract() || shape.kind() == ClassShape.Kind.FUNCTION) {
      refuse(
          what + " of the abstract type " + shape.source(),
          "let the parameter have the class of the object, or leave it out of wrt");
      return Optional.empty();
    }
    if (!shape.isAccessible()) {
      problems.add(new Problem(ProblemKind.INACCESSIBLE, Span.NONE, List.of(shape.simpleName())));
      return Optional.empty();
    }
    if (!around.add(shape.name())) {
      refuse(what + ", which holds objects of its own class", "use arrays");
      return Optional.empty();
    }
    List<ObjectParts.Part> fields = new ArrayList<>();
    boolean isRecord = shape.kind() == ClassShape.Kind.RECORD;
    for (ClassShape.Field field : allFields(shape)) {
      field(field, isRecord, what + "." + field.name(), fields);
    }
    around.remove(shape.name());
    boolean isFinal =
        isRecord
            || lowered.shapes().values().stream()
                .noneMatch(s -> s.parent().filter(shape.name()::equals).isPresent());
    return Optional.of(new ObjectParts(shape.source(), isRecord, isFinal && isRecord, fields));
  }

  private void field(
      ClassShape.Field field, boolean isRecord, String what, List<ObjectParts.Part> fields) {
    boolean carries = field.type().carriesDerivative();
    boolean struct = field.type().leaf() instanceof Type.Struct;
    Optional<ObjectParts> inner = Optional.empty();
    if (struct && holdsNumbers(field.type().leaf(), new HashSet<>())) {
      inner = parts(field.type(), what);
    } else if (struct && used.contains(field.name())) {
      refuse(what, "keep what it holds in the object itself");
    }
    boolean kept = carries || (used.contains(field.name()) && !struct);
    if (kept || inner.isPresent() || isRecord) {
      fields.add(
          new ObjectParts.Part(
              field.name(), field.type(), field.isAccessible(), kept && inner.isEmpty(), inner));
    }
  }

  private boolean holdsNumbers(Type type, Set<String> seen) {
    ClassShape shape =
        type instanceof Type.Struct struct ? lowered.shapes().get(struct.name()) : null;
    return shape != null
        && seen.add(shape.name())
        && allFields(shape).stream()
            .anyMatch(f -> f.type().carriesDerivative() || holdsNumbers(f.type().leaf(), seen));
  }

  private List<ClassShape.Field> allFields(ClassShape shape) {
    List<ClassShape.Field> fields = new ArrayList<>();
    shape.parent().map(lowered.shapes()::get).ifPresent(parent -> fields.addAll(allFields(parent)));
    fields.addAll(shape.fields());
    return fields;
  }

  /** Puts an object together from new parameters for its parts. */
  private Expr built(String name, Type.Struct type, ObjectParts parts) {
    Var object = new Var(name, type);
    body.add(new Stmt.Declare(object, new Expr.NewStruct(type, false)));
    for (ObjectParts.Part part : parts.fields()) {
      String inner =
          name
              + part.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
              + part.name().substring(1);
      if (part.object().isPresent()) {
        Expr held = built(inner, (Type.Struct) part.type(), part.object().get());
        body.add(new Stmt.Put(object.read(), part.name(), held));
      } else if (part.isKept()) {
        Var param = new Var(inner, part.type());
        params.add(param);
        body.add(new Stmt.Put(object.read(), part.name(), param.read()));
      }
    }
    return object.read();
  }
}
