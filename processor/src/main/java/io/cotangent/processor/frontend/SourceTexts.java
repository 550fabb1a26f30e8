package io.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.cotangent.processor.diagnostics.JavacEnvironments;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/** The texts of the source files of the compilation, each read once. */
final class SourceTexts {

  private final Elements elements;
  private final @Nullable Trees trees;
  private final ForeignSources foreign;
  private final Map<URI, SourceText> texts = new HashMap<>();
  private final Map<String, SourceText> byUnit = new HashMap<>();

  SourceTexts(ProcessingEnvironment env) {
    this.elements = env.getElementUtils();
    this.trees = JavacEnvironments.trees(env).orElse(null);
    this.foreign = new ForeignSources(env);
  }

  /**
   * The text of the file that declares {@code type}, if that file is in this compilation, or the
   * runtime's and known to the processor.
   */
  Optional<SourceText> of(TypeElement type) {
    Optional<SourceText> own = file(type).flatMap(file -> Optional.ofNullable(read(file, type)));
    return own.isPresent() ? own : library(type);
  }

  private Optional<SourceText> library(TypeElement type) {
    if (type.getEnclosingElement() instanceof TypeElement outer) {
      return library(outer);
    }
    return library(type.getQualifiedName().toString());
  }

  /** The text of a class that the processor carries the source of. */
  Optional<SourceText> library(String name) {
    String unit = LibrarySources.unit(name);
    SourceText known = byUnit.get(unit);
    Optional<SourceText> text =
        known == null
            ? LibrarySources.of(name)
                .or(() -> Models.source(name))
                .map(source -> SourceText.of(unit, unit, source))
            : Optional.of(known);
    text.ifPresent(t -> byUnit.put(unit, t));
    return text;
  }

  /** The text that is in the model under the name {@code unit}. */
  Optional<SourceText> unit(String unit) {
    return Optional.ofNullable(byUnit.get(unit));
  }

  private Optional<FileObject> file(TypeElement type) {
    if (trees == null) {
      return foreign.of(type);
    }
    return Optional.ofNullable(trees.getPath(type))
        .map(TreePath::getCompilationUnit)
        .<FileObject>map(CompilationUnitTree::getSourceFile);
  }

  private @Nullable SourceText read(FileObject file, TypeElement type) {
    SourceText known = texts.get(file.toUri());
    if (known != null) {
      return known;
    }
    try {
      String path = file.getName();
      SourceText text =
          SourceText.of(unitName(type, path), path, file.getCharContent(true).toString());
      texts.put(file.toUri(), text);
      byUnit.put(text.unit(), text);
      return text;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** {@code p/q/File.java}, in front of it a number where another file has that name. */
  private String unitName(TypeElement type, String path) {
    String simple = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String name =
        elements.getPackageOf(type).getQualifiedName().toString().replace('.', File.separatorChar)
            + File.separator
            + simple;
    String unique = name;
    for (int copy = 1; byUnit.containsKey(unique); copy++) {
      unique = copy + File.separator + name;
    }
    return unique;
  }
}
