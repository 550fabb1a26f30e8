package io.cotangent.startup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.startup.fixture.Lambdas;
import io.cotangent.startup.fixture.Records;
import io.cotangent.startup.fixture.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A rewritten jar does what the jar did, without linking anything. */
class StartupJarTest {

  private static final String FIXTURE = "io/cotangent/startup/fixture/";

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void rewrite() throws Exception {
    jar = folder.resolve("fixture.jar");
    Path classes =
        Path.of(Lambdas.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes.resolve(FIXTURE))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        zip.putNextEntry(new ZipEntry(FIXTURE + file.getFileName()));
        zip.write(Files.readAllBytes(file));
      }
      zip.putNextEntry(new ZipEntry("notes.txt"));
      zip.write("kept".getBytes(StandardCharsets.UTF_8));
    }
    StartupJar.rewrite(jar, "/nothing/");
  }

  @ParameterizedTest
  @ValueSource(classes = {Lambdas.class, Texts.class, Records.class})
  void doesTheSame(Class<? extends Callable<List<String>>> type) throws Exception {
    List<String> expected = type.getConstructor().newInstance().call();
    assertTrue(expected.size() > 3);
    URL[] place = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, null)) {
      Class<?> rewritten = loader.loadClass(type.getName());
      assertEquals(expected, ((Callable<?>) rewritten.getConstructor().newInstance()).call());
    }
  }

  @Test
  void linksOnlyWhatItHasTo() throws IOException {
    List<String> left = new ArrayList<>();
    int classes = 0;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (entry.getName().endsWith(".class")) {
          classes++;
          left.addAll(linked(zip, entry));
        }
      }
    }
    assertTrue(classes > 20, "no lambda classes: " + classes);
    // Texts of records, and the one lambda that can be serialised: made, and read again.
    assertEquals(
        List.of("altMetafactory", "altMetafactory"),
        left.stream().filter(each -> !each.equals("bootstrap")).toList());
  }

  private static List<String> linked(ZipFile zip, ZipEntry entry) throws IOException {
    ClassNode node = new ClassNode();
    try (InputStream in = zip.getInputStream(entry)) {
      new ClassReader(in).accept(node, 0);
    }
    List<String> left = new ArrayList<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode each : method.instructions) {
        if (each instanceof InvokeDynamicInsnNode site) {
          left.add(site.bsm.getName());
        }
      }
    }
    return left;
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("notes.txt"))) {
      assertEquals("kept", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theSameClassesGiveTheSameBytes() throws Exception {
    byte[] first = Files.readAllBytes(jar);
    rewrite();
    assertArrayEquals(first, Files.readAllBytes(jar));
  }
}
