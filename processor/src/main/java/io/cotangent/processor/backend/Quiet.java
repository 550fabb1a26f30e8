package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;

/** Code in methods that can't declare the differentiated method's checked exceptions. */
final class Quiet {
  private Quiet() {}

  /** Lets the method's checked exceptions through, where it declares any. */
  static CodeBlock of(Layout layout, Names names, CodeBlock body) {
    if (layout.exceptions.isEmpty()) {
      return body;
    }
    String exception = names.fresh("exception");
    return CodeBlock.builder()
        .beginControlFlow("try")
        .add(body)
        .nextControlFlow("catch ($T $N)", Throwable.class, exception)
        .addStatement("throw $T.rethrow($N)", RunTime.EXCEPTIONS, exception)
        .endControlFlow()
        .build();
  }
}
