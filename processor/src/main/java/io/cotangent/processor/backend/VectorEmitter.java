package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.FunctionId;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * Writes the class with the loops over items that the Vector API runs. It is compiled where the
 * module {@code jdk.incubator.vector} is visible, and loaded where it is there.
 */
public final class VectorEmitter {
  private static final ClassName SPECIES = ClassName.get("jdk.incubator.vector", "VectorSpecies");

  private final ClassName type;
  private final String batch;
  private final TypeSpec.Builder spec;
  private final Set<FunctionId> written = new HashSet<>();

  VectorEmitter(ClassName type, String batch, List<Compiled> stretches) {
    this.type = type;
    this.batch = batch;
    spec = begun();
    Set<String> helpers = new TreeSet<>();
    for (Compiled stretch : stretches) {
      MethodSpec method = VectorLoop.of(stretch, helpers);
      if (method != null) {
        spec.addMethod(method);
        written.add(stretch.function().id());
      }
    }
    VectorHelpers.addTo(spec, helpers);
  }

  private TypeSpec.Builder begun() {
    return GeneratedClass.of(type.simpleName(), false)
        .addJavadoc("The loops over items of {@link $L}, with vectors.\n", batch)
        .addField(
            FieldSpec.builder(
                    ParameterizedTypeName.get(SPECIES, TypeName.DOUBLE.box()),
                    "S",
                    Modifier.PRIVATE,
                    Modifier.STATIC,
                    Modifier.FINAL)
                .initializer("$T.SPECIES_PREFERRED", VectorExpressions.VECTOR)
                .build());
  }

  /** The class that holds the loop, if it has a form with vectors. */
  boolean has(FunctionId stretch) {
    return written.contains(stretch);
  }

  /** Whether there is any. */
  public boolean isNeeded() {
    return !written.isEmpty();
  }

  ClassName type() {
    return type;
  }

  /** The class's simple name. */
  public String simpleName() {
    return type.simpleName();
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    GeneratedClass.file(type.packageName(), spec.build()).writeTo(out);
  }
}
