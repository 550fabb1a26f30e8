package io.cotangent.fuzz;

import io.cotangent.fuzz.run.Finding;
import io.cotangent.fuzz.run.Specimen;
import io.cotangent.fuzz.run.Tester;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints failures, and writes them to a folder. */
final class Reporter {
  private final Path folder;
  private final PrintStream out;

  Reporter(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** One line for a failure like another that was reported in full. */
  void brief(Tester.Verdict v) {
    out.println("failure: seed " + v.test().specimen().seed() + ": " + v.signature());
  }

  /** Reports a failure and the small program that fails like it. */
  void report(Tester.Verdict whole, Tester.Verdict small) {
    long seed = whole.test().specimen().seed();
    String text = text(small);
    out.println("==== failure: seed " + seed + " ====");
    out.println(text);
    if (folder != null) {
      try {
        Files.createDirectories(folder);
        Files.writeString(
            folder.resolve("failure-" + seed + ".txt"),
            text
                + "\n==== generated from the small program ====\n"
                + small.generated()
                + "\n==== the whole program ====\n"
                + text(whole));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String text(Tester.Verdict v) {
    Specimen p = v.test().specimen();
    StringBuilder text = new StringBuilder("again: FuzzMain --only " + p.seed() + "\n");
    p.files().forEach((name, file) -> text.append(name.contains(p.name()) ? file + '\n' : ""));
    List<Finding> findings = v.findings();
    for (Finding f : findings.subList(0, Math.min(6, findings.size()))) {
      text.append(f.signature()).append('\n');
      if (f.args() != null) {
        text.append(" at ").append(arguments(p, f.args())).append('\n');
      }
      text.append(' ').append(f.detail()).append('\n');
    }
    if (findings.size() > 6) {
      text.append("and ").append(findings.size() - 6).append(" more findings\n");
    }
    if (!v.opinion().isEmpty()) {
      text.append("finite differences ").append(v.opinion()).append('\n');
    }
    return text.toString();
  }

  private static String arguments(Specimen p, Object[] args) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < args.length; i++) {
      text.append(i == 0 ? "" : ", ").append(p.parameters().get(i)).append(" = ");
      text.append(Finding.text(args[i]));
    }
    return text.toString();
  }
}
