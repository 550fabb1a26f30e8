package io.cotangent.corpus;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Copies sources, with an annotation on every static method of numbers. */
final class Annotator {
  private static final Pattern NUMBERS =
      Pattern.compile("(final )?(double|float)(\\[\\])*(\\.\\.\\.)?");

  private final List<Candidate> candidates = new ArrayList<>();

  /** The methods annotated so far. */
  List<Candidate> candidates() {
    return List.copyOf(candidates);
  }

  /** Writes annotated copies of all files below {@code from}; gives the copies. */
  List<Path> annotate(Path from, Path to) throws IOException {
    Path root = from.toAbsolutePath();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<Path> copies = new ArrayList<>();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null, manager, d -> {}, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        Path copy = to.resolve(root.relativize(file));
        Files.createDirectories(copy.getParent());
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(copy, annotated(unit, positions, text));
        copies.add(copy);
      }
    }
    return copies;
  }

  private String annotated(CompilationUnitTree unit, SourcePositions positions, String text) {
    Map<Integer, Candidate> places = new TreeMap<>(Comparator.reverseOrder());
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void none) {
        if (isOfNumbers(method)) {
          int at = (int) positions.getStartPosition(unit, method);
          places.put(at, candidate(unit, method, places.size()));
        }
        return super.visitMethod(method, none);
      }
    }.scan(unit, null);
    StringBuilder result = new StringBuilder(text);
    places.forEach(
        (at, candidate) ->
            result.insert(
                at, "@io.cotangent.Differentiable(name = \"" + candidate.derivatives() + "\") "));
    candidates.addAll(places.values());
    return result.toString();
  }

  private static boolean isOfNumbers(MethodTree method) {
    Tree result = method.getReturnType();
    return method.getModifiers().getFlags().contains(Modifier.STATIC)
        && method.getBody() != null
        && result != null
        && NUMBERS.matcher(result.toString()).matches()
        && method.getParameters().stream().anyMatch(Annotator::isNumbers);
  }

  private static boolean isNumbers(VariableTree parameter) {
    return NUMBERS.matcher(parameter.getType().toString()).matches();
  }

  private Candidate candidate(CompilationUnitTree unit, MethodTree method, int number) {
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    String types =
        method.getParameters().stream()
            .map(parameter -> parameter.getType().toString())
            .collect(Collectors.joining(", "));
    String name = "Corpus" + (candidates.size() + number);
    return new Candidate(
        name, packageName, packageName + "/" + file + " " + method.getName() + "(" + types + ")");
  }
}
