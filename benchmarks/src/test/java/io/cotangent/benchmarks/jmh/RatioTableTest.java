package io.cotangent.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table sets each method against the value and the hand-written derivative of its group. */
class RatioTableTest {
  @Test
  void timesAreRelatedWithinAProblemAndSize() {
    String table =
        RatioTable.of(
            List.of(
                new Measurement("Gmm", "2x25", "primal", 1000, 10, 900, 64),
                new Measurement("Gmm", "2x25", "manual", 3000, 30, 2700, 0),
                new Measurement("Gmm", "2x25", "generated", 3300, Double.NaN, 2970, 0.25),
                new Measurement("Gmm", "64x5", "primal", 200, 10, 190, Double.NaN)));
    List<String> rows = table.lines().map(row -> row.replaceAll(" +", " ").trim()).toList();
    assertEquals(
        "problem size method ns/call ±% cpu ns/call ÷primal ÷manual bytes/call", rows.get(0));
    assertEquals("Gmm 2x25 primal 1,000.0 1.0 900.0 1.00 0.33 64.0", rows.get(1));
    assertEquals("Gmm 2x25 manual 3,000.0 1.0 2,700.0 3.00 1.00 0.0", rows.get(2));
    assertEquals("Gmm 2x25 generated 3,300.0 - 2,970.0 3.30 1.10 0.3", rows.get(3));
    assertEquals("Gmm 64x5 primal 200.0 5.0 190.0 1.00 - -", rows.get(4));
    assertEquals(5, rows.size());
  }
}
