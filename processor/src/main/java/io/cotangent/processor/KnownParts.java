package io.cotangent.processor;

import io.cotangent.processor.backend.ObjectParts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes objects apart whose parts their types tell, or says what is in the way. */
final class KnownParts {
  private final LoweredProgram lowered;
  private final Set<String> used;
  private final boolean all;
  private final Set<String> around = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * For a program.
   *
   * @param used the names of the fields that it reads or writes
   * @param all whether all that is primitive is a part, used or not: what a batch takes must not
   *     depend on what the method reads
   */
  KnownParts(LoweredProgram lowered, Set<String> used, boolean all) {
    this.lowered = lowered;
    this.all = all;
    this.used = used;
  }

  /** The parts of an object, or what is in the way. */
  record Found(Optional<ObjectParts> parts, List<Problem> problems) {
    /** Whether only run time tells what such an object holds. */
    boolean isLeftToRunTime() {
      return problems.stream().anyMatch(p -> p.kind() != ProblemKind.INACCESSIBLE);
    }
  }

  Found of(Type type, String what) {
    problems.clear();
    around.clear();
    Optional<ObjectParts> parts = parts(type, what);
    return new Found(parts, List.copyOf(problems));
  }

  private void refuse(String what, String instead) {
    problems.add(new Problem(ProblemKind.UNSUPPORTED_CONSTRUCT, Span.NONE, List.of(what, instead)));
  }

  /** The type that the user knows. */
  Type known(Type type) {
    if (type instanceof Type.Array array) {
      return Type.arrayOf(known(array.element()));
    }
    return shape(type).<Type>map(shape -> new Type.Ref(shape.source())).orElse(type);
  }

  private Optional<ClassShape> shape(Type type) {
    return type instanceof Type.Struct struct
        ? Optional.ofNullable(lowered.shapes().get(struct.name()))
        : Optional.empty();
  }

  private Optional<ObjectParts> parts(Type type, String what) {
    Optional<ClassShape> found = shape(type);
    if (found.isEmpty()) {
      refuse(what + " of type " + known(type), "use arrays of numbers, or objects one by one");
      return Optional.empty();
    }
    ClassShape shape = found.get();
    if (shape.source().startsWith("java.")) {
      refuse(
          what + " of type " + shape.source(),
          "take the numbers as 'double' or 'double[]' and make the object in the method");
      return Optional.empty();
    }
    if (shape.isAbstract() || shape.kind() == ClassShape.Kind.FUNCTION) {
      refuse(
          what + " of the abstract type " + shape.source(),
          "let the parameter have the class of the object, or leave it out of wrt");
      return Optional.empty();
    }
    if (!shape.isAccessible()) {
      problems.add(new Problem(ProblemKind.INACCESSIBLE, Span.NONE, List.of(shape.simpleName())));
      return Optional.empty();
    }
    if (!around.add(shape.name())) {
      refuse(what + ", which holds objects of its own class", "use arrays");
      return Optional.empty();
    }
    List<ObjectParts.Part> fields = new ArrayList<>();
    boolean isRecord = shape.kind() == ClassShape.Kind.RECORD;
    for (ClassShape.Field field : allFields(shape)) {
      field(field, isRecord, what + "." + field.name(), fields);
    }
    around.remove(shape.name());
    boolean isFinal =
        isRecord
            || lowered.shapes().values().stream()
                .noneMatch(s -> s.parent().filter(shape.name()::equals).isPresent());
    return Optional.of(new ObjectParts(shape.source(), isRecord, isFinal && isRecord, fields));
  }

  private void field(
      ClassShape.Field field, boolean isRecord, String what, List<ObjectParts.Part> fields) {
    boolean carries = field.type().carriesDerivative();
    boolean struct = field.type().leaf() instanceof Type.Struct;
    Optional<ObjectParts> inner = Optional.empty();
    boolean open = struct && isOpen(field.type().leaf());
    if (open || (struct && holdsNumbers(field.type().leaf(), new HashSet<>()))) {
      inner = parts(field.type(), what);
    } else if (struct && used.contains(field.name())) {
      refuse(what, "keep what it holds in the object itself");
    }
    boolean always = carries || (all && field.type().leaf() instanceof Type.Primitive);
    boolean kept = always || (used.contains(field.name()) && !struct);
    if (kept || inner.isPresent() || isRecord) {
      fields.add(
          new ObjectParts.Part(
              field.name(), field.type(), field.isAccessible(), kept && inner.isEmpty(), inner));
    }
  }

  /** Whether the objects' classes are others, which may hold numbers. */
  private boolean isOpen(Type type) {
    return shape(type)
        .filter(shape -> shape.isAbstract() && !shape.source().startsWith("java.util.function."))
        .isPresent();
  }

  private boolean holdsNumbers(Type type, Set<String> seen) {
    return shape(type)
        .filter(shape -> seen.add(shape.name()))
        .filter(
            shape ->
                allFields(shape).stream()
                    .anyMatch(
                        f -> f.type().carriesDerivative() || holdsNumbers(f.type().leaf(), seen)))
        .isPresent();
  }

  private List<ClassShape.Field> allFields(ClassShape shape) {
    List<ClassShape.Field> fields = new ArrayList<>();
    shape.parent().map(lowered.shapes()::get).ifPresent(parent -> fields.addAll(allFields(parent)));
    fields.addAll(shape.fields());
    return fields;
  }
}
