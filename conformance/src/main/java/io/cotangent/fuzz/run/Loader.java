package io.cotangent.fuzz.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Loads compiled programs, with assertions on except where switched off. */
public final class Loader extends ClassLoader {
  private static final String LANES = "io.cotangent.runtime.Lanes";
  private static final String SCALAR = "cotangent.batch.scalar";
  private final Map<String, byte[]> classes;
  private Class<?> ownLanes;

  /** Of classes by binary name. */
  public Loader(Map<String, byte[]> classes) {
    super(Loader.class.getClassLoader());
    this.classes = classes;
    setDefaultAssertionStatus(true);
  }

  /** A loader whose programs don't use the Vector API, though others may. */
  static Loader withoutVectors(Map<String, byte[]> classes) {
    Loader loader = new Loader(classes);
    byte[] bytes = bytesOf(LANES);
    loader.ownLanes = loader.defineClass(LANES, bytes, 0, bytes.length);
    String before = System.getProperty(SCALAR);
    System.setProperty(SCALAR, "true");
    try {
      if (loader.ownLanes.getField("VECTORS").getBoolean(null)) {
        throw new IllegalStateException("vectors are used");
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      if (before == null) {
        System.clearProperty(SCALAR);
      } else {
        System.setProperty(SCALAR, before);
      }
    }
    return loader;
  }

  private static byte[] bytesOf(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = Loader.class.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Switches assertions off in the classes of a program. */
  void withoutAssertions(String className) {
    for (String name : classes.keySet()) {
      String rest = name.startsWith(className) ? name.substring(className.length()) : "0";
      if (rest.isEmpty() || !Character.isDigit(rest.charAt(0))) {
        setClassAssertionStatus(name, false);
      }
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return ownLanes != null && name.equals(LANES) ? ownLanes : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
