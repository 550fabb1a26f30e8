package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import java.util.Optional;
import spoon.reflect.cu.SourcePosition;
import spoon.reflect.cu.position.DeclarationSourcePosition;
import spoon.reflect.declaration.CtElement;

/** Where Spoon's elements stand in the files of the compilation. */
record Positions(SourceTexts texts) {

  /** The element's own characters; its parent's if it is implicit. */
  Span span(CtElement element) {
    return place(element)
        .flatMap(at -> text(at).map(text -> text.span(at.getSourceStart(), at.getSourceEnd() + 1)))
        .orElse(Span.NONE);
  }

  /** A declaration's name; {@link #span} of what has none. */
  Span nameSpan(CtElement element) {
    return element.getPosition() instanceof DeclarationSourcePosition at
        ? text(at).map(text -> text.span(at.getNameStart(), at.getNameEnd() + 1)).orElse(Span.NONE)
        : span(element);
  }

  /** The line on which the element starts, stripped; empty if there is none. */
  String sourceLine(CtElement element) {
    return place(element)
        .flatMap(at -> text(at).map(text -> text.line(at.getSourceStart())))
        .orElse("");
  }

  private static Optional<SourcePosition> place(CtElement element) {
    CtElement each = element;
    while (!each.getPosition().isValidPosition() && each.isParentInitialized()) {
      each = each.getParent();
    }
    return Optional.of(each.getPosition()).filter(SourcePosition::isValidPosition);
  }

  private Optional<SourceText> text(SourcePosition position) {
    return Optional.ofNullable(position.getFile()).flatMap(file -> texts.unit(file.getPath()));
  }
}
