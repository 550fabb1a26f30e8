package io.cotangent.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of the language says of every form what the processor makes of it. */
class LanguagePageTest {
  private static final Path PAGE = Path.of("../docs/language.md");

  private static final String HEAD =
      """
      # The language

      Every form of statement (chapter 14) and expression (chapter 15) of the Java 17 language
      specification: *differentiated* means that `LanguagePageTest` compiled the code shown as part of
      an annotated method and compared its derivatives, in forward and reverse mode and to second
      order, with finite differences; *refused*, that the compiler says so at its place.

      The last table does the same for the JDK's lists, maps, functions and streams of numbers.

      `LanguagePageTest` writes this page from its rows; don't edit it by hand.
      """;

  private static final String TABLE = "\n## %s\n\n| section | form | code | |\n|---|---|---|---|\n";

  private static List<Form> forms;
  private static Outcomes outcomes;

  @BeforeAll
  static void compile() {
    forms =
        Stream.of(StatementForms.all(), ExpressionForms.all(), LibraryForms.all())
            .flatMap(List::stream)
            .toList();
    outcomes = new Outcomes(forms);
  }

  @TestFactory
  Stream<DynamicTest> everyForm() {
    return IntStream.range(0, forms.size())
        .mapToObj(i -> dynamicTest(title(forms.get(i)), () -> outcomes.check(i)));
  }

  private static String title(Form form) {
    return form.section() + " " + form.name();
  }

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
        "a form's fate has changed: run this test with -Dcotangent.rewrite=true, read, and commit");
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    int statements = StatementForms.all().size();
    page.append(String.format(TABLE, "Statements (chapter 14)"));
    for (int i = 0; i < forms.size(); i++) {
      if (i == statements) {
        page.append(String.format(TABLE, "Expressions (chapter 15)"));
      } else if (i == forms.size() - LibraryForms.all().size()) {
        page.append(String.format(TABLE.replace("section", "class"), "The JDK's classes"));
      }
      Form form = forms.get(i);
      page.append("| " + form.section() + " | " + form.name() + " | " + code(form.shown()) + " | ");
      page.append(outcomes.text(i).replace("|", "\\|")).append(" |\n");
    }
    return page.toString();
  }

  private static String code(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
    return "`" + line + "`";
  }
}
