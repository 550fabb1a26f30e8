package io.cotangent.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  @Test
  void allSamplesRunOneAfterTheOther(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path picture = folder.resolve("fit.svg");
    Samples.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), picture);
    String text = bytes.toString(StandardCharsets.UTF_8);
    int from = 0;
    for (String start : new String[] {"1. NIST", "2. The JAX", "3. The Greeks", "4. Old Faith"}) {
      int at = text.indexOf(start, from);
      assertTrue(at >= from, () -> start + " is missing:\n" + text);
      from = at;
    }
    assertTrue(text.lines().count() < 130, "the output is to be read by a person");
    assertTrue(Files.size(picture) > 10_000);
  }
}
