package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;

/** Types as they are declared, with their arguments, from the text of such a type. */
final class DeclaredTypes {
  private final String text;
  private int at;

  private DeclaredTypes(String text) {
    this.text = text;
  }

  static TypeName of(String text) {
    return new DeclaredTypes(text).type();
  }

  private boolean skips(String token) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  private TypeName type() {
    TypeName type;
    if (skips("?")) {
      type = WildcardTypeName.subtypeOf(Object.class);
      if (skips("extends ")) {
        type = WildcardTypeName.subtypeOf(type());
      } else if (skips("super ")) {
        type = WildcardTypeName.supertypeOf(type());
      }
      return type;
    }
    type = named(name());
    if (skips("<")) {
      List<TypeName> arguments = new ArrayList<>();
      do {
        skips("");
        arguments.add(type());
      } while (skips(","));
      skips(">");
      type = ParameterizedTypeName.get((ClassName) type, arguments.toArray(TypeName[]::new));
    }
    while (skips("[]")) {
      type = ArrayTypeName.of(type);
    }
    return type;
  }

  private static TypeName named(String name) {
    return switch (name) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "char" -> TypeName.CHAR;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> JavaTypes.className(name);
    };
  }

  private String name() {
    int from = at;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return text.substring(from, at);
  }
}
