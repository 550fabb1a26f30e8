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
import java.util.function.IntPredicate;

/**
 * A method of objects as one of numbers and arrays: it puts its objects together from parameters of
 * their parts, calls the method, and gives the parts of the result. What is differentiated is this
 * one; the generated class takes objects apart around it.
 */
final class Numbers {
  /** The name of the nested class with the derivatives. */
  static final String CLASS = "Numbers";

  private static final FunctionId ENTRY = new FunctionId("#numbers");

  private final Request request;
  private final LoweredProgram lowered;
  private final Function method;
  private final Set<String> used = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Var> params = new ArrayList<>();
  private final List<Stmt> body = new ArrayList<>();
  private final KnownParts parts;
  private final HandedKinds kinds;
  private final Optional<IntPredicate> writes;
  private boolean handsIn;
  private boolean handsOut;

  private Numbers(Request request, LoweredProgram lowered, Optional<IntPredicate> writes) {
    this.request = request;
    this.lowered = lowered;
    this.writes = writes;
    this.kinds = new HandedKinds(lowered);
    this.method = lowered.get(lowered.entry()).function();
    this.parts = new KnownParts(lowered, used, request.batched());
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
   * @param graph what is taken apart at run time
   */
  record Plan(
      Request request,
      LoweredProgram program,
      List<ObjectClass.Parameter> params,
      Optional<ObjectParts> result,
      Optional<ObjectClass.Graph> graph,
      boolean changes) {}

  /** The method of numbers, or what is in the way. */
  record Outcome(Optional<Plan> plan, List<Problem> problems) {}

  /**
   * The method of numbers.
   *
   * @param apart the parameters to take apart, by index; others keep their types
   * @param writes whether the method may write to what a parameter holds; where this is told,
   *     objects may be taken apart whose parts only run time tells
   */
  static Outcome of(
      Request request, LoweredProgram lowered, Set<Integer> apart, Optional<IntPredicate> writes) {
    return new Numbers(request, lowered, writes).run(apart);
  }

  private Outcome run(Set<Integer> apart) {
    List<ObjectClass.Parameter> seen = new ArrayList<>();
    List<Integer> wrt = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < method.params().size(); i++) {
      Var param = method.params().get(i);
      int first = params.size();
      Optional<ObjectParts> known = Optional.empty();
      boolean handed = false;
      if (apart.contains(i)) {
        KnownParts.Found found = parts.of(param.type(), param.name());
        handed = isHanded(param.type(), found);
        if (handed) {
          args.add(handedIn(param));
        } else {
          problems.addAll(found.problems());
          known = found.parts();
          known.ifPresent(p -> args.add(built(param.name(), (Type.Struct) param.type(), p)));
        }
      } else {
        Var same = new Var(param.name(), param.type());
        params.add(same);
        args.add(same.read());
      }
      Type type = parts.known(param.type());
      seen.add(new ObjectClass.Parameter(param.name(), type, known, handed, isWritten(i)));
      for (int k = first; k < params.size(); k++) {
        if (request.wrt().contains(i) && params.get(k).type().carriesDerivative()) {
          wrt.add(k);
        }
      }
    }
    Var value = method.results().get(0);
    Optional<Type> box = unboxed(value.type());
    Optional<ObjectParts> result = box.isPresent() ? Optional.empty() : result(value.type());
    if (handsIn || handsOut) {
      String instead = "keep lists, maps, arrays and numbers in what is passed";
      kinds.unhandable().forEach(what -> refuse(what, instead));
    }
    if (!problems.isEmpty()) {
      return new Outcome(Optional.empty(), problems);
    }
    Var given = new Var(method.name(), value.type());
    body.add(new Stmt.Declare(given, Exprs.defaultValue(given.type())));
    body.add(new Stmt.Call(List.of(given), method.id(), args, Span.NONE));
    Var numbers = given;
    if (handsOut) {
      Var parts = HandedOut.partsOfResult();
      params.add(parts);
      numbers = HandedOut.taken(given, parts, body);
    } else if (box.isPresent()) {
      numbers = new Var("result", box.get());
      Expr number = new Expr.Field(given.read(), "value", box.get());
      body.add(new Stmt.Declare(numbers, number));
    } else if (result.isPresent()) {
      numbers = NumbersOfResult.taken(given, result.get(), body);
    }
    Function entry = new Function(ENTRY, method.name(), params, List.of(numbers), new Block(body));
    boolean changes = method.params().stream().anyMatch(p -> written.contains(p.type().toString()));
    Plan plan =
        new Plan(
            request.ofNumbers(request.className() + "." + CLASS, wrt),
            program(entry),
            seen,
            result,
            handsIn || handsOut
                ? Optional.of(
                    new ObjectClass.Graph(kinds.told(), parts.known(value.type()), handsOut))
                : Optional.empty(),
            changes);
    return new Outcome(Optional.of(plan), List.of());
  }

  private void refuse(String what, String instead) {
    problems.add(new Problem(ProblemKind.UNSUPPORTED_CONSTRUCT, Span.NONE, List.of(what, instead)));
  }

  private boolean isWritten(int param) {
    return writes.filter(each -> each.test(param)).isPresent();
  }

  private Optional<ObjectParts> result(Type type) {
    if (!(type.leaf() instanceof Type.Struct)) {
      return Optional.empty();
    }
    KnownParts.Found found = parts.of(type, "the result");
    List<Problem> inTheWay = new ArrayList<>(found.problems());
    found.parts().ifPresent(p -> inTheWay.addAll(NumbersOfResult.problems(p)));
    if (isHanded(type, new KnownParts.Found(found.parts(), inTheWay))) {
      handsOut = true;
      return Optional.empty();
    }
    problems.addAll(inTheWay);
    return found.parts();
  }

  /** The number in a box of the JDK's. */
  private Optional<Type> unboxed(Type type) {
    return switch (parts.known(type).toString()) {
      case "java.lang.Double" -> Optional.of(Type.DOUBLE);
      case "java.lang.Float" -> Optional.of(Type.FLOAT);
      default -> Optional.empty();
    };
  }

  /** Whether such an object is taken apart at run time. */
  private boolean isHanded(Type type, KnownParts.Found found) {
    return writes.isPresent()
        && found.isLeftToRunTime()
        && kinds.isHandable(parts.known(type.leaf()));
  }

  /** The parameter, put together from parts that run time tells. */
  private Expr handedIn(Var param) {
    Var object = new Var(param.name(), HandedIn.OBJECT);
    Var numbers = new Var(param.name() + "Numbers", HandedIn.NUMBERS);
    Var shape = new Var(param.name() + "Shape", HandedIn.INTS);
    Var others = new Var(param.name() + "Others", HandedIn.OBJECTS);
    params.addAll(List.of(numbers, shape, others));
    body.addAll(HandedIn.call(object, numbers, shape, others));
    handsIn = true;
    return new Expr.Cast(param.type(), object.read());
  }

  private LoweredProgram program(Function entry) {
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    functions.put(
        ENTRY, new Lowered(entry, List.of(), new Original("", entry.name(), false, true)));
    functions.putAll(lowered.functions());
    List<Function> handing = new ArrayList<>();
    if (handsIn) {
      handing.add(new HandedIn(kinds).function());
    }
    if (handsOut) {
      handing.addAll(HandedOut.functions(kinds));
    }
    for (Function each : handing) {
      Original none = new Original("", each.name(), false, true);
      functions.put(each.id(), new Lowered(each, List.of(), none));
    }
    return new LoweredProgram(ENTRY, functions, lowered.shapes(), lowered.rules(), lowered.order());
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
