package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus command on a few sources of our own; nothing is fetched. */
class CorpusTest {
  @Test
  void everyMethodHasItsFate(@TempDir Path folder) throws IOException {
    Path sources = Path.of("src/test/resources/corpus");
    Report report = new CorpusRun("sample", sources, List.of(), folder).run();
    assertEquals(6, report.methods(), report.details());
    assertEquals(4, report.count("differentiated, as differences"), report.details());
    assertEquals(1, report.count("differentiated, no point tells"), report.details());
    assertEquals(1, report.count("refused: cotangent:no-derivative"), report.details());
  }
}
