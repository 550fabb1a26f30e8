package io.cotangent.processor.frontend;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java source compiled in this process, its methods lowered on the way.
 *
 * @param lowered the raw IR of each method of the first class, by the method's signature
 * @param loader where the compiled classes are
 */
record Snippets(Map<String, LoweredProgram> lowered, ClassLoader loader) {

  /** Compiles files, given by name and text; methods of the first file's class are lowered. */
  static Snippets compile(Path folder, Map<String, String> files) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    files.forEach((name, text) -> units.add(new Source(name, text)));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Lowerer lowerer = new Lowerer(files.keySet().iterator().next().replace(".java", ""));
    List<String> options = List.of("-d", folder.toString(), "-Xlint:none", "-proc:full");
    if (Runtime.version().feature() < 21) {
      options = options.subList(0, 3);
    }
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, diagnostics, options, null, units);
    task.setProcessors(List.of(lowerer));
    if (!task.call()) {
      throw new IllegalArgumentException(
          diagnostics.getDiagnostics().stream().map(Diagnostic::toString).toList().toString());
    }
    URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Snippets.class.getClassLoader());
    loader.setDefaultAssertionStatus(true);
    return new Snippets(lowerer.lowered, loader);
  }

  /** A method as javac's elements write it. */
  static String signature(Method method) {
    String params =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getCanonicalName)
            .collect(Collectors.joining(","));
    return method.getName() + "(" + params + ")";
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Lowers every method of one class. */
  private static final class Lowerer extends AbstractProcessor {
    private final String typeName;
    private final Map<String, LoweredProgram> lowered = new LinkedHashMap<>();

    Lowerer(String typeName) {
      this.typeName = typeName.replace('/', '.');
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver() || !lowered.isEmpty()) {
        return false;
      }
      TypeElement type = processingEnv.getElementUtils().getTypeElement(typeName);
      SpoonModel model = SpoonModel.of(processingEnv, List.of(type));
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        lowered.put(
            method.toString(),
            Lowering.lower(
                model,
                new DeclaredRules(processingEnv.getElementUtils(), processingEnv.getTypeUtils()),
                model.method(method),
                Snippets::isMath,
                1,
                "test.Generated",
                plain -> false));
      }
      return false;
    }
  }

  private static boolean isMath(
      String owner, String name, List<io.cotangent.processor.ir.Type> types) {
    return owner.equals("java.lang.Math") && !name.equals("random");
  }
}
