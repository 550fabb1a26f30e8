package io.cotangent.fuzz;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/**
 * Finds the processor: on the path that the system property {@code cotangent.processorPath} gives,
 * else on the class path. Its classes are loaded once for all compilations.
 */
public final class Processors {
  /** The name of the processor's class. */
  public static final String PROCESSOR = "io.cotangent.processor.CotangentProcessor";

  private Processors() {}

  /** A maker of processors. */
  public static Supplier<Processor> supplier() {
    Class<? extends Processor> type = processorClass(System.getProperty("cotangent.processorPath"));
    return () -> {
      try {
        return type.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the processor can't be made", e);
      }
    };
  }

  private static Class<? extends Processor> processorClass(String path) {
    ClassLoader loader = Processors.class.getClassLoader();
    if (path != null && !path.isEmpty()) {
      loader = new URLClassLoader("processor", urls(path), loader);
    }
    try {
      return Class.forName(PROCESSOR, true, loader).asSubclass(Processor.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "no processor on the class path; set -Dcotangent.processorPath", e);
    }
  }

  private static URL[] urls(String path) {
    List<URL> urls = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      try {
        urls.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }
    return urls.toArray(new URL[0]);
  }

  /** The class path that programs are compiled against: the runtime's own place. */
  public static List<Path> runtimePath() {
    try {
      Class<?> runtime = Class.forName("io.cotangent.Differentiable");
      return List.of(Path.of(runtime.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("the runtime is not on the class path", e);
    }
  }
}
