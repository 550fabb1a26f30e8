package io.cotangent.processor.frontend;

import java.util.Collection;
import javax.lang.model.SourceVersion;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import spoon.reflect.factory.Factory;
import spoon.reflect.factory.FactoryImpl;
import spoon.support.DefaultCoreFactory;
import spoon.support.Level;
import spoon.support.StandardEnvironment;
import spoon.support.compiler.VirtualFile;
import spoon.support.compiler.jdt.JDTBasedSpoonCompiler;
import spoon.support.compiler.jdt.JDTTreeBuilder;

/** Builds Spoon's elements for some source files, with every other type answered by javac. */
final class SpoonBuild {

  private static final int NEWEST_LEVEL = 25;

  private SpoonBuild() {}

  /** The factory that holds the types of {@code texts}; it never reads a file or a class path. */
  static Factory build(
      Collection<SourceText> texts, INameEnvironment names, SourceVersion version) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setLevel(Level.OFF.name());
    environment.setNoClasspath(true);
    environment.setComplianceLevel(Math.min(version.ordinal(), NEWEST_LEVEL));
    environment.setCommentEnabled(false);
    environment.disableConsistencyChecks();
    environment.setIgnoreDuplicateDeclarations(true);
    environment.setInputClassLoader(ClassLoader.getPlatformClassLoader());
    Factory factory = new FactoryImpl(new DefaultCoreFactory(), environment);
    Compiler compiler = new Compiler(factory);
    compiler.setEnvironment(names);
    texts.forEach(text -> compiler.addInputSource(new VirtualFile(text.text(), text.unit())));
    compiler.build();
    return factory;
  }

  /** Spoon's compiler without its models of imports, for which it loads classes. */
  private static final class Compiler extends JDTBasedSpoonCompiler {

    Compiler(Factory factory) {
      super(factory);
    }

    @Override
    protected void buildModel(CompilationUnitDeclaration[] units, Factory target) {
      JDTTreeBuilder builder = new JDTTreeBuilder(target);
      for (CompilationUnitDeclaration unit : sortCompilationUnits(units)) {
        if (!unit.isEmpty()) {
          traverseUnitDeclaration(builder, unit);
        }
      }
    }
  }
}
