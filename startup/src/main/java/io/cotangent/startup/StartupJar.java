package io.cotangent.startup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The command: rewrites a jar in its place.
 *
 * <p>A compilation of one file lives for two seconds. Linking a lambda costs it about a millisecond
 * of processor time (a class is spun, and the code that spins it gets compiled), so that six
 * hundred of them were a quarter of what the processor added to javac.
 */
public final class StartupJar {

  private static final String CLASS = ".class";

  private StartupJar() {}

  /**
   * Rewrites a jar.
   *
   * @param args the jar, and a part of the names of those classes that lose their debug tables
   * @throws IOException if it can't be read or written
   */
  public static void main(String[] args) throws IOException {
    rewrite(Path.of(args[0]), args[1]);
  }

  static void rewrite(Path jar, String foreign) throws IOException {
    Map<String, byte[]> entries = read(jar);
    Classes classes = new Classes(foreign);
    entries.forEach(
        (name, bytes) -> {
          if (name.endsWith(CLASS)) {
            classes.add(bytes);
          }
        });
    Map<String, byte[]> written = new LinkedHashMap<>(entries);
    new Linking(classes).run();
    classes.bytes().forEach((name, bytes) -> written.put(name + CLASS, bytes));
    write(jar, written);
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> each = in.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), in.getInputStream(entry).readAllBytes());
        }
      }
    }
    return entries;
  }

  private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
    Path aside = jar.resolveSibling(jar.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(aside);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry next = new ZipEntry(entry.getKey());
        // The same bytes for the same sources: the first instant that a zip file can name.
        next.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(next);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
