package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtTypeReference;

/**
 * Methods that the receiver's run-time class chooses, as functions that test for the classes whose
 * objects the program makes or is given (rapid type analysis, Bacon and Sweeney 1996).
 */
final class VirtualMethods {
  private final Shapes shapes;
  private final Map<FunctionId, Callees.VirtualMethod> asked = new LinkedHashMap<>();
  private final Set<String> created = new LinkedHashSet<>();
  private final Map<String, Lowered> functions = new LinkedHashMap<>();
  private final Map<String, Writer> writers = new HashMap<>();
  private final Map<String, Optional<Lowered>> written = new LinkedHashMap<>();

  VirtualMethods(Shapes shapes) {
    this.shapes = shapes;
  }

  FunctionId ask(Callees.VirtualMethod method) {
    asked.putIfAbsent(method.id(), method);
    return method.id();
  }

  void created(ClassShape shape) {
    if (!shape.isAbstract()) {
      created.add(shape.name());
    }
  }

  /** The only method of objects of a lambda's class. */
  void implement(String shape, Lowered function) {
    functions.put(shape, function);
  }

  /** The methods of objects of a class without source. */
  void implement(String shape, Writer writer) {
    writers.putIfAbsent(shape, writer);
  }

  /** Writes the method of a class, if the class itself has it. */
  interface Writer extends java.util.function.Function<Callees.VirtualMethod, Optional<Lowered>> {}

  /** The methods that were written. */
  List<Lowered> written() {
    return written.values().stream().flatMap(Optional::stream).toList();
  }

  /** The declarations that the methods asked for may run. */
  List<CtExecutable<?>> implementations() {
    List<CtExecutable<?>> all = new ArrayList<>();
    for (Callees.VirtualMethod method : asked.values()) {
      for (String type : receivers(method)) {
        Optional<CtExecutable<?>> declared =
            lambda(type, method).isPresent() ? Optional.empty() : declaration(type, method);
        declared.ifPresent(all::add);
      }
    }
    return all;
  }

  /** Whether there is any object in the program on which the method could be called. */
  private boolean isKnown(Callees.VirtualMethod method) {
    return !receivers(method).isEmpty() || Models.isCollection(method.owner());
  }

  /** The methods that some object in the program has. */
  List<Callees.VirtualMethod> known() {
    return asked.values().stream().filter(this::isKnown).toList();
  }

  /** The method of this identity, if no object in the program has it. */
  Optional<Callees.VirtualMethod> unknown(FunctionId id) {
    return Optional.ofNullable(asked.get(id)).filter(method -> !isKnown(method));
  }

  /** The method as a function; {@code functions} gives the identity of a declaration. */
  Function function(
      Callees.VirtualMethod method,
      java.util.function.Function<CtExecutable<?>, Function> declared) {
    Var self = new Var("self", new Type.Ref(method.owner()));
    List<Var> params = new ArrayList<>(List.of(self));
    for (int i = 0; i < method.params().size(); i++) {
      params.add(new Var("arg" + i, method.params().get(i)));
    }
    List<Var> results =
        method.result() == Type.VOID ? List.of() : List.of(new Var("result", method.result()));
    Block choice = unknownReceiver(self, method);
    for (Choice each : choices(method, declared)) {
      Expr test = new Expr.InstanceOf(self.read(), new Type.Struct(each.type()));
      Block body = new Block(call(each.target(), params, results));
      choice = Block.of(new Stmt.If(test, body, choice));
    }
    List<Stmt> stmts = new ArrayList<>();
    results.forEach(r -> stmts.add(new Stmt.Declare(r, Exprs.defaultValue(r.type()))));
    stmts.addAll(choice.stmts());
    return new Function(method.id(), method.name(), params, results, new Block(stmts));
  }

  /** What objects of a class run. */
  private record Choice(String type, Function target) {}

  /**
   * What to run by class, superclasses first: the tests are nested inside out, so that subclasses
   * are asked first. A subclass that runs what its superclass does needs no test of its own.
   */
  private List<Choice> choices(
      Callees.VirtualMethod method,
      java.util.function.Function<CtExecutable<?>, Function> declared) {
    List<String> receivers = new ArrayList<>(receivers(method));
    receivers.sort(Comparator.comparingInt(this::depth));
    List<Choice> choices = new ArrayList<>();
    for (String type : receivers) {
      Optional<Function> target =
          lambda(type, method).or(() -> declaration(type, method).map(declared));
      Optional<Choice> inherited =
          choices.stream()
              .filter(choice -> shapes.isSubtype(type, choice.type()))
              .reduce((first, second) -> second);
      if (target.isPresent()
          && !inherited.filter(c -> c.target().id().equals(target.get().id())).isPresent()) {
        choices.add(new Choice(type, target.get()));
      }
    }
    return choices;
  }

