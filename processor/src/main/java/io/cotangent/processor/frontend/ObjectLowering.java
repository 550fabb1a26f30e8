package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * Lowers what is done with objects whose source is known: making them and calling their methods.
 */
final class ObjectLowering {
  private final MethodLowering method;
  private final Frame frame;
  private final Arguments arguments;
  private @Nullable String wantedName;

  ObjectLowering(MethodLowering method) {
    this.method = method;
    this.frame = method.frame;
    this.arguments = new Arguments(method);
  }

  /** Lets the object that is made next have this name. */
  void nameNext(@Nullable String name) {
    wantedName = name;
  }

  /** {@code new X(args)}; empty where X has no shape. */
  Optional<Expr> construction(CtConstructorCall<?> call) {
    CtTypeReference<?> type = LocalClasses.made(call);
    Optional<ClassShape> shape = method.shapes.of(type);
    return shape.map(
        found -> {
          if (!(call.getParent() instanceof CtLocalVariable<?>)) {
            ModelLimits.checkKeys(method, type, call);
          }
          List<Supplier<Expr>> parts = new ArrayList<>();
          parts.addAll(hidden(found, call.getTarget(), call));
          List<Type> params = Types.of(call.getExecutable().getParameters());
          parts.addAll(arguments.packed(call.getArguments(), params));
          Var created = created(found);
          List<Expr> args = frame.inOrder(parts);
          run(found, call.getExecutable(), created, args, call);
          return created.read();
        });
  }

  /** A new object of a constructor that is referred to; empty where its class has no shape. */
  Optional<Expr> construction(CtExecutableReference<?> constructor, List<Expr> args, CtElement at) {
    return method
        .shapes
        .of(constructor.getDeclaringType())
        .map(
            shape -> {
              List<Expr> all = new ArrayList<>();
              hidden(shape, null, at).forEach(part -> all.add(part.get()));
              all.addAll(args);
              Var created = created(shape);
              run(shape, constructor, created, all, at);
              return created.read();
            });
  }

  /** A fresh object, its fields zero. */
  Var created(ClassShape shape) {
    new LibraryInterfaces(method.shapes).implemented(shape);
    method.callees.created(shape);
    method.sources.models().made(shape);
    String wanted = wantedName;
    wantedName = null;
    if (wanted != null) {
      return frame.declare(wanted, new Expr.NewStruct(shape.type(), false));
    }
    String name = shape.simpleName().replaceFirst("^[0-9]+", "");
    String small = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    return frame.declare(small, new Expr.NewStruct(shape.type(), false));
  }

  private void run(
      ClassShape shape,
      CtExecutableReference<?> constructor,
      Var created,
      List<Expr> args,
      CtElement at) {
    Optional<CtExecutable<?>> source = method.sources.source(constructor);
    if (source.isPresent()) {
      List<Expr> all = new ArrayList<>(List.of(created.read()));
      all.addAll(args);
      frame.emit(
          new Stmt.Call(
              List.of(), method.callees.direct(source.get()), all, method.sources.span(at)));
    } else if (shape.kind() != ClassShape.Kind.RECORD && !args.isEmpty()) {
      frame.problem(ProblemKind.LIBRARY_CLASS, at, "new " + shape.simpleName() + "(...)");
    } else {
      // A record's own constructor, which the source does not write.
      for (int i = 0; i < args.size(); i++) {
        frame.emit(new Stmt.Put(created.read(), shape.fields().get(i).name(), args.get(i)));
      }
    }
  }

  /**
   * What a constructor is given before its own arguments: the object around the new one, and the
   * variables that the class captures.
   */
  List<Supplier<Expr>> hidden(ClassShape shape, @Nullable CtExpression<?> target, CtElement at) {
    List<Supplier<Expr>> parts = new ArrayList<>();
    Optional<CtType<?>> found = method.shapes.declaration(shape.name());
    if (found.isEmpty()) {
      return parts;
    }
    CtType<?> declaration = found.get();
    if (Shapes.isInner(declaration)) {
      CtExpression<?> given = declaration.isAnonymous() ? null : target;
      Type around = Types.of(declaration.getDeclaringType().getReference());
      parts.add(() -> given == null ? enclosing(around, at) : method.expressions.value(given));
    }
    method
        .shapes
        .captured(declaration)
        .forEach((name, variable) -> parts.add(() -> captured(declaration, variable, at)));
    return parts;
  }

  private Expr captured(CtType<?> type, CtVariable<?> variable, CtElement at) {
    Var var = frame.lookup(variable.getSimpleName());
    if (var == null || LocalClasses.mayBeHidden(variable, at)) {
      frame.problem(ProblemKind.LOCAL_CLASS, at, type.getSimpleName().replaceFirst("^[0-9]+", ""));
      return Exprs.defaultValue(Types.of(variable.getType()));
    }
    return var.read();
  }

