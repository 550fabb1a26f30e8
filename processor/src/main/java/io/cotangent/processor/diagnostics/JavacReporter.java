package io.cotangent.processor.diagnostics;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.cotangent.processor.diagnostics.ProblemKind.Severity;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints problems as the compiler's own messages, with the caret at the problem's line and column.
 *
 * <p>Where the compiler shows no syntax trees, the message goes to the enclosing type and begins
 * with {@code File.java:line:column}.
 */
public final class JavacReporter {

  private final ProcessingEnvironment env;
  private final @Nullable Trees trees;
  private final Function<Span, Optional<TypeElement>> owners;

  /**
   * A reporter to the compiler behind {@code env}.
   *
   * @param owners a type of the compilation in the file of a span
   */
  public JavacReporter(ProcessingEnvironment env, Function<Span, Optional<TypeElement>> owners) {
    this.env = env;
    this.trees = JavacEnvironments.trees(env).orElse(null);
    this.owners = owners;
  }

  /** Prints {@code problem} where it is; one at {@link Span#NONE} without a place. */
  public void report(Problem problem) {
    report(problem, null);
  }

  /**
   * Prints {@code problem} where it is; on {@code fallback} if the compiler knows no such place.
   */
  public void report(Problem problem, @Nullable Element fallback) {
    report(problem, fallback, problem.kind().severity());
  }

  /** The same with another severity than the problem's own. */
  public void report(Problem problem, @Nullable Element fallback, Severity severity) {
    Span span = problem.span();
    TypeElement owner = span.exists() ? owners.apply(span).orElse(null) : null;
    if (!printOnTree(problem, owner, severity)) {
      Element element = fallback != null ? fallback : owner;
      String text = span.exists() ? span.location() + ": " + problem.text() : problem.text();
      env.getMessager().printMessage(kind(severity), text, element);
    }
  }

  private boolean printOnTree(Problem problem, @Nullable TypeElement owner, Severity severity) {
    if (trees == null || owner == null) {
      return false;
    }
    TreePath path = trees.getPath(owner);
    if (path == null) {
      return false;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    Tree tree = new TreeAt(trees.getSourcePositions(), unit, problem.span()).find();
    trees.printMessage(kind(severity), problem.text(), tree, unit);
    return true;
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
    };
  }

  /**
   * Finds the tree on which javac's caret stands at a span's start: the innermost one that starts
   * there, else, as at a declaration's name, the innermost one around the span.
   */
  private static final class TreeAt extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final Span span;
    private @Nullable Tree starting;
    private Tree around;

    TreeAt(SourcePositions positions, CompilationUnitTree unit, Span span) {
      this.positions = positions;
      this.unit = unit;
      this.span = span;
      this.around = unit;
    }

    Tree find() {
      scan(unit, null);
      return starting != null ? starting : around;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
      if (tree == null) {
        return null;
      }
      long start = positions.getStartPosition(unit, tree);
      long end = positions.getEndPosition(unit, tree);
      if (start >= 0 && start <= span.start() && span.end() <= end) {
        around = tree;
      }
      if (start == span.start() && end >= 0 && end <= span.end()) {
        starting = tree;
      }
      return super.scan(tree, nothing);
    }
  }
}
