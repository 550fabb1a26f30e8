package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The nested classes that hold what the user's objects hold: their fields, or the tangents or
 * adjoints of these. Only the classes and fields that the functions mention are written.
 */
final class StateTypes {
  private final Map<String, ClassShape> shapes;
  private final Set<String> needed = new LinkedHashSet<>();
  private final Set<String> fields = new HashSet<>();

  StateTypes(Map<String, ClassShape> shapes, Iterable<Compiled> functions) {
    this.shapes = shapes;
    for (Compiled compiled : functions) {
      mention(compiled.function());
    }
  }

  private void mention(Function function) {
    function.params().forEach(p -> mention(p.type()));
    Walk.statements(
        function.body(),
        stmt -> {
          Walk.written(stmt).stream().map(Var::type).forEach(this::mention);
          if (stmt instanceof Stmt.Put put) {
            fields.add(put.name());
          }
        });
    Walk.expressions(
        function.body(),
        e -> {
          mention(e.type());
          if (e instanceof Expr.Field field && field.isOfStruct()) {
            fields.add(field.name());
          } else if (e instanceof Expr.InstanceOf test) {
            mention(test.tested());
          }
        });
  }

  /** Takes a type, and all that its fields and supertypes are, into the class. */
  void mention(Type type) {
    if (type.leaf() instanceof Type.Struct struct && needed.add(struct.name())) {
      ClassShape shape = shape(struct.name());
      shape.parent().ifPresent(parent -> mention(new Type.Struct(parent)));
      shape.interfaces().forEach(each -> mention(new Type.Struct(each)));
      shape.fields().forEach(field -> mention(field.type()));
    }
  }

  /** Whether there are any. */
  boolean isNeeded() {
    return !needed.isEmpty();
  }

  /** Makes sure that a field is there. */
  void keep(String field) {
    fields.add(field);
  }

  private ClassShape shape(String name) {
    return java.util.Objects.requireNonNull(shapes.get(name));
  }

  /** The fields of a class's own that are written, in order. */
  List<ClassShape.Field> fieldsOf(ClassShape shape) {
    return shape.fields().stream().filter(field -> fields.contains(field.name())).toList();
  }

  /** The classes. */
  List<TypeSpec> emit() {
    List<TypeSpec> types = new ArrayList<>();
    needed.forEach(name -> types.add(type(shape(name))));
    return types;
  }

  private TypeSpec type(ClassShape shape) {
    boolean isInterface = shape.kind() == ClassShape.Kind.INTERFACE;
    TypeSpec.Builder type =
        isInterface
            ? TypeSpec.interfaceBuilder(shape.name()).addModifiers(Modifier.PRIVATE)
            : TypeSpec.classBuilder(shape.name()).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (shape.isAbstract() && !isInterface) {
      type.addModifiers(Modifier.ABSTRACT);
    }
    type.addJavadoc(Javadoc.state(shape));
    shape.parent().ifPresent(parent -> type.superclass(ClassName.get("", parent)));
    shape.interfaces().forEach(each -> type.addSuperinterface(ClassName.get("", each)));
    if (shape.parent().isEmpty()) {
      type.addSuperinterface(RunTime.STATE);
    }
    if (!isInterface) {
      fieldsOf(shape).forEach(field -> type.addField(field(field)));
      type.addMethod(clear(shape));
    }
    return type.build();
  }

  private static FieldSpec field(ClassShape.Field field) {
    TypeName type = JavaTypes.of(field.type());
    return FieldSpec.builder(type, field.name()).build();
  }

  private MethodSpec clear(ClassShape shape) {
    MethodSpec.Builder clear =
        MethodSpec.methodBuilder("clear")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC);
    if (shape.parent().isPresent()) {
      clear.addStatement("super.clear()");
    }
    for (ClassShape.Field field : fieldsOf(shape)) {
      if (field.type().isFloating()) {
        clear.addStatement("$N = 0", field.name());
      }
    }
    return clear.build();
  }
}
