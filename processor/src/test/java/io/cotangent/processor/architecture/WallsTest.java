package io.cotangent.processor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Holds the walls between the processor's packages and the direction of their dependencies. */
@AnalyzeClasses(packages = "io.cotangent", importOptions = DoNotIncludeTests.class)
class WallsTest {

  private static final String ROOT = "io.cotangent.processor";

  @ArchTest
  static final ArchRule onlyTheFrontendKnowsSpoon =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".frontend..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("spoon..", "org.eclipse..");

  @ArchTest
  static final ArchRule onlyTheBackendKnowsJavaPoet =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".backend..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir..");

  /** Whoever asks javac for source text or positions, or unwraps its environment, stands here. */
  @ArchTest
  static final ArchRule onlyTheEdgeKnowsJavac =
      noClasses()
          .that(
              not(resideInAPackage(ROOT))
                  .and(not(nameMatching(".*\\.diagnostics\\.Javac\\w+(\\$.*)?")))
                  .and(
                      not(
                          nameMatching(
                              ".*\\.frontend\\."
                                  + "(ElementsNameEnvironment|ForeignSources|SourceTexts|SpoonModel)(\\$.*)?"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.annotation.processing..", "com.sun..");

  /** {@code Span} is where a node stands in the source: a plain value that every layer shares. */
  @ArchTest
  static final ArchRule theIrKnowsNothing =
      classes()
          .that()
          .resideInAPackage(ROOT + ".ir..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", ROOT + ".ir..").or(isSpan()));

  @ArchTest
  static final ArchRule diagnosticsKnowOnlyJavac =
      classes()
          .that()
          .resideInAPackage(ROOT + ".diagnostics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax..", "com.sun.source..", "org.jspecify..", ROOT + ".diagnostics..");

  @ArchTest static final ArchRule rulesKnowOnlyTheIr = knowsOnly("rules", "ir");

  @ArchTest
  static final ArchRule analysesKnowRulesAndIr =
      knowsOnly("analysis", "ir", "rules", "diagnostics");

  @ArchTest
  static final ArchRule transformsKnowNeitherEnd =
      knowsOnly("transform", "ir", "rules", "analysis", "diagnostics");

  /** Between the ends, problems are values that are handed on; only the edge reports them. */
  @ArchTest
  static final ArchRule onlyTheEdgeReports =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".ir..", ROOT + ".rules..", ROOT + ".analysis..", ROOT + ".transform..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.diagnostics\\.Javac\\w+(\\$.*)?");

  @ArchTest
  static final ArchRule theFrontendKnowsNoTransform =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".frontend..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".transform..", ROOT + ".backend..", ROOT + ".analysis..");

  @ArchTest
  static final ArchRule theBackendKnowsNoTransform =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".backend..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".transform..", ROOT + ".frontend..", ROOT + ".analysis..");

  @ArchTest
  static final ArchRule theRuntimeKnowsNothing =
      classes()
          .that(resideInAPackage("io.cotangent..").and(not(resideInAPackage(ROOT + ".."))))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "io.cotangent..")
                  .and(not(resideInAPackage(ROOT + ".."))));

  private static DescribedPredicate<JavaClass> isSpan() {
    return resideInAPackage(ROOT + ".diagnostics").and(nameMatching(".*\\.Span(\\[])?"));
  }

  private static ArchRule knowsOnly(String layer, String... others) {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(ROOT + "." + layer + "..")
            .should()
            .onlyDependOnClassesThat(
                not(resideInAPackage(ROOT + ".."))
                    .or(isSpan())
                    .or(resideInAPackage(ROOT + "." + layer + ".."))
                    .or(
                        resideInAnyPackage(
                            Arrays.stream(others)
                                .map(other -> ROOT + "." + other + "..")
                                .toArray(String[]::new))));
    return rule.as(layer + " knows only " + String.join(", ", others));
  }
}
