package io.cotangent.fuzz.run;

import io.cotangent.fuzz.ast.Program;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/** A compiled program with its generated class, called by reflection. */
final class Subject {
  /** What a call gave: a value, or what it threw. */
  record Answer(Object value, Throwable thrown) {}

  final Specimen program;
  final ClassLoader loader;
  private final List<Class<?>> parameterTypes;
  private final Class<?> resultType;
  private final Class<?> primal;
  private final Class<?> derivatives;

  /** Finds the classes of a program; there are no derivatives where the processor did not run. */
  Subject(Specimen program, ClassLoader loader, boolean differentiated)
      throws ClassNotFoundException {
    this.program = program;
    this.loader = loader;
    this.parameterTypes = program.parameterTypes(loader);
    this.resultType = program.resultType(loader);
    String name = Program.PACKAGE + "." + program.name();
    this.primal = Class.forName(name, true, loader);
    this.derivatives =
        differentiated ? Class.forName(name + program.derivatives(), true, loader) : null;
  }

  /** The classes of the method's parameters. */
  List<Class<?>> parameterTypes() {
    return parameterTypes;
  }

  /** The classes of the parameters differentiated with respect to. */
  List<Class<?>> wrtTypes() {
    List<Class<?>> types = new ArrayList<>();
    for (int i : program.wrt()) {
      types.add(parameterTypes.get(i));
    }
    return types;
  }

  Class<?> resultType() {
    return resultType;
  }

  Answer value(Object[] args) {
    return call(primal, null, "f", parameterTypes(), args);
  }

  /** Calls a generated static method. */
  Answer derivative(String name, List<Class<?>> types, Object... args) {
    return call(derivatives, null, name, types, args);
  }

  /** Calls a method of an object that a generated method returned. */
  static Answer on(Object target, String name, List<Class<?>> types, Object... args) {
    return call(target.getClass(), target, name, types, args);
  }

  /** Calls the method itself ({@code value}) or a derivative by its name and arguments' number. */
  Answer any(String name, Object... args) {
    return name.equals("value") ? value(args) : named(derivatives, name, args);
  }

  /** Another generated class. */
  Class<?> sibling(String suffix) throws ClassNotFoundException {
    return Class.forName(primal.getName() + suffix, true, primal.getClassLoader());
  }

  /** Calls a static method by its name and the number of its arguments. */
  static Answer named(Class<?> owner, String name, Object... args) {
    for (java.lang.reflect.Method m : owner.getDeclaredMethods()) {
      if (m.getName().equals(name) && m.getParameterCount() == args.length) {
        return call(owner, null, name, List.of(m.getParameterTypes()), args);
      }
    }
    throw new Broken("no method " + owner.getSimpleName() + "." + name);
  }

  Class<?> nested(String name) throws ClassNotFoundException {
    return Class.forName(derivatives.getName() + "$" + name, true, derivatives.getClassLoader());
  }

  private static Answer call(
      Class<?> owner, Object target, String name, List<Class<?>> types, Object... args) {
    try {
      java.lang.reflect.Method m = owner.getDeclaredMethod(name, types.toArray(new Class<?>[0]));
      m.setAccessible(true);
      return new Answer(m.invoke(target, args), null);
    } catch (InvocationTargetException e) {
      return new Answer(null, e.getCause());
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new Broken("no method " + e.getMessage());
    }
  }

  /** The generated class lacks what the contract promises. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message, null, false, false);
    }
  }
}
