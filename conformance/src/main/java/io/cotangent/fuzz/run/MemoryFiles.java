package io.cotangent.fuzz.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A file manager that keeps what a compilation writes in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, Output> classes = new HashMap<>();
  private final Map<String, Output> sources = new HashMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  /** The class files written, by binary name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> result = new HashMap<>();
    classes.forEach((name, output) -> result.put(name, output.bytes.toByteArray()));
    return result;
  }

  /** The source files that processors wrote, by qualified name. */
  Map<String, String> sources() {
    Map<String, String> result = new HashMap<>();
    sources.forEach((name, output) -> result.put(name, output.text()));
    return result;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    Output output = new Output(name, kind);
    (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(name, output);
    return output;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String name, FileObject sibling) {
    return new Output(name, JavaFileObject.Kind.OTHER);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one instanceof SimpleJavaFileObject || other instanceof SimpleJavaFileObject
        ? one == other
        : super.isSameFile(one, other);
  }

  @Override
  public void close() {
    // The file manager underneath is shared by all compilations.
  }

  /** A source file held in memory. */
  static JavaFileObject source(String qualifiedName, String text) {
    return new Input(qualifiedName, text);
  }

  private static URI uri(String name, JavaFileObject.Kind kind) {
    return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
  }

  private static final class Input extends SimpleJavaFileObject {
    private final String text;

    Input(String name, String text) {
      super(uri(name, Kind.SOURCE), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(uri(name, kind), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }
  }
}
