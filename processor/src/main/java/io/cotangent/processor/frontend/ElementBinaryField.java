package io.cotangent.processor.frontend;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.env.IBinaryAnnotation;
import org.eclipse.jdt.internal.compiler.env.IBinaryField;
import org.eclipse.jdt.internal.compiler.env.IBinaryTypeAnnotation;
import org.eclipse.jdt.internal.compiler.impl.BooleanConstant;
import org.eclipse.jdt.internal.compiler.impl.ByteConstant;
import org.eclipse.jdt.internal.compiler.impl.CharConstant;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.impl.DoubleConstant;
import org.eclipse.jdt.internal.compiler.impl.FloatConstant;
import org.eclipse.jdt.internal.compiler.impl.IntConstant;
import org.eclipse.jdt.internal.compiler.impl.LongConstant;
import org.eclipse.jdt.internal.compiler.impl.ShortConstant;
import org.eclipse.jdt.internal.compiler.impl.StringConstant;
import org.jspecify.annotations.Nullable;

/** One of javac's fields as JDT reads it from a class file, with its constant value. */
record ElementBinaryField(VariableElement field, String signature) implements IBinaryField {

  @Override
  public int getModifiers() {
    return ElementBinaryType.flags(field.getModifiers())
        | (field.getKind() == ElementKind.ENUM_CONSTANT ? ClassFileConstants.AccEnum : 0);
  }

  @Override
  public char[] getName() {
    return field.getSimpleName().toString().toCharArray();
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
    Object value = field.getConstantValue();
    if (value instanceof Boolean each) {
      return BooleanConstant.fromValue(each);
    } else if (value instanceof Byte each) {
      return ByteConstant.fromValue(each);
    } else if (value instanceof Short each) {
      return ShortConstant.fromValue(each);
    } else if (value instanceof Character each) {
      return CharConstant.fromValue(each);
    } else if (value instanceof Integer each) {
      return IntConstant.fromValue(each);
    } else if (value instanceof Long each) {
      return LongConstant.fromValue(each);
    } else if (value instanceof Float each) {
      return FloatConstant.fromValue(each);
    } else if (value instanceof Double each) {
      return DoubleConstant.fromValue(each);
    } else if (value instanceof String each) {
      return StringConstant.fromValue(each);
    }
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
