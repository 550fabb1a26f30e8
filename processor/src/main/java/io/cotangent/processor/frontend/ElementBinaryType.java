package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.env.IBinaryAnnotation;
import org.eclipse.jdt.internal.compiler.env.IBinaryField;
import org.eclipse.jdt.internal.compiler.env.IBinaryMethod;
import org.eclipse.jdt.internal.compiler.env.IBinaryNestedType;
import org.eclipse.jdt.internal.compiler.env.IBinaryType;
import org.eclipse.jdt.internal.compiler.env.IBinaryTypeAnnotation;
import org.eclipse.jdt.internal.compiler.env.IRecordComponent;
import org.eclipse.jdt.internal.compiler.env.ITypeAnnotationWalker;
import org.eclipse.jdt.internal.compiler.lookup.BinaryTypeBinding.ExternalAnnotationStatus;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.jspecify.annotations.Nullable;

/** One of javac's types as JDT reads the header of a class file: no bodies, no annotations. */
final class ElementBinaryType implements IBinaryType {

  private final TypeElement type;
  private final Function<TypeElement, String> internalNames;
  private final @Nullable String signature;
  private final IBinaryField[] fields;
  private final IBinaryMethod[] methods;
  private final IRecordComponent[] components;
  private final char[] @Nullable [] @Nullable [] missing;

