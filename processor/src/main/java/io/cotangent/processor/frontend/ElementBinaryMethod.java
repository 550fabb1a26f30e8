package io.cotangent.processor.frontend;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.env.IBinaryAnnotation;
import org.eclipse.jdt.internal.compiler.env.IBinaryMethod;
import org.eclipse.jdt.internal.compiler.env.IBinaryTypeAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * One of javac's methods or constructors as JDT reads it from a class file.
 *
 * <p>It always answers a generic signature, so that JDT takes the parameters as declared and looks
 * for no synthetic ones.
 */
record ElementBinaryMethod(ExecutableElement method, String signature) implements IBinaryMethod {

  @Override
  public int getModifiers() {
    return ElementBinaryType.flags(method.getModifiers())
        | (method.isVarArgs() ? ClassFileConstants.AccVarargs : 0)
        | (method.getDefaultValue() == null ? 0 : ClassFileConstants.AccAnnotationDefault);
  }

  @Override
  public boolean isConstructor() {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }

  @Override
  public char[] getSelector() {
    return method.getSimpleName().toString().toCharArray();
  }

  @Override
  public char[] getGenericSignature() {
    return signature.toCharArray();
  }

  @Override
  public char[] getMethodDescriptor() {
    return signature.toCharArray();
  }

  @Override
  public char[][] getArgumentNames() {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString().toCharArray())
        .toArray(char[][]::new);
  }

  @Override
  public char[][] getExceptionTypeNames() {
    return new char[0][];
  }

  @Override
  public boolean isClinit() {
    return false;
  }

  @Override
  public long getTagBits() {
    return 0;
  }

  @Override
  public @Nullable Object getDefaultValue() {
    return null;
  }

  @Override
  public IBinaryAnnotation @Nullable [] getAnnotations() {
    return null;
  }

  @Override
  public IBinaryAnnotation @Nullable [] getParameterAnnotations(int index, char[] classFileName) {
    return null;
  }

  @Override
  public int getAnnotatedParametersCount() {
    return 0;
  }

  @Override
  public IBinaryTypeAnnotation @Nullable [] getTypeAnnotations() {
    return null;
  }
}
