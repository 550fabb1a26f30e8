package io.cotangent.fuzz.run;

import java.util.Map;

/** Loads compiled programs, with assertions on except where switched off. */
public final class Loader extends ClassLoader {
  private final Map<String, byte[]> classes;

  /** Of classes by binary name. */
  public Loader(Map<String, byte[]> classes) {
    super(Loader.class.getClassLoader());
    this.classes = classes;
    setDefaultAssertionStatus(true);
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
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
