package io.cotangent.processor.frontend;

import java.util.Collection;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.AbortCompilation;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;
import org.eclipse.jdt.internal.compiler.problem.ProblemSeverities;

/**
 * JDT's compiler up to resolved syntax trees: no flow analysis, no code, no word about errors.
 *
 * <p>The user's compiler finds the errors in the user's source; here they only leave names
 * unresolved. A class path is neither needed nor read.
 */
final class JdtParser extends Compiler {

  private JdtParser(INameEnvironment names, CompilerOptions options) {
    super(
        names,
        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
        options,
        result -> {},
        new NoMessages());
    lookupEnvironment.problemReporter = new Silent(options);
    lookupEnvironment.mayTolerateMissingType = true;
  }

  /** The resolved trees of {@code texts}, with types from {@code names}. */
  static CompilationUnitDeclaration[] parse(
      Collection<SourceText> texts, INameEnvironment names, CompilerOptions options) {
    ICompilationUnit[] units =
        texts.stream()
            .map(text -> new CompilationUnit(text.text().toCharArray(), text.unit(), "UTF-8"))
            .toArray(ICompilationUnit[]::new);
    return new JdtParser(names, options).resolve(units);
  }

  private CompilationUnitDeclaration[] resolve(ICompilationUnit[] sources) {
    beginToCompile(sources);
    CompilationUnitDeclaration[] units = new CompilationUnitDeclaration[totalUnits];
    for (int i = 0; i < units.length; i++) {
      units[i] = unitsToProcess[i];
      resolve(units[i]);
    }
    return units;
  }

  private void resolve(CompilationUnitDeclaration unit) {
    try {
      parser.getMethodBodies(unit);
      if (unit.scope != null) {
        unit.scope.faultInTypes();
      }
      unit.resolve();
    } catch (AbortCompilation broken) {
      // What is not resolved by now stays so, and is refused where it is used.
    }
  }

  /** Forgets problems with types that do not exist. */
  private static final class Silent extends ProblemReporter {

    Silent(CompilerOptions options) {
      super(DefaultErrorHandlingPolicies.proceedWithAllProblems(), options, new NoMessages());
    }

    @Override
    public int computeSeverity(int problem) {
      return ProblemSeverities.Ignore;
    }
  }
}
