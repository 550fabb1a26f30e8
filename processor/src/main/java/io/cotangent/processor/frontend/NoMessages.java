package io.cotangent.processor.frontend;

import java.util.Locale;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.IProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblem;
import org.jspecify.annotations.Nullable;

/** Problems without a text: no one reads JDT's words, and loading them all takes its time. */
final class NoMessages implements IProblemFactory {

  @Override
  public CategorizedProblem createProblem(
      char[] file,
      int id,
      String[] arguments,
      String[] messageArguments,
      int severity,
      int start,
      int end,
      int line,
      int column) {
    return new DefaultProblem(file, "", id, arguments, severity, start, end, line, column);
  }

  @Override
  public CategorizedProblem createProblem(
      char[] file,
      int id,
      String[] arguments,
      int elaboration,
      String[] messageArguments,
      int severity,
      int start,
      int end,
      int line,
      int column) {
    return createProblem(file, id, arguments, messageArguments, severity, start, end, line, column);
  }

  @Override
  public Locale getLocale() {
    return Locale.ROOT;
  }

  @Override
  public String getLocalizedMessage(int id, String @Nullable [] arguments) {
    return "";
  }

  @Override
  public String getLocalizedMessage(int id, int elaboration, String @Nullable [] arguments) {
    return "";
  }
}