  /** The object of this class that the method's own object is or belongs to. */
  Expr enclosing(Type wanted, CtElement at) {
    Expr here = method.self == null ? null : method.self.read();
    Optional<CtType<?>> type = Optional.of(method.owner);
    while (here != null && !here.type().equals(wanted) && type.isPresent()) {
      if (method.shapes.isSubtype(here.type().toString(), wanted.toString())) {
        return here;
      }
      CtType<?> inner = type.get();
      if (!Shapes.isInner(inner) || method.shapes.of(inner.getReference()).isEmpty()) {
        break;
      }
      Type outer = Types.of(inner.getDeclaringType().getReference());
      here = new Expr.Field(here, Shapes.OUTER, outer);
      type = Optional.ofNullable(inner.getDeclaringType());
    }
    if (here != null && method.shapes.isSubtype(here.type().toString(), wanted.toString())) {
      return here;
    }
    frame.problem(ProblemKind.OUTER_INSTANCE, at, wanted + ".this");
    return Exprs.defaultValue(wanted);
  }

  /** Notes that an object's class is known, but not what this method of it does. */
  void refuseUnknown(CtInvocation<?> call) {
    CtExecutableReference<?> callee = call.getExecutable();
    if (!callee.isStatic() && method.shapes.of(callee.getDeclaringType()).isPresent()) {
      String owner = callee.getDeclaringType().getSimpleName();
      frame.problem(ProblemKind.LIBRARY_CLASS, call, owner + "." + callee.getSimpleName());
    }
  }

  /** Notes that a rule is for an object of the JDK's, not for that of its model. */
  void refuseModelled(CtInvocation<?> call) {
    if (Models.isModelled(call.getExecutable().getDeclaringType().getQualifiedName())) {
      refuseUnknown(call);
    }
  }

  /** A call of an instance method; empty where its class has no shape, or the method no source. */
  Optional<Expr> invocation(CtInvocation<?> call, List<Type> params) {
    CtExecutableReference<?> callee = call.getExecutable();
    Optional<ClassShape> shape = method.shapes.of(callee.getDeclaringType());
    Optional<CtExecutable<?>> source = method.sources.source(callee);
    if (callee.isStatic() || shape.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    List<Supplier<Expr>> parts = new ArrayList<>();
    parts.add(() -> receiver(call.getTarget(), Types.of(callee.getDeclaringType()), call));
    parts.addAll(arguments.packed(call.getArguments(), params));
    List<Expr> args = frame.inOrder(parts);
    boolean fixed = call.getTarget() instanceof CtSuperAccess;
    return Optional.of(call(source.get(), fixed, args, Types.of(call.getType()), call));
  }

  private Expr receiver(@Nullable CtExpression<?> target, Type owner, CtElement at) {
    if (target instanceof CtSuperAccess || target == null) {
      return enclosing(owner, at);
    }
    return method.expressions.value(target);
  }

  /** A call of a method of an object, which comes first among the arguments. */
  Expr call(
      CtExecutable<?> declaration, boolean fixed, List<Expr> args, Type wanted, CtElement at) {
    Optional<Expr> component = component(declaration, args.get(0));
    if (component.isPresent()) {
      return converted(component.get(), wanted);
    }
    Type declared = Types.of(declaration.getType());
    List<Var> targets = new ArrayList<>();
    if (declared != Type.VOID) {
      targets.add(frame.declare(declaration.getSimpleName(), Exprs.defaultValue(declared)));
    }
    frame.emit(
        new Stmt.Call(
            targets,
            fixed || isFixed(declaration)
                ? method.callees.direct(declaration)
                : method.callees.virtual(virtual(declaration)),
            args,
            method.sources.span(at)));
    return targets.isEmpty()
        ? Exprs.defaultValue(Type.VOID)
        : converted(targets.get(0).read(), wanted);
  }

  /** What the method gives, if it is an accessor that the source does not write. */
  Optional<Expr> component(CtExecutable<?> declaration) {
    return method.self == null ? Optional.empty() : component(declaration, method.self.read());
  }

  private static Optional<Expr> component(CtExecutable<?> declaration, Expr receiver) {
    return declaration instanceof CtMethod<?> accessor
            && accessor.isImplicit()
            && accessor.getDeclaringType() instanceof CtRecord
        ? Optional.of(
            new Expr.Field(receiver, accessor.getSimpleName(), Types.of(accessor.getType())))
        : Optional.empty();
  }

  /** The value where a type variable stands for a more special type. */
  static Expr converted(Expr value, Type wanted) {
    boolean same =
        value.type().equals(wanted) || !wanted.isReference() || wanted.equals(Types.OBJECT);
    return same ? value : new Expr.Cast(wanted, value);
  }

  /** Whether a call of the method runs this very declaration. */
  static boolean isFixed(CtExecutable<?> declaration) {
    CtModifiable modifiers = (CtModifiable) declaration;
    CtType<?> owner = declaration.getParent(CtType.class);
    return modifiers.isPrivate()
        || modifiers.isFinal()
        || modifiers.isStatic()
        || owner.isFinal()
        || owner instanceof CtRecord;
  }

  private Callees.VirtualMethod virtual(CtExecutable<?> declaration) {
    return new Callees.VirtualMethod(
        Types.canonicalName(declaration.getParent(CtType.class).getReference()),
        declaration.getSimpleName(),
        declaration.getParameters().stream().map(p -> Types.of(p.getType())).toList(),
        Types.of(declaration.getType()),
        method.sources.accessible(declaration.getReference(), method.packageName));
  }
}
