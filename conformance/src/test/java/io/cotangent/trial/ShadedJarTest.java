package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the processor's jar, and what must not be. */
class ShadedJarTest {

  private static final String SHADED = "io/cotangent/processor/shaded/";

  @Test
  void everythingBearsTheProcessorsName() throws IOException {
    try (JarFile jar = new JarFile(Jars.processor().toFile())) {
      List<String> strangers =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(JarEntry::getName)
              .filter(name -> !name.startsWith("io/cotangent/processor/"))
              .filter(name -> !name.startsWith("META-INF/services/" + SHADED.replace('/', '.')))
              .sorted()
              .toList();
      assertEquals(
          List.of(
              "META-INF/LICENSE",
              "META-INF/MANIFEST.MF",
              "META-INF/THIRD-PARTY.md",
              "META-INF/gradle/incremental.annotation.processors",
              "META-INF/services/javax.annotation.processing.Processor"),
          strangers);
    }
  }

  @Test
  void onlyOneProcessorIsOffered() throws IOException {
    assertEquals(
        "io.cotangent.processor.ProcessorStart",
        read("META-INF/services/javax.annotation.processing.Processor").strip());
  }

  @Test
  void theParsersTablesMovedWithTheParser() throws IOException {
    read(SHADED + "org/eclipse/jdt/internal/compiler/parser/parser1.rsc");
    read(SHADED + "org/eclipse/jdt/internal/compiler/parser/readableNames.props");
    read(SHADED + "org/eclipse/jdt/internal/compiler/problem/messages.properties");
  }

  private static String read(String name) throws IOException {
    try (JarFile jar = new JarFile(Jars.processor().toFile())) {
      JarEntry entry = jar.getJarEntry(name);
      assertNotNull(entry, name);
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
