package io.cotangent.processor.backend;

import com.palantir.javapoet.JavaFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory, all warnings being errors, and loads the classes. */
final class Compilations {
  private Compilations() {}

  /** A class loader with the classes of these sources, given by file path. */
  static ClassLoader compile(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(problems, null, null);
    List<Source> files =
        sources.entrySet().stream()
            .map(file -> new Source(file.getKey(), file.getValue()))
            .toList();
    List<String> options = List.of("-proc:none", "-Xlint:all", "-Werror", "--release", "17");
    boolean done =
        compiler
            .getTask(null, new Memory(standard, classes), problems, options, null, files)
            .call();
    if (!done) {
      throw new AssertionError(problems.getDiagnostics() + "\n" + sources);
    }
    return new Loader(classes);
  }

  /** The generated class of a plan, compiled together with the sources it needs. */
  static Class<?> load(DerivativeClass plan, Map<String, String> sources) throws Exception {
    JavaFile file = new ClassEmitter(plan).emit();
    Map<String, String> all = new HashMap<>(sources);
    all.put("demo/" + plan.simpleName() + ".java", file.toString());
    return compile(all).loadClass("demo." + plan.simpleName());
  }

  /** Compiles a plan together with a user's code, whose numbers come back. */
  static double[] run(DerivativeClass plan, String body) throws Exception {
    String user =
        "package demo;\nimport java.util.*;\npublic class User {\n"
            + "  public static double[] run() throws Exception {\n"
            + body
            + "\n  }\n}\n";
    Map<String, String> sources =
        Map.of(
            "demo/Model.java",
            Plans.SOURCE,
            "demo/User.java",
            user,
            "demo/" + plan.simpleName() + ".java",
            new ClassEmitter(plan).emit().toString());
    Class<?> type = compile(sources).loadClass("demo.User");
    return (double[]) type.getMethod("run").invoke(null);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Memory(JavaFileManager parent, Map<String, ByteArrayOutputStream> classes) {
      super(parent);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      classes.put(name, bytes);
      URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes;

    Loader(Map<String, ByteArrayOutputStream> classes) {
      super(Compilations.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }
}
