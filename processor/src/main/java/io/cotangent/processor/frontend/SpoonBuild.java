package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import spoon.reflect.declaration.CtType;
import spoon.reflect.factory.Factory;
import spoon.reflect.factory.FactoryImpl;
import spoon.reflect.visitor.filter.TypeFilter;
import spoon.support.DefaultCoreFactory;
import spoon.support.Level;
import spoon.support.StandardEnvironment;
import spoon.support.compiler.jdt.JDTTreeBuilder;

/** Builds Spoon's elements for some source files, with every other type answered by javac. */
final class SpoonBuild {

  /** The newest level of the language that the JDT inside knows. */
  private static final int NEWEST_LEVEL = 25;

  private SpoonBuild() {}

  /** The factory that holds the types of {@code texts}; it reads no file and no class path. */
  static Factory build(
      Collection<SourceText> texts, INameEnvironment names, SourceVersion version) {
    int level = Math.min(version.ordinal(), NEWEST_LEVEL);
    Factory factory = new FactoryImpl(new DefaultCoreFactory(), environment(level));
    JDTTreeBuilder builder = new JDTTreeBuilder(factory);
    for (CompilationUnitDeclaration unit : JdtParser.parse(texts, names, options(level))) {
      if (!unit.isEmpty()) {
        unit.traverse(builder, unit.scope);
      }
    }
    factory.getModel().setBuildModelIsFinished(true);
    return factory;
  }

  /** All types of these factories' files, nested ones included. */
  static Collection<CtType<?>> types(Collection<Factory> factories) {
    List<CtType<?>> all = new ArrayList<>();
    factories.stream()
        .distinct()
        .forEach(f -> all.addAll(f.getModel().getElements(new TypeFilter<>(CtType.class))));
    return all;
  }

  private static StandardEnvironment environment(int level) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setLevel(Level.OFF.name());
    environment.setNoClasspath(true);
    environment.setComplianceLevel(level);
    environment.setCommentEnabled(false);
    environment.disableConsistencyChecks();
    environment.setIgnoreDuplicateDeclarations(true);
    environment.setInputClassLoader(ClassLoader.getPlatformClassLoader());
    return environment;
  }

  private static CompilerOptions options(int level) {
    String release = level < 9 ? "1." + level : String.valueOf(level);
    Map<String, String> settings = new HashMap<>();
    settings.put(CompilerOptions.OPTION_Source, release);
    settings.put(CompilerOptions.OPTION_Compliance, release);
    settings.put(CompilerOptions.OPTION_TargetPlatform, release);
    settings.put(CompilerOptions.OPTION_DocCommentSupport, CompilerOptions.DISABLED);
    CompilerOptions options = new CompilerOptions(settings);
    options.parseLiteralExpressionsAsConstants = false;
    options.preserveAllLocalVariables = true;
    return options;
  }
}
