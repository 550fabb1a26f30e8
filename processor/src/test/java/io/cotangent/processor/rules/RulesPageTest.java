package io.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules.md} is the rule table. The system property {@code cotangent.rewrite} makes this
 * test write the page instead of comparing it.
 */
class RulesPageTest {
  private static final Path ROOT = Path.of(System.getProperty("cotangent.root", ".."));
  private static final Path PAGE = ROOT.resolve("docs/rules.md");

  private static final String HEAD =
      """
      # The rules

      What Cotangent knows of single operations, one row each; `result` is the operation's own
      value. The rows of `Math` hold for `StrictMath` too, with its own methods in the derivatives.
      A derivative in *italics* may be infinite or NaN at finite arguments: an exactly zero tangent
      or cotangent stays zero there.

      `RulesPageTest` writes this page from the rule table; don't edit it by hand.

      | operation | types | derivative by the first | by the second | by the third |
      |---|---|---|---|---|
      """;

  @Test
  void thePageIsTheTable() throws IOException {
    String page = page();
    if (System.getProperty("cotangent.rewrite") != null) {
      Files.writeString(PAGE, page);
    }
    assertTrue(Files.isRegularFile(PAGE), () -> PAGE + " is missing");
    assertEquals(
        page,
        Files.readString(PAGE).replace("\r\n", "\n"),
        "the table has changed: run this test with -Dcotangent.rewrite=true and commit the page");
  }

  private static String page() {
    Map<String, Set<String>> types = new LinkedHashMap<>();
    Map<String, String> cells = new LinkedHashMap<>();
    for (Rule rule : Rules.all()) {
      String shown = cells(rule);
      String key = RuleText.operation(rule) + shown;
      cells.put(key, shown);
      types.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(RuleText.types(rule));
    }
    StringBuilder page = new StringBuilder(HEAD);
    for (Rule rule : Rules.all()) {
      String key = RuleText.operation(rule) + cells(rule);
      Set<String> of = types.remove(key);
      if (of != null) {
        page.append("| ").append(code(RuleText.operation(rule))).append(" | ");
        page.append(String.join("; ", of)).append(" |").append(cells.get(key)).append('\n');
      }
    }
    return page.toString();
  }

  private static String cells(Rule rule) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      boolean there = i < rule.params().size() && rule.params().get(i).isFloating();
      cells.append(there ? " " + cell(rule, i) + " |" : " |");
    }
    return cells.toString();
  }

  private static String cell(Rule rule, int i) {
    String text = code(RuleText.partials(rule).get(i));
    boolean singular = rule.partials().get(i).map(Partial::singular).orElse(false);
    return singular ? "*" + text + "*" : text;
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