  /** The body of a lambda, if it implements the method, or of an object without source. */
  private Optional<Function> lambda(String type, Callees.VirtualMethod method) {
    Writer writer = writers.get(type);
    if (writer != null) {
      String key = type + "#" + method.name() + method.params();
      return written.computeIfAbsent(key, k -> writer.apply(method)).map(Lowered::function);
    }
    return Optional.ofNullable(functions.get(type))
        .map(Lowered::function)
        .filter(f -> f.name().equals(method.name()))
        .filter(f -> f.params().size() == method.params().size() + 1);
  }

  private int depth(String type) {
    return Optional.ofNullable(shapes.all().get(type))
        .flatMap(ClassShape::parent)
        .map(parent -> 1 + depth(parent))
        .orElse(0);
  }

  private static Block unknownReceiver(Var self, Callees.VirtualMethod method) {
    String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
    return Block.of(
        new Stmt.Throw(
            Arithmetic.support(
                "Exceptions",
                "unknownReceiver",
                new Type.Ref("java.lang.RuntimeException"),
                self.read(),
                Exprs.constant(owner + "." + method.name()))));
  }

  private static List<Stmt> call(Function target, List<Var> params, List<Var> results) {
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Type wanted = target.params().get(i).type();
      Expr given = params.get(i).read();
      args.add(given.type().equals(wanted) ? given : new Expr.Cast(wanted, given));
    }
    List<Stmt> stmts = new ArrayList<>();
    List<Var> targets = new ArrayList<>();
    for (Var result : target.results()) {
      Var value = new Var("value", result.type());
      targets.add(value);
      stmts.add(new Stmt.Declare(value, Exprs.defaultValue(value.type())));
    }
    stmts.add(new Stmt.Call(targets, target.id(), args, Span.NONE));
    if (!results.isEmpty() && !targets.isEmpty()) {
      stmts.add(new Stmt.Assign(results.get(0), targets.get(0).read()));
    }
    return stmts;
  }

  private List<String> receivers(Callees.VirtualMethod method) {
    return created.stream().filter(type -> shapes.isSubtype(type, method.owner())).toList();
  }

  /** The declaration that an object of class {@code type} runs. */
  private Optional<CtExecutable<?>> declaration(String type, Callees.VirtualMethod method) {
    Optional<CtType<?>> at = shapes.declaration(type);
    List<CtType<?>> interfaces = new ArrayList<>();
    if (at.isEmpty()) {
      collectInterfaces(type, interfaces);
    }
    while (at.isPresent()) {
      Optional<CtExecutable<?>> own = ownMethod(at.get(), method);
      if (own.isPresent()) {
        return own;
      }
      collectInterfaces(at.get(), interfaces);
      CtTypeReference<?> parent = at.get().getSuperclass();
      at = parent == null ? Optional.empty() : declarationOf(parent);
    }
    // A default of a more special interface hides those of what that one extends.
    return interfaces.stream()
        .sorted(
            (a, b) ->
                shapes.isSubtype(name(a), name(b))
                    ? -1
                    : shapes.isSubtype(name(b), name(a)) ? 1 : 0)
        .map(each -> ownMethod(each, method))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The interfaces of a lambda's class. */
  private void collectInterfaces(String type, List<CtType<?>> into) {
    Optional.ofNullable(shapes.all().get(type)).stream()
        .flatMap(shape -> shape.interfaces().stream())
        .flatMap(each -> shapes.declaration(each).stream())
        .forEach(
            each -> {
              into.add(each);
              collectInterfaces(each, into);
            });
  }

  private static String name(CtType<?> type) {
    return Types.canonicalName(type.getReference());
  }

  private Optional<CtType<?>> declarationOf(CtTypeReference<?> reference) {
    return shapes.of(reference).flatMap(shape -> shapes.declaration(shape.name()));
  }

  private void collectInterfaces(CtType<?> type, List<CtType<?>> into) {
    for (CtTypeReference<?> each : type.getSuperInterfaces()) {
      declarationOf(each)
          .filter(found -> !into.contains(found))
          .ifPresent(
              found -> {
                into.add(found);
                collectInterfaces(found, into);
              });
    }
  }

  private static Optional<CtExecutable<?>> ownMethod(CtType<?> type, Callees.VirtualMethod method) {
    List<CtMethod<?>> named = new ArrayList<>();
    for (CtMethod<?> each : type.getMethodsByName(method.name())) {
      boolean fits =
          each.getParameters().size() == method.params().size()
              && (each.getBody() != null || each.isImplicit())
              && !each.isStatic();
      if (fits && overrides(each, method)) {
        named.add(each);
      }
    }
    return named.stream().<CtExecutable<?>>map(m -> m).findFirst();
  }

  /** Whether the parameters are the same, or references where the other's are type variables. */
  private static boolean overrides(CtMethod<?> candidate, Callees.VirtualMethod method) {
    for (int i = 0; i < method.params().size(); i++) {
      Type own = Types.of(candidate.getParameters().get(i).getType());
      Type wanted = method.params().get(i);
      boolean generic =
          own.isReference() && wanted instanceof Type.Ref && !wanted.equals(Type.STRING);
      if (!own.equals(wanted) && !generic) {
        return false;
      }
    }
    return true;
  }
}
