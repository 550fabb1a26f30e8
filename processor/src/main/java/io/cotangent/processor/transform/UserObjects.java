package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves objects as the user's own where that will do: none of their class is made or written in
 * the program, none holds anything active, and the generated class can read their fields. Their
 * references have the user's type afterwards.
 */
public final class UserObjects extends Rewriter {
  private final Map<String, ClassShape> shapes;
  private final Set<String> taken = new HashSet<>();
  private final Map<Var, Var> vars = new HashMap<>();

  private UserObjects(Map<String, ClassShape> shapes) {
    this.shapes = shapes;
  }

  /**
   * The program with the user's own objects where that will do.
   *
   * @param originals the user's methods that can be called as they are
   */
  public static Program apply(
      Facts facts,
      Map<String, ClassShape> shapes,
      FunctionId entry,
      PassiveCalls.Originals originals) {
    UserObjects pass = new UserObjects(shapes);
    for (ClassShape shape : shapes.values()) {
      if (shape.kind() == ClassShape.Kind.FUNCTION || !shape.isAccessible()) {
        pass.taken.add(shape.name());
      }
    }
    pass.follow(entry, facts, originals);
    if (pass.taken.containsAll(shapes.keySet())) {
      return facts.program();
    }
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    facts
        .program()
        .functions()
        .forEach((id, function) -> functions.put(id, pass.function(function)));
    return facts.program().with(functions);
  }

  /**
   * Looks at all that is lowered: a call that could be one of the user's own method is left until
   * it turns out that an argument of it is taken apart, which that method could not be given.
   */
  private void follow(FunctionId entry, Facts facts, PassiveCalls.Originals originals) {
    Set<FunctionId> seen = new HashSet<>(Set.of(entry));
    Deque<FunctionId> open = new ArrayDeque<>(seen);
    List<Stmt.Call> left = new ArrayList<>();
    while (!open.isEmpty()) {
      while (!open.isEmpty()) {
        Function function = facts.program().get(open.removeFirst());
        collect(function, facts);
        facts.program().rule(function.id()).stream()
            .flatMap(rule -> rule.functions().stream())
            .filter(seen::add)
            .forEach(open::addLast);
        Walk.calls(
            function.body(),
            call -> {
              if (PassiveCalls.mayRunAsItIs(call, facts, originals)) {
                left.add(call);
              } else if (seen.add(call.callee())) {
                open.addLast(call.callee());
              }
            });
      }
      close();
      left.stream()
          .filter(call -> call.args().stream().anyMatch(arg -> isTaken(arg.type())))
          .map(Stmt.Call::callee)
          .filter(seen::add)
          .forEach(open::addLast);
    }
  }

  private void collect(Function function, Facts facts) {
    function.params().forEach(p -> takeIfActive(p, facts));
    Walk.statements(
        function.body(),
        stmt -> {
          Walk.written(stmt).forEach(v -> takeIfActive(v, facts));
          if (stmt instanceof Stmt.Put put) {
            take(put.receiver().type());
          }
        });
    Walk.expressions(function.body(), e -> collect(e, facts));
  }

  private void collect(Expr e, Facts facts) {
    if (e instanceof Expr.NewStruct || e instanceof Expr.NewArray) {
      take(e.type());
    } else if (e instanceof Expr.Field field && field.isOfStruct()) {
      Type.Struct owner = (Type.Struct) field.receiver().type();
      if (!isAccessible(owner.name(), field.name()) || facts.activity().isActivePlace(field)) {
        take(owner);
      }
    }
  }

  private boolean isAccessible(String owner, String field) {
    ClassShape shape = java.util.Objects.requireNonNull(shapes.get(owner));
    return shape.fields().stream().anyMatch(f -> f.name().equals(field) && f.isAccessible())
        || shape.parent().filter(parent -> isAccessible(parent, field)).isPresent();
  }

  private void takeIfActive(Var var, Facts facts) {
    if (var.type().leaf() instanceof Type.Struct && facts.activity().isActive(var)) {
      take(var.type());
    }
  }

  private void take(Type type) {
    if (type.leaf() instanceof Type.Struct struct) {
      taken.add(struct.name());
    }
  }

  /**
   * A class goes with its supertypes and subtypes, with what holds its objects, and what it holds.
   */
  private void close() {
    int before = -1;
    while (taken.size() > before) {
      before = taken.size();
      for (ClassShape shape : shapes.values()) {
        boolean related =
            shape.parent().filter(taken::contains).isPresent()
                || shape.interfaces().stream().anyMatch(taken::contains)
                || shape.fields().stream().anyMatch(f -> isTaken(f.type()));
        if (related) {
          taken.add(shape.name());
        }
        if (taken.contains(shape.name())) {
          shape.parent().ifPresent(taken::add);
          taken.addAll(shape.interfaces());
          shape.fields().forEach(f -> take(f.type()));
        }
      }
    }
  }

  private boolean isTaken(Type type) {
    return type.leaf() instanceof Type.Struct struct && taken.contains(struct.name());
  }

  private Function function(Function f) {
    return new Function(
        f.id(),
        f.name(),
        f.params().stream().map(this::var).toList(),
        f.results().stream().map(this::var).toList(),
        block(f.body()));
  }

  private Type type(Type type) {
    if (type instanceof Type.Array array) {
      return Type.arrayOf(type(array.element()));
    }
    return type instanceof Type.Struct struct && !taken.contains(struct.name())
        ? new Type.Ref(java.util.Objects.requireNonNull(shapes.get(struct.name())).source())
        : type;
  }

  @Override
  public Var var(Var var) {
    Type type = type(var.type());
    return type.equals(var.type()) ? var : vars.computeIfAbsent(var, v -> new Var(v.name(), type));
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read x) {
      return var(x.var()).read();
    } else if (e instanceof Expr.Const x) {
      return new Expr.Const(x.value(), type(x.type()));
    } else if (e instanceof Expr.Cast x) {
      return new Expr.Cast(type(x.type()), expr(x.operand()));
    } else if (e instanceof Expr.InstanceOf x) {
      return new Expr.InstanceOf(expr(x.operand()), type(x.tested()));
    } else if (e instanceof Expr.Field x && x.isOfStruct()) {
      return field(x);
    } else if (e instanceof Expr.Invoke x) {
      return new Expr.Invoke(
          x.invocation(), x.owner(), x.name(), exprs(x.args()), type(x.type()), x.span());
    } else if (e instanceof Expr.Apply x) {
      return new Expr.Apply(x.op(), exprs(x.args()), type(x.type()));
    }
    return super.expr(e);
  }

  private Expr field(Expr.Field field) {
    Expr receiver = expr(field.receiver());
    String owner = ((Type.Struct) field.receiver().type()).name();
    boolean read = !taken.contains(owner);
    boolean component =
        read
            && java.util.Objects.requireNonNull(shapes.get(owner)).kind() == ClassShape.Kind.RECORD;
    String name = component ? field.name() + "()" : field.name();
    return new Expr.Field(receiver, name, type(field.type()));
  }
}
