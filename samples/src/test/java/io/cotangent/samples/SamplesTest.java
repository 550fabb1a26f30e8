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
    Samples.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
    String text = bytes.toString(StandardCharsets.UTF_8);
    int from = 0;
    String[] titles = {
      "1. NIST",
      "2. The JAX",
      "3. The Greeks",
      "4. Old Faith",
      "5. Old Faith",
      "6. Hare",
      "7. An orb",
      "8. Derivatives of sol",
      "9. A million",
      "10. Tumours",
      "11. An Asian",
      "12. The Mandel",
      "13. Layers",
      "14. Penalties",
      "15. A plate",
      "16. Points"
    };
    for (String start : titles) {
      int at = text.indexOf(start, from);
      assertTrue(at >= from, () -> start + " is missing:\n" + text);
      from = at;
    }
    assertTrue(text.lines().count() < 300, "the output is to be read by a person");
    String[] pictures = {
      "old-faithful.svg",
      "old-faithful-flow.png",
      "hare-and-lynx.svg",
      "orbit.svg",
      "mandelbrot.png"
    };
    assertTrue(Files.size(folder.resolve("plate.png")) > 2_000);
    for (String picture : pictures) {
      assertTrue(Files.size(folder.resolve(picture)) > 10_000, picture);
    }
  }
}
