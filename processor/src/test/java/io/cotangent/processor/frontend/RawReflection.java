package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the raw IR does outside its own functions: classes, fields and calls. */
final class RawReflection {
  private final ClassLoader loader;

  RawReflection(ClassLoader loader) {
    this.loader = loader;
  }

  Class<?> type(Type type) {
    if (type instanceof Type.Primitive primitive) {
      return MethodType.fromMethodDescriptorString("()" + descriptor(primitive), loader)
          .returnType();
    }
    if (type instanceof Type.Array array) {
      return type(array.element()).arrayType();
    }
    return named(type.toString());
  }

  private static String descriptor(Type.Primitive primitive) {
    return switch (primitive) {
      case VOID -> "V";
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case CHAR -> "C";
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
    };
  }

  private Class<?> named(String canonicalName) {
    String name = canonicalName;
    while (true) {
      try {
        return Class.forName(name, true, loader);
      } catch (ClassNotFoundException missing) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          throw new IllegalStateException(canonicalName, missing);
        }
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      }
    }
  }

  Object staticField(Expr.StaticField field) {
    if (field.name().equals("class")) {
      return named(field.owner());
    }
    return field(named(field.owner()), field.name(), null);
  }

  Object field(Class<?> owner, String name, Object receiver) {
    for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
      try {
        Field field = each.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(receiver);
      } catch (NoSuchFieldException next) {
        continue;
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    throw new IllegalStateException("no field " + owner + "." + name);
  }

  /** Whether the value is an object of the class with this canonical name. */
  boolean isInstance(String canonical, Object value) {
    return named(canonical).isInstance(value);
  }

  Object invoke(Expr.Invoke call, List<Object> args) {
    boolean virtual = call.invocation() == Expr.Invocation.VIRTUAL;
    Class<?> owner = named(call.owner());
    Object receiver = virtual ? args.get(0) : null;
    if (virtual && receiver == null) {
      throw new NullPointerException();
    }
    List<Object> rest = virtual ? args.subList(1, args.size()) : args;
    List<Type> types =
        call.args().subList(virtual ? 1 : 0, call.args().size()).stream().map(Expr::type).toList();
    Executable target = find(owner, call, types);
    target.setAccessible(!target.getDeclaringClass().getName().startsWith("java."));
    Object[] packed = pack(target, types, rest);
    return run(target, receiver, packed);
  }

  private static Object run(Executable target, Object receiver, Object[] args) {
    try {
      return target instanceof Method method
          ? method.invoke(receiver, args)
          : ((Constructor<?>) target).newInstance(args);
    } catch (InvocationTargetException thrown) {
      throw RawInterpreter.<RuntimeException>sneaky(thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Executable find(Class<?> owner, Expr.Invoke call, List<Type> types) {
    List<Executable> candidates = new ArrayList<>();
    if (call.invocation() == Expr.Invocation.CONSTRUCTOR) {
      candidates.addAll(Arrays.asList(owner.getDeclaredConstructors()));
    } else {
      candidates.addAll(Arrays.asList(owner.getDeclaredMethods()));
      candidates.addAll(Arrays.asList(owner.getMethods()));
      candidates.removeIf(each -> !each.getName().equals(call.name()));
    }
    for (int phase = 0; phase < 4; phase++) {
      for (Executable each : candidates) {
        if (fits(each, types, phase)) {
          return each;
        }
      }
    }
    throw new IllegalStateException("no " + call);
  }

  private boolean fits(Executable target, List<Type> types, int phase) {
    Class<?>[] params = target.getParameterTypes();
    boolean spread = phase == 3;
    if (spread ? !target.isVarArgs() : params.length != types.size()) {
      return false;
    }
    int fixed = spread ? params.length - 1 : params.length;
    for (int i = 0; i < fixed; i++) {
      Class<?> given = type(types.get(i));
      boolean exact = given == params[i];
      boolean loose =
          MethodType.methodType(given).wrap().returnType() == params[i]
              || (!params[i].isPrimitive()
                  && params[i].isAssignableFrom(MethodType.methodType(given).wrap().returnType()));
      boolean ref = !given.isPrimitive() && params[i].isAssignableFrom(given);
      if (!(exact || (phase >= 1 && ref) || (phase >= 2 && loose))) {
        return false;
      }
    }
    return true;
  }

  private Object[] pack(Executable target, List<Type> types, List<Object> args) {
    if (!target.isVarArgs() || fits(target, types, 2)) {
      return args.toArray();
    }
    Class<?>[] params = target.getParameterTypes();
    int fixed = params.length - 1;
    Object rest = Array.newInstance(params[fixed].getComponentType(), args.size() - fixed);
    for (int i = fixed; i < args.size(); i++) {
      Array.set(rest, i - fixed, args.get(i));
    }
    List<Object> packed = new ArrayList<>(args.subList(0, fixed));
    packed.add(rest);
    return packed.toArray();
  }
}
