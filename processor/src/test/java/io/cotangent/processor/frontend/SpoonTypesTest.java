package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spoon.reflect.code.CtExpression;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtExecutableReference;

/** Every expression and call target of a file with all of Java 17's syntax has its true type. */
class SpoonTypesTest {

  private static final int EXPRESSIONS = 1000;
  private static final int REFERENCES = 130;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "--release 17", "--release 21", "-proc:only", "-g -parameters"})
  void everyExpressionIsTyped(String options) throws IOException {
    List<String> all = options.isEmpty() ? List.of() : List.of(options.split(" "));
    assumeTrue(!all.contains("21") || Runtime.version().feature() >= 21);
    InProcessor.runOnDisk(folder, battery(), all, "p.Battery", SpoonTypesTest::checkAll);
  }

  @Test
  void inANamedModule() throws IOException {
    Map<String, String> files = battery();
    files.put("module-info.java", "module m.x { requires java.logging; exports p; }");
    InProcessor.runOnDisk(folder, files, List.of(), "p.Battery", SpoonTypesTest::checkAll);
  }

  @Test
  void underTheEclipseCompiler() throws IOException {
    assumeTrue(Runtime.version().feature() >= 18, "Elements.getFileObjectOf");
    JavaCompiler eclipse = new EclipseCompiler();
    List<String> quiet = List.of("-nowarn", "-17");
    InProcessor.runOnDisk(eclipse, folder, battery(), quiet, "p.Battery", SpoonTypesTest::checkAll);
  }

  @Test
  void withTheOtherTypesOnTheClassPath() throws IOException {
    Map<String, String> files = battery();
    String battery = files.remove("p/Battery.java");
    Path library = folder.resolve("library");
    InProcessor.runOnDisk(library, files, List.of(), "p.Helper", round -> {});
    List<String> path = List.of("-classpath", library.resolve("classes").toString());
    InProcessor.runOnDisk(
        ToolProvider.getSystemJavaCompiler(),
        folder,
        Map.of("p/Battery.java", battery),
        path,
        "p.Battery",
        SpoonTypesTest::checkAll);
  }

  private static Map<String, String> battery() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("Battery", "Shape", "Helper")) {
      files.put("p/" + name + ".java", resource(name + ".java"));
    }
    return files;
  }

  private static String resource(String name) {
    try (InputStream in = SpoonTypesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void checkAll(Round round) {
    List<String> wrong = new ArrayList<>();
    int expressions = 0;
    int references = 0;
    CtType<?> battery = round.model().type(round.type("p.Battery")).orElseThrow();
    for (CtType<?> type : battery.getPosition().getCompilationUnit().getDeclaredTypes()) {
      for (CtExpression<?> each : round.all(type, CtExpression.class)) {
        expressions++;
        if (!round.model().resolved(each.getType()) && !isGeneratedAccessor(each)) {
          wrong.add(each.getClass().getSimpleName() + " '" + each + "' : " + each.getType());
        }
      }
      for (CtExecutableReference<?> each : round.all(type, CtExecutableReference.class)) {
        references++;
        boolean parameters = each.getParameters().stream().allMatch(round.model()::resolved);
        if (!parameters || !round.model().resolved(each)) {
          wrong.add("reference '" + each + "' in " + each.getDeclaringType());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(expressions > EXPRESSIONS, "expressions: " + expressions);
    assertTrue(references > REFERENCES, "references: " + references);
  }

  /** Spoon writes the accessors of records that the user left out, with types it does not know. */
  private static boolean isGeneratedAccessor(CtElement element) {
    CtMethod<?> method = element.getParent(CtMethod.class);
    return method != null && method.isImplicit() && method.getDeclaringType() instanceof CtRecord;
  }
}
