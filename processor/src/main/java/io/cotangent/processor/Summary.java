package io.cotangent.processor;

import io.cotangent.processor.diagnostics.Problem;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/**
 * With the option {@code -Acotangent.summary}, a note on every annotated method: that it is
 * differentiated, or the codes of what is in the way. A position of the source can only have one
 * error of javac's, also where it is in the way of several methods.
 */
record Summary(ProcessingEnvironment env) {
  /** The option's name. */
  static final String OPTION = "cotangent.summary";

  void note(ExecutableElement method, Collection<Problem> problems) {
    if (!env.getOptions().containsKey(OPTION)) {
      return;
    }
    String text =
        problems.isEmpty()
            ? "differentiated"
            : problems.stream()
                .map(problem -> problem.kind().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "refused: ", ""));
    env.getMessager().printMessage(Diagnostic.Kind.NOTE, text, method);
  }
}
