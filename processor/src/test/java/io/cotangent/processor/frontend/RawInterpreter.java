package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Runs raw IR, statement by statement; it shares nothing with the lowering but the IR itself. */
final class RawInterpreter {
  private static final int BUDGET = 200_000;

  private final LoweredProgram program;
  private final RawReflection reflection;
  private int left = BUDGET;

  RawInterpreter(LoweredProgram program, ClassLoader loader) {
    this.program = program;
    this.reflection = new RawReflection(loader);
  }

  /** An object whose source is known, by the name of its shape. */
  private record RawObject(String type, Map<String, Object> fields) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private static Map<String, Object> fieldsOf(Object receiver) {
    if (receiver == null) {
      throw new NullPointerException();
    }
    return ((RawObject) receiver).fields();
  }

  private static Object zero(Type type) {
    return type instanceof Type.Primitive ? ((Expr.Const) Exprs.defaultValue(type)).value() : null;
  }

  private boolean isSubtype(String sub, String parent) {
    ClassShape shape = program.shapes().get(sub);
    return sub.equals(parent)
        || shape != null
            && (shape.parent().filter(p -> isSubtype(p, parent)).isPresent()
                || shape.interfaces().stream().anyMatch(i -> isSubtype(i, parent)));
  }

  /** How a statement ended, if not by running to its end. */
  private record Exit(Kind kind, String label) {
    enum Kind {
      BREAK,
      CONTINUE,
      RETURN
    }

    boolean leaves(String loop) {
      return kind == Kind.BREAK && (label == null || label.equals(loop));
    }

    boolean continues(String loop) {
      return kind == Kind.CONTINUE && (label == null || label.equals(loop));
    }
  }

  /** The result of the entry function on these arguments; null for {@code void}. */
  Object run(List<Object> args) {
    return call(program.get(program.entry()).function(), args);
  }

  private Object call(Function function, List<Object> args) {
    Map<Var, Object> vars = new IdentityHashMap<>();
    for (int i = 0; i < args.size(); i++) {
      vars.put(function.params().get(i), args.get(i));
    }
    Exit exit = new Activation(vars).block(function.body());
    if (exit != null && exit.kind() != Exit.Kind.RETURN) {
      throw new IllegalStateException("jump out of the function: " + exit);
    }
    return function.results().isEmpty() ? null : vars.get(function.results().get(0));
  }

  @SuppressWarnings("unchecked")
  static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** One call of a function. */
  private final class Activation {
    private final Map<Var, Object> vars;

    Activation(Map<Var, Object> vars) {
      this.vars = vars;
    }

    Exit block(Block block) {
      for (Stmt stmt : block.stmts()) {
        if (left-- < 0) {
          throw new IllegalStateException("too many steps");
        }
        Exit exit = stmt(stmt);
        if (exit != null) {
          return exit;
        }
      }
      return null;
    }

    private Exit stmt(Stmt stmt) {
      if (stmt instanceof Stmt.Declare s) {
        vars.put(s.var(), checked(s.var().type(), value(s.init())));
      } else if (stmt instanceof Stmt.Assign s) {
        Object value = value(s.value());
        if (!vars.containsKey(s.var())) {
          throw new IllegalStateException("not declared: " + s.var());
        }
        vars.put(s.var(), checked(s.var().type(), value));
      } else if (stmt instanceof Stmt.Store s) {
        Object array = value(s.array());
        int index = (Integer) value(s.index());
        Array.set(array, index, checked(s.value().type(), value(s.value())));
      } else if (stmt instanceof Stmt.Put s) {
        fieldsOf(value(s.receiver())).put(s.name(), checked(s.value().type(), value(s.value())));
      } else if (stmt instanceof Stmt.Call s) {
        Object result =
            call(program.get(s.callee()).function(), s.args().stream().map(this::value).toList());
        s.targets().forEach(target -> vars.put(target, checked(target.type(), result)));
      } else if (stmt instanceof Stmt.Eval s) {
        invoke(s.call());
      } else if (stmt instanceof Stmt.Throw s) {
        throw RawInterpreter.<RuntimeException>sneaky((Throwable) value(s.exception()));
      } else if (stmt instanceof Stmt.Assert s) {
        if (!(Boolean) value(s.test())) {
          throw new AssertionError(s.message() == null ? null : value(s.message()));
        }
      } else {
        return control(stmt);
      }
      return null;
    }

    private Exit control(Stmt stmt) {
      if (stmt instanceof Stmt.If s) {
        return block((Boolean) value(s.test()) ? s.then() : s.otherwise());
      } else if (stmt instanceof Stmt.Loop s) {
        return loop(s);
      } else if (stmt instanceof Stmt.Counted s) {
        return counted(s);
      } else if (stmt instanceof Stmt.Labelled s) {
        Exit exit = block(s.body());
        boolean here =
            exit != null && exit.kind() == Exit.Kind.BREAK && s.label().equals(exit.label());
        return here ? null : exit;
      } else if (stmt instanceof Stmt.Break s) {
        return new Exit(Exit.Kind.BREAK, s.label());
      } else if (stmt instanceof Stmt.Continue s) {
        return new Exit(Exit.Kind.CONTINUE, s.label());
      } else if (stmt instanceof Stmt.Return) {
        return new Exit(Exit.Kind.RETURN, null);
      } else if (stmt instanceof Stmt.Mark) {
        return null;
      }
      throw new IllegalStateException("not raw: " + stmt);
    }

