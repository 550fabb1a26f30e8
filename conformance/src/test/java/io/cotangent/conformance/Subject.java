package io.cotangent.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An annotated method and the class that was generated from it, found by their names. */
final class Subject {
  private final Method method;
  private final Class<?> derivatives;
  private final List<String> names;
  private final int[] wrt;

  private Subject(Method method, Class<?> derivatives) {
    this.method = method;
    this.derivatives = derivatives;
    Stream<String> self =
        Modifier.isStatic(method.getModifiers()) ? Stream.of() : Stream.of("self");
    this.names =
        Stream.concat(self, Arrays.stream(method.getParameters()).map(Parameter::getName)).toList();
    this.wrt =
        Arrays.stream(find(derivatives, "jvp").getParameters())
            .skip(names.size())
            .mapToInt(dot -> names.indexOf(dot.getName().replaceFirst("Dot$", "")))
            .toArray();
  }

  static Subject of(Class<?> holder, String program) {
    try {
      return new Subject(
          find(holder, program), holder.getClassLoader().loadClass(derivativesOf(holder, program)));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("nothing was generated for " + program, missing);
    }
  }

  /** The generated class's name by the contract's default. */
  static String derivativesOf(Class<?> holder, String program) {
    String capital = Character.toUpperCase(program.charAt(0)) + program.substring(1);
    return holder.getName().replace("$", "") + capital + "Derivatives";
  }

  /** How a call ended: one of the two is null. */
  record Outcome(Object value, Throwable thrown) {
    Object get() {
      if (thrown != null) {
        throw new AssertionError("threw", thrown);
      }
      return value;
    }
  }

  int[] wrt() {
    return wrt.clone();
  }

  boolean isScalar() {
    return !method.getReturnType().isArray();
  }

  Class<?> resultType() {
    return method.getReturnType();
  }

  boolean has(String name) {
    return Arrays.stream(derivatives.getDeclaredMethods()).anyMatch(m -> m.getName().equals(name));
  }

  Object[] wrtOf(Object[] args) {
    return Arrays.stream(wrt).mapToObj(i -> args[i]).toArray();
  }

  /** The arguments with other values for those that are differentiated. */
  Object[] with(Object[] args, double[] x) {
    Object[] values = Flat.unflatten(wrtOf(args), x);
    Object[] all = Flat.copies(args);
    for (int i = 0; i < wrt.length; i++) {
      all[wrt[i]] = values[i];
    }
    return all;
  }

  /** The method itself, on copies of the arguments, the receiver being the first. */
  Outcome primal(Object[] args) {
    return run(Flat.copies(args));
  }

  /** The method itself, on these very arguments. */
  Outcome run(Object[] args) {
    return Modifier.isStatic(method.getModifiers())
        ? invoke(method, null, args)
        : invoke(method, args[0], Arrays.copyOfRange(args, 1, args.length));
  }

  /** A generated static method, by name and number of parameters. */
  Outcome call(String name, Object[] args, Object... more) {
    Object[] all = Stream.of(args, more).flatMap(Arrays::stream).toArray();
    return invoke(find(derivatives, name, all.length), null, all);
  }

  /** Whether there is a method of that name with so many parameters. */
  boolean takes(String name, int parameters) {
    return Arrays.stream(derivatives.getDeclaredMethods())
        .anyMatch(m -> m.getName().equals(name) && m.getParameterCount() == parameters);
  }

  Object workspace() {
    try {
      Constructor<?> constructor =
          Class.forName(derivatives.getName() + "$Workspace").getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  /** An instance method of a generated object. */
  static Outcome on(Object receiver, String name, Object... args) {
    return invoke(find(receiver.getClass(), name, args.length), receiver, args);
  }

  /** A gradient's entries: one value, or a record of them. */
  double[] flatGradient(Object gradient) {
    if (wrt.length == 1) {
      return Flat.of(gradient);
    }
    RecordComponent[] components = gradient.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (!components[i].getName().equals(names.get(wrt[i]))) {
        throw new AssertionError(gradient.getClass() + " does not name " + names.get(wrt[i]));
      }
    }
    return Flat.of(Arrays.stream(components).map(c -> on(gradient, c.getName()).get()).toArray());
  }

  /** A workspace's gradient, by its accessors. */
  double[] flatWorkspace(Object workspace) {
    return Flat.of(Arrays.stream(wrt).mapToObj(i -> on(workspace, names.get(i)).get()).toArray());
  }

  private static Outcome invoke(Method target, Object receiver, Object[] args) {
    try {
      target.setAccessible(true);
      return new Outcome(target.invoke(receiver, args), null);
    } catch (InvocationTargetException thrown) {
      return new Outcome(null, thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Method find(Class<?> type, String name) {
    return find(type, name, -1);
  }

  private static Method find(Class<?> type, String name, int count) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && !m.isSynthetic())
        .filter(m -> count < 0 || m.getParameterCount() == count)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " of " + count + " in " + type));
  }
}