  ElementBinaryType(TypeElement type, Function<TypeElement, String> internalNames) {
    this.type = type;
    this.internalNames = internalNames;
    Signatures signatures = new Signatures(type, internalNames);
    this.signature = isObject() ? null : signatures.ofClass(type);
    List<IBinaryField> fields = new ArrayList<>();
    List<IBinaryMethod> methods = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getModifiers().contains(Modifier.PRIVATE)) {
        continue; // No code outside the file can mean it, and the file's own code is in the model.
      }
      if (member instanceof VariableElement field) {
        fields.add(new ElementBinaryField(field, signatures.of(field.asType())));
      } else if (member instanceof ExecutableElement method
          && method.getKind() != ElementKind.STATIC_INIT) {
        methods.add(new ElementBinaryMethod(method, signatures.ofMethod(method)));
      }
    }
    this.fields = fields.toArray(IBinaryField[]::new);
    this.methods = methods.toArray(IBinaryMethod[]::new);
    this.components =
        type.getRecordComponents().stream()
            .map(each -> new ElementRecordComponent(each, signatures.of(each.asType())))
            .toArray(IRecordComponent[]::new);
    this.missing =
        signatures.missing().stream()
            .map(name -> CharOperation.splitOn('/', name.toCharArray()))
            .toArray(char[][][]::new);
  }

  /** The class file's access flags for {@code modifiers}. */
  static int flags(Set<Modifier> modifiers) {
    int flags = 0;
    for (Modifier modifier : modifiers) {
      flags |=
          switch (modifier) {
            case PUBLIC -> ClassFileConstants.AccPublic;
            case PROTECTED -> ClassFileConstants.AccProtected;
            case PRIVATE -> ClassFileConstants.AccPrivate;
            case ABSTRACT -> ClassFileConstants.AccAbstract;
            case STATIC -> ClassFileConstants.AccStatic;
            case FINAL -> ClassFileConstants.AccFinal;
            case TRANSIENT -> ClassFileConstants.AccTransient;
            case VOLATILE -> ClassFileConstants.AccVolatile;
            case SYNCHRONIZED -> ClassFileConstants.AccSynchronized;
            case NATIVE -> ClassFileConstants.AccNative;
            case STRICTFP -> ClassFileConstants.AccStrictfp;
            default -> 0;
          };
    }
    return flags;
  }

  private boolean isObject() {
    return type.getQualifiedName().contentEquals("java.lang.Object");
  }

  private char[] name(TypeElement element) {
    return internalNames.apply(element).toCharArray();
  }

  @Override
  public int getModifiers() {
    int kind =
        switch (type.getKind()) {
          case INTERFACE -> ClassFileConstants.AccInterface | ClassFileConstants.AccAbstract;
          case ANNOTATION_TYPE ->
              ClassFileConstants.AccInterface
                  | ClassFileConstants.AccAbstract
                  | ClassFileConstants.AccAnnotation;
          case ENUM -> ClassFileConstants.AccEnum;
          default -> 0;
        };
    return flags(type.getModifiers()) | kind;
  }

  @Override
  public char[] getName() {
    return name(type);
  }

  @Override
  public char[] getSourceName() {
    return type.getSimpleName().toString().toCharArray();
  }

  @Override
  public char[] getFileName() {
    return (internalNames.apply(type) + ".class").toCharArray();
  }

  @Override
  public char @Nullable [] getGenericSignature() {
    return signature == null ? null : signature.toCharArray();
  }

  @Override
  public char @Nullable [] getSuperclassName() {
    if (isObject()) {
      return null;
    }
    TypeMirror superclass = type.getSuperclass();
    return superclass.getKind() == TypeKind.DECLARED
        ? name((TypeElement) ((DeclaredType) superclass).asElement())
        : "java/lang/Object".toCharArray();
  }

  @Override
  public char[][] getInterfaceNames() {
    return type.getInterfaces().stream()
        .filter(each -> each.getKind() == TypeKind.DECLARED)
        .map(each -> name((TypeElement) ((DeclaredType) each).asElement()))
        .toArray(char[][]::new);
  }

  @Override
  public char @Nullable [] @Nullable [] getPermittedSubtypesNames() {
    if (!type.getModifiers().contains(Modifier.SEALED)) {
      return null;
    }
    return type.getPermittedSubclasses().stream()
        .filter(each -> each.getKind() == TypeKind.DECLARED)
        .map(each -> name((TypeElement) ((DeclaredType) each).asElement()))
        .toArray(char[][]::new);
  }

  @Override
  public char @Nullable [] getEnclosingTypeName() {
    return type.getEnclosingElement() instanceof TypeElement outer ? name(outer) : null;
  }

  @Override
  public boolean isMember() {
    return type.getEnclosingElement() instanceof TypeElement;
  }

  @Override
  public IBinaryNestedType[] getMemberTypes() {
    List<IBinaryNestedType> members = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof TypeElement nested) {
        members.add(new NestedType(name(nested), name(type), nested));
      }
    }
    return members.toArray(IBinaryNestedType[]::new);
  }

  @Override
  public IBinaryField[] getFields() {
    return fields;
  }

  @Override
  public IBinaryMethod[] getMethods() {
    return methods;
  }

  @Override
  public boolean isRecord() {
    return type.getKind() == ElementKind.RECORD;
  }

  @Override
  public IRecordComponent[] getRecordComponents() {
    return components;
  }

  @Override
  public char[] @Nullable [] @Nullable [] getMissingTypeNames() {
    return missing;
  }

  @Override
  public boolean isBinaryType() {
    return true;
  }

  @Override
  public boolean isAnonymous() {
    return false;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public long getTagBits() {
    return 0;
  }

  @Override
  public IBinaryAnnotation @Nullable [] getAnnotations() {
    return null;
  }

  @Override
  public IBinaryTypeAnnotation @Nullable [] getTypeAnnotations() {
    return null;
  }

  @Override
  public char @Nullable [] getEnclosingMethod() {
    return null;
  }

  @Override
  public char @Nullable [] getModule() {
    return null;
  }

  @Override
  public char @Nullable [] sourceFileName() {
    return null;
  }

  @Override
  public ITypeAnnotationWalker enrichWithExternalAnnotationsFor(
      ITypeAnnotationWalker walker, Object member, LookupEnvironment environment) {
    return walker;
  }

  @Override
  public ExternalAnnotationStatus getExternalAnnotationStatus() {
    return ExternalAnnotationStatus.NOT_EEA_CONFIGURED;
  }

  private record NestedType(char[] name, char[] enclosing, TypeElement type)
      implements IBinaryNestedType {
    @Override
    public char[] getName() {
      return name;
    }

    @Override
    public char[] getEnclosingTypeName() {
      return enclosing;
    }

    @Override
    public int getModifiers() {
      return flags(type.getModifiers());
    }
  }
}