    private Exit loop(Stmt.Loop loop) {
      boolean first = loop.testAtEnd();
      while (first || (Boolean) value(loop.test())) {
        first = false;
        Exit exit = block(loop.body());
        if (exit != null && exit.leaves(loop.label())) {
          return null;
        }
        if (exit != null && !exit.continues(loop.label())) {
          return exit;
        }
        if (block(loop.update()) != null) {
          throw new IllegalStateException("jump in an update");
        }
      }
      return null;
    }

    private Exit counted(Stmt.Counted loop) {
      int index = (Integer) value(loop.from());
      vars.put(loop.index(), index);
      int bound = (Integer) value(loop.bound());
      while (holds(loop.relation(), (Integer) vars.get(loop.index()), bound)) {
        Exit exit = block(loop.body());
        if (exit != null) {
          throw new IllegalStateException("jump out of a counted loop: " + exit);
        }
        vars.put(loop.index(), (Integer) vars.get(loop.index()) + loop.step());
      }
      return null;
    }

    private static boolean holds(Operator relation, int index, int bound) {
      return switch (relation) {
        case LT -> index < bound;
        case LE -> index <= bound;
        case GT -> index > bound;
        case GE -> index >= bound;
        default -> throw new IllegalStateException("relation " + relation);
      };
    }

    private Object checked(Type type, Object value) {
      if (type instanceof Type.Primitive) {
        Class<?> box =
            java.lang.invoke.MethodType.methodType(reflection.type(type)).wrap().returnType();
        if (!box.isInstance(value)) {
          throw new IllegalStateException(value + " is not a " + type);
        }
      }
      return value;
    }

    private Object value(Expr expr) {
      if (expr instanceof Expr.Const e) {
        return checked(e.type(), e.value());
      } else if (expr instanceof Expr.Read e) {
        if (!vars.containsKey(e.var())) {
          throw new IllegalStateException("not declared: " + e.var());
        }
        return vars.get(e.var());
      } else if (expr instanceof Expr.Apply e) {
        return checked(e.type(), apply(e));
      } else if (expr instanceof Expr.Cast e) {
        return cast(e);
      } else if (expr instanceof Expr.Conditional e) {
        return value((Boolean) value(e.test()) ? e.then() : e.otherwise());
      } else if (expr instanceof Expr.Load e) {
        Object array = value(e.array());
        int index = (Integer) value(e.index());
        return checked(e.type(), Array.get(array, index));
      } else if (expr instanceof Expr.Length e) {
        return Array.getLength(value(e.array()));
      }
      return rare(expr);
    }

    private Object rare(Expr expr) {
      if (expr instanceof Expr.StaticField e) {
        return reflection.staticField(e);
      } else if (expr instanceof Expr.Field e) {
        Object receiver = value(e.receiver());
        if (receiver == null) {
          throw new NullPointerException();
        }
        return receiver instanceof RawObject object
            ? object.fields().getOrDefault(e.name(), zero(e.type()))
            : reflection.field(receiver.getClass(), e.name(), receiver);
      } else if (expr instanceof Expr.NewStruct e) {
        return new RawObject(e.type().name(), new HashMap<>());
      } else if (expr instanceof Expr.InstanceOf e) {
        Object operand = value(e.operand());
        ClassShape tested = program.shapes().get(e.tested().toString());
        return operand instanceof RawObject object
            ? isSubtype(object.type(), e.tested().toString())
            : reflection.isInstance(
                tested == null ? e.tested().toString() : tested.source(), operand);
      } else if (expr instanceof Expr.NewArray e) {
        return newArray(e);
      } else if (expr instanceof Expr.CloneArray e) {
        Object array = value(e.array());
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
      } else if (expr instanceof Expr.Invoke e) {
        return invoke(e);
      }
      throw new IllegalStateException("not raw: " + expr);
    }

    private Object newArray(Expr.NewArray e) {
      int[] sizes = e.dimensions().stream().mapToInt(d -> (Integer) value(d)).toArray();
      Type inner = e.type();
      for (int i = 0; i < sizes.length; i++) {
        inner = ((Type.Array) inner).element();
      }
      return Array.newInstance(reflection.type(inner), sizes);
    }

    private Object apply(Expr.Apply e) {
      if (e.op() == Operator.AND || e.op() == Operator.OR) {
        boolean left = (Boolean) value(e.args().get(0));
        return left == (e.op() == Operator.OR) ? left : value(e.args().get(1));
      }
      List<Object> args = new ArrayList<>();
      e.args().forEach(arg -> args.add(value(arg)));
      if (e.op() instanceof MathOp math) {
        Expr.Invocation how = Expr.Invocation.STATIC;
        return reflection.invoke(
            new Expr.Invoke(how, math.owner(), math.name(), e.args(), e.type(), null), args);
      }
      return RawOperations.apply((Operator) e.op(), args, e.args().get(0).type());
    }

    private Object cast(Expr.Cast e) {
      Object value = value(e.operand());
      if (e.type() instanceof Type.Primitive) {
        return checked(e.type(), RawOperations.cast(e.type(), value));
      }
      return reflection.type(e.type()).cast(value);
    }

    private Object invoke(Expr.Invoke e) {
      List<Object> args = new ArrayList<>();
      e.args().forEach(arg -> args.add(value(arg)));
      return reflection.invoke(e, args);
    }
  }
}
