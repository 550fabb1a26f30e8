package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.cotangent.processor.diagnostics.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods of {@code lowering/*.java} give the same results, exceptions and array contents when
 * their raw IR is interpreted as when Java runs them, bit for bit, on a grid of arguments.
 */
class LoweringSemanticsTest {
  private static final List<String> FILES =
      List.of("Evaluation", "Loops", "Switches", "Arrays2", "Calls");

  private static final int MOST_COMBINATIONS = 400;

  @TempDir static Path folder;

  private static final Map<String, Snippets> COMPILED = new LinkedHashMap<>();

  @BeforeAll
  static void compile() throws Exception {
    for (String file : FILES) {
      Map<String, String> units = new LinkedHashMap<>();
      units.put("lowering/" + file + ".java", text("lowering/" + file + ".java"));
      units.put("lowering/Other.java", text("lowering/Other.java"));
      COMPILED.put(file, Snippets.compile(folder, units));
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = LoweringSemanticsTest.class.getResourceAsStream("/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @TestFactory
  Stream<DynamicTest> sameAsJava() {
    return COMPILED.entrySet().stream()
        .flatMap(
            file ->
                file.getValue().lowered().entrySet().stream()
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                file.getKey() + "." + method.getKey(),
                                () -> check(file.getKey(), method.getKey(), method.getValue()))));
  }

  @Test
  void thereAreManySnippets() {
    int count = COMPILED.values().stream().mapToInt(each -> each.lowered().size()).sum();
    assertTrue(count >= 100, "only " + count);
  }

  private static void check(String file, String name, LoweredProgram program) throws Exception {
    List<Problem> problems =
        program.functions().values().stream().flatMap(f -> f.problems().stream()).toList();
    assertEquals(List.of(), problems);
    ClassLoader loader = COMPILED.get(file).loader();
    Class<?> type = Class.forName("lowering." + file, true, loader);
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> name.equals(Snippets.signature(each)))
            .findFirst()
            .orElse(null);
    assertNotNull(method);
    method.setAccessible(true);
    List<List<Object>> grid = SampleArguments.grid(method.getParameterTypes(), MOST_COMBINATIONS);
    for (int i = 0; i < grid.size(); i++) {
      compare(method, type, program, loader, grid, i);
    }
  }

  private static void compare(
      Method method,
      Class<?> type,
      LoweredProgram program,
      ClassLoader loader,
      List<List<Object>> grid,
      int row)
      throws Exception {
    Object receiver = Modifier.isStatic(method.getModifiers()) ? null : create(type);
    List<Object> javaArgs = SampleArguments.copies(grid.get(row));
    List<Object> irArgs = SampleArguments.copies(grid.get(row));
    String java = outcome(() -> method.invoke(receiver, javaArgs.toArray()));
    List<Object> withSelf = new ArrayList<>(receiver == null ? List.of() : List.of(receiver));
    withSelf.addAll(irArgs);
    String ir = outcome(() -> new RawInterpreter(program, loader).run(withSelf));
    String arguments = SampleArguments.show(grid.get(row));
    if (!java.equals(ir) || !SampleArguments.show(javaArgs).equals(SampleArguments.show(irArgs))) {
      fail(
          "on "
              + arguments
              + "\nJava: "
              + java
              + " leaving "
              + SampleArguments.show(javaArgs)
              + "\nIR:   "
              + ir
              + " leaving "
              + SampleArguments.show(irArgs)
              + "\n"
              + RawPrinter.print(program));
    }
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private interface Action {
    Object run() throws Exception;
  }

  private static String outcome(Action action) {
    try {
      return SampleArguments.show(action.run());
    } catch (InvocationTargetException thrown) {
      return "throws " + describe(thrown.getCause());
    } catch (Throwable thrown) {
      return "throws " + describe(thrown);
    }
  }

  /** Messages of the virtual machine's own exceptions differ; those of the source must not. */
  private static String describe(Throwable thrown) {
    boolean own = thrown instanceof IllegalArgumentException || thrown instanceof AssertionError;
    return thrown.getClass().getName() + (own ? ": " + thrown.getMessage() : "");
  }
}
