package io.cotangent.processor.diagnostics;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac's own environment behind the wrappers that build tools and editors put around it. */
public final class JavacEnvironments {

  private static final int DEPTH = 8;

  private JavacEnvironments() {}

  /**
   * The environment inside {@code env} that has syntax trees, or {@code env} itself if none has.
   *
   * <p>Gradle's and IntelliJ's wrappers hold it in a field or in a proxy's handler.
   */
  public static ProcessingEnvironment unwrap(ProcessingEnvironment env) {
    return unwrap(env, DEPTH).orElse(env);
  }

  /** The compiler's syntax trees; none under a compiler other than javac. */
  public static Optional<Trees> trees(ProcessingEnvironment env) {
    return treesOf(unwrap(env));
  }

  private static Optional<Trees> treesOf(ProcessingEnvironment env) {
    try {
      return Optional.of(Trees.instance(env));
    } catch (IllegalArgumentException | LinkageError notJavac) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> unwrap(ProcessingEnvironment env, int depth) {
    if (treesOf(env).isPresent()) {
      return Optional.of(env);
    }
    Object holder = Proxy.isProxyClass(env.getClass()) ? Proxy.getInvocationHandler(env) : env;
    return depth == 0 ? Optional.empty() : held(holder, depth);
  }

  private static Optional<ProcessingEnvironment> held(Object holder, int depth) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = read(field, holder);
        Optional<ProcessingEnvironment> found = Optional.empty();
        if (value instanceof ProcessingEnvironment inner) {
          found = unwrap(inner, depth - 1);
        } else if (value != null && depth > 0 && isCaptured(holder, value)) {
          found = held(value, depth - 1);
        }
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether {@code value} is an object of the wrapper's own that a proxy's handler holds. */
  private static boolean isCaptured(Object holder, Object value) {
    return holder instanceof InvocationHandler && !value.getClass().getName().startsWith("java.");
  }

  private static @Nullable Object read(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException | RuntimeException closed) {
      return null;
    }
  }
}
