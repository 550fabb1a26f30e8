package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.backend.ObjectParts.Part;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Java code that takes objects apart and puts them together. */
final class ObjectCode {
  static final String COMPLEX = "io.cotangent.Complex";

  private ObjectCode() {}

  /**
   * The parts of an object that have parameters of their own.
   *
   * @param numbersOnly whether only those that carry derivatives are wanted
   */
  static List<CodeBlock> parts(ObjectParts object, CodeBlock code, boolean numbersOnly) {
    return parts(object, code, numbersOnly, false);
  }

  /** The numbers of a cotangent. */
  static List<CodeBlock> cotangents(ObjectParts object, CodeBlock code) {
    return parts(object, code, true, true);
  }

  private static List<CodeBlock> parts(
      ObjectParts object, CodeBlock code, boolean numbersOnly, boolean cotangent) {
    List<CodeBlock> parts = new ArrayList<>();
    for (Part field : object.fields()) {
      if (field.object().isPresent()) {
        ObjectParts inner = field.object().get();
        CodeBlock part = checked(inner, read(object, field, code));
        parts.addAll(parts(inner, part, numbersOnly, cotangent));
      } else if (field.isKept() && (!numbersOnly || field.type().carriesDerivative())) {
        CodeBlock part = read(object, field, code);
        parts.add(cotangent && isConjugated(object, field) ? CodeBlock.of("-$L", part) : part);
      }
    }
    return parts;
  }

  /** The object, where it must be of this very class. */
  static CodeBlock checked(ObjectParts object, CodeBlock code) {
    return object.isFinal()
        ? code
        : CodeBlock.of("$T.exactly($T.class, $L)", RunTime.INSTANCES, type(object), code);
  }

  private static CodeBlock read(ObjectParts object, Part field, CodeBlock code) {
    if (field.isReadable()) {
      return CodeBlock.of(object.isRecord() ? "$L.$N()" : "$L.$N", code, field.name());
    }
    return CodeBlock.of(
        "($T) $T.get($T.class, $S, $L)",
        JavaTypes.of(userType(field)),
        RunTime.INSTANCES,
        type(object),
        field.name(),
        code);
  }

  /** The field's type in the user's source. */
  static Type userType(Part field) {
    return field.object().map(ObjectParts::type).orElse(field.type());
  }

  static TypeName type(ObjectParts object) {
    return JavaTypes.className(object.source());
  }

  /**
   * A new object.
   *
   * @param numbers what its parts are that carry derivatives, in order
   * @param like the object whose other parts it has; null for none
   */
  static CodeBlock made(ObjectParts object, Iterator<CodeBlock> numbers, CodeBlock like) {
    return made(object, numbers, like, false);
  }

  /** A new object of cotangents. */
  static CodeBlock madeOfCotangents(
      ObjectParts object, Iterator<CodeBlock> numbers, CodeBlock like) {
    return made(object, numbers, like, true);
  }

  /**
   * A gradient: the only component, or a record of several.
   *
   * @param indices of the parameters that it is with respect to
   * @param objects how a parameter is taken apart; empty for a number or an array
   * @param like a parameter whose other parts its component has
   * @param parts the components of the gradient with respect to the numbers
   */
  static CodeBlock gradient(
      List<Integer> indices,
      IntFunction<Optional<ObjectParts>> objects,
      IntFunction<CodeBlock> like,
      List<CodeBlock> parts) {
    Iterator<CodeBlock> next = parts.iterator();
    List<CodeBlock> all = new ArrayList<>();
    for (int index : indices) {
      Optional<ObjectParts> object = objects.apply(index);
      all.add(
          object.isPresent()
              ? madeOfCotangents(object.get(), next, like.apply(index))
              : next.next());
    }
    return all.size() == 1
        ? all.get(0)
        : CodeBlock.of("new Gradient($L)", CodeBlock.join(all, ",$W"));
  }

  /**
   * Whether a cotangent's part is the negative of the number's: the cotangent of {@code x + iy} is
   * {@code d/dx - i d/dy}, so that it is the derivative where there is a complex one.
   */
  private static boolean isConjugated(ObjectParts object, Part field) {
    return object.source().equals(COMPLEX) && field.name().equals("im");
  }

  private static CodeBlock made(
      ObjectParts object, Iterator<CodeBlock> numbers, CodeBlock like, boolean cotangent) {
    List<CodeBlock> values = new ArrayList<>();
    List<CodeBlock> names = new ArrayList<>();
    for (Part field : object.fields()) {
      if (field.object().isPresent()) {
        CodeBlock inner = like.isEmpty() ? like : parenthesised(read(object, field, like));
        names.add(CodeBlock.of("$S", field.name()));
        values.add(made(field.object().get(), numbers, inner, cotangent));
      } else if (field.type().carriesDerivative() && field.isKept()) {
        names.add(CodeBlock.of("$S", field.name()));
        CodeBlock number = numbers.next();
        values.add(cotangent && isConjugated(object, field) ? CodeBlock.of("-$L", number) : number);
      } else if (object.isRecord()) {
        values.add(like.isEmpty() ? zero(field.type()) : read(object, field, like));
      }
    }
    CodeBlock list = CodeBlock.join(values, ",$W");
    if (object.isRecord()) {
      return CodeBlock.of("new $T($L)", type(object), list);
    }
    return CodeBlock.of(
        "$T.made($T.class, $L, new String[] {$L}$L$L)",
        RunTime.INSTANCES,
        type(object),
        like.isEmpty() ? CodeBlock.of("null") : like,
        CodeBlock.join(names, ", "),
        values.isEmpty() ? "" : ", ",
        list);
  }

  private static CodeBlock parenthesised(CodeBlock code) {
    return code.toString().startsWith("(") ? CodeBlock.of("($L)", code) : code;
  }

  private static CodeBlock zero(Type type) {
    return Literals.of(io.cotangent.processor.ir.Exprs.defaultValue(type));
  }
}
