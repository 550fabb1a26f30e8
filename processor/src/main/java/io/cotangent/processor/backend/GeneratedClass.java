package io.cotangent.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What all generated classes have in common. */
final class GeneratedClass {
  private static final String PROCESSOR = "io.cotangent.processor.CotangentProcessor";

  private GeneratedClass() {}

  /** A class of static methods. */
  static TypeSpec.Builder of(String simpleName, boolean isPublic) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(simpleName)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return top(type, isPublic);
  }

  /** The class as one in a file of its own. */
  static TypeSpec.Builder top(TypeSpec.Builder type, boolean isPublic) {
    type.addModifiers(Modifier.FINAL)
        .addAnnotation(
            AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                .addMember("value", "$S", PROCESSOR)
                .build())
        .addAnnotation(suppressions());
    return isPublic ? type.addModifiers(Modifier.PUBLIC) : type;
  }

  /**
   * What the user's own types and methods may bring with them; it is reported where they wrote it.
   */
  private static AnnotationSpec suppressions() {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "{$S, $S, $S, $S}", "deprecation", "rawtypes", "removal", "unchecked")
        .build();
  }

  /** Its file. */
  static JavaFile file(String packageName, TypeSpec type) {
    return JavaFile.builder(packageName, type).skipJavaLangImports(true).indent("  ").build();
  }
}
