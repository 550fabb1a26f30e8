package io.cotangent.processor.frontend;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The source files of a compiler that shows no syntax trees, such as Eclipse's: as {@code
 * Elements.getFileObjectOf} tells, which Java 17 does not declare yet, by the name that Eclipse's
 * own elements tell, or on the source path.
 */
final class ForeignSources {
  private final ProcessingEnvironment env;

  ForeignSources(ProcessingEnvironment env) {
    this.env = env;
  }

  /** The file that declares the type, if its source is there. */
  Optional<FileObject> of(TypeElement type) {
    return told(type).or(() -> named(type)).or(() -> onSourcePath(type));
  }

  private Optional<FileObject> told(TypeElement type) {
    Object elements = env.getElementUtils();
    return called(elements, "getFileObjectOf", Element.class, type)
        .filter(file -> file instanceof JavaFileObject source && source.getKind() == Kind.SOURCE)
        .map(FileObject.class::cast);
  }

  private static Optional<Object> called(
      Object receiver, String method, @Nullable Class<?> param, @Nullable Object argument) {
    try {
      return Optional.ofNullable(
          param == null
              ? receiver.getClass().getMethod(method).invoke(receiver)
              : receiver.getClass().getMethod(method, param).invoke(receiver, argument));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return Optional.empty();
    }
  }

  private static Optional<FileObject> named(TypeElement type) {
    return called(type, "getFileName", null, null)
        .map(String::valueOf)
        .filter(name -> name.endsWith(".java"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .map(OnDisk::new);
  }

  private Optional<FileObject> onSourcePath(TypeElement type) {
    TypeElement outer = type;
    while (outer.getEnclosingElement() instanceof TypeElement around) {
      outer = around;
    }
    String home = env.getElementUtils().getPackageOf(outer).getQualifiedName().toString();
    String file = outer.getSimpleName() + ".java";
    try {
      FileObject found = env.getFiler().getResource(StandardLocation.SOURCE_PATH, home, file);
      found.getCharContent(true);
      return Optional.of(found);
    } catch (IOException | RuntimeException missing) {
      return Optional.empty();
    }
  }

  /** A source file by its path. */
  private static final class OnDisk extends SimpleJavaFileObject {
    private final Path path;

    OnDisk(Path path) {
      super(uri(path), Kind.SOURCE);
      this.path = path;
    }

    private static URI uri(Path path) {
      return path.toAbsolutePath().toUri();
    }

    @Override
    public String getName() {
      return path.toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      byte[] bytes = Files.readAllBytes(path);
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
      } catch (java.nio.charset.CharacterCodingException other) {
        return new String(bytes, Charset.defaultCharset());
      }
    }
  }
}
