package io.cotangent.processor.backend;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import java.io.IOException;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes a {@link DerivativeClass} as a Java file; the same plan gives the same bytes. */
public final class ClassEmitter {
  private final DerivativeClass plan;
  private final Layout layout;

  /** A writer of one class. */
  public ClassEmitter(DerivativeClass plan) {
    this.plan = plan;
    layout = new Layout(plan);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    emit().writeTo(out);
  }

  /**
   * The Java file.
   *
   * @param origins the elements that the class is made from, for incremental builds
   */
  JavaFile emit(Element... origins) {
    TypeSpec.Builder type = GeneratedClass.top(type(), plan.isPublic());
    for (Element origin : origins) {
      type.addOriginatingElement(origin);
    }
    return GeneratedClass.file(plan.packageName(), type.build());
  }

  /** The class as one inside of another. */
  TypeSpec nested(boolean shared) {
    TypeSpec.Builder type = type().addModifiers(Modifier.STATIC, Modifier.FINAL);
    return shared ? type.build() : type.addModifiers(Modifier.PRIVATE).build();
  }

  private TypeSpec.Builder type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(plan.className().simpleName())
            .addJavadoc(layout.isInPlace() ? InPlaceJavadoc.type(layout) : Javadoc.type(layout));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    methods(type);
    nestedTypes(type);
    return type;
  }

  private void methods(TypeSpec.Builder type) {
    if (layout.isInPlace()) {
      new InPlaceMethods(layout).addTo(type);
    } else {
      publicMethods(type);
    }
    FunctionEmitter emitter =
        new FunctionEmitter(layout.functions, layout.workspace, layout.exceptions);
    for (Compiled compiled : layout.functions.all()) {
      type.addMethod(emitter.emit(compiled));
    }
  }

  private void publicMethods(TypeSpec.Builder type) {
    ReverseMethods reverse = new ReverseMethods(layout);
    JacobianMethods jacobians = new JacobianMethods(layout);
    SecondOrderMethods second = new SecondOrderMethods(layout);
    reverse.addTo(type);
    new ForwardMethods(layout).addTo(type);
    type.addMethod(new PullbackType(layout).factory());
    type.addMethod(new PushforwardType(layout).factory());
    jacobians.addTo(type);
    if (layout.hasSecondOrder()) {
      second.addTo(type);
    }
    if (plan.inverse().isPresent()) {
      new InverseMethods(layout).addTo(type);
    }
    type.addMethod(new ObjectiveType(layout).factory());
    type.addMethod(reverse.sweep());
    if (!layout.isScalar() && plan.forms().rows() == null) {
      type.addMethod(jacobians.rows());
    }
    if (layout.hasSecondOrder()) {
      type.addMethod(second.secondOrder());
    }
  }

  private void nestedTypes(TypeSpec.Builder type) {
    if (layout.gradientParts().size() > 1) {
      type.addType(RecordTypes.gradient(layout));
    }
    if (layout.isScalar()) {
      type.addType(RecordTypes.valueAndGradient(layout));
    }
    if (!layout.isInPlace()) {
      type.addType(RecordTypes.valueAndTangent(layout))
          .addType(new PullbackType(layout).emit())
          .addType(new PushforwardType(layout).emit());
    }
    type.addType(new WorkspaceType(layout).emit());
    if (!layout.isInPlace()) {
      type.addType(new ObjectiveType(layout).emit());
    }
    for (Compiled compiled : layout.functions.all()) {
      if (compiled.hasRecord()) {
        type.addType(RecordTypes.results(compiled));
      }
    }
    layout.states.emit().forEach(type::addType);
  }
}
