package io.cotangent.processor.frontend;

import javax.lang.model.element.RecordComponentElement;
import org.eclipse.jdt.internal.compiler.env.IBinaryAnnotation;
import org.eclipse.jdt.internal.compiler.env.IBinaryTypeAnnotation;
import org.eclipse.jdt.internal.compiler.env.IRecordComponent;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.jspecify.annotations.Nullable;

/** One of javac's record components as JDT reads it from a class file. */
record ElementRecordComponent(RecordComponentElement component, String signature)
    implements IRecordComponent {

  @Override
  public int getModifiers() {
    return 0;
  }

  @Override
  public char[] getName() {
    return component.getSimpleName().toString().toCharArray();
  }

  @Override
  public char[] getTypeName() {
    return signature.toCharArray();
  }

  @Override
  public char[] getGenericSignature() {
    return signature.toCharArray();
  }

  @Override
  public Constant getConstant() {
    return Constant.NotAConstant;
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
}
