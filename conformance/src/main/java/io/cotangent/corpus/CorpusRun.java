package io.cotangent.corpus;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Annotates sources, differentiates them, and compares what comes out with differences. */
record CorpusRun(String name, Path sources, List<Path> libraries, Path work) {

  /** What came of every method. */
  Report run() throws IOException {
    Annotator annotator = new Annotator();
    List<Path> files = annotator.annotate(sources, work.resolve("annotated"));
    Compilation compilation = new Compilation(files, work, libraries);
    Map<String, String> notes = compilation.process();
    Set<String> bad = compilation.compile();
    Report report = new Report(name);
    try (URLClassLoader loader = loader()) {
      Sampling sampling = new Sampling(loader);
      for (Candidate candidate : annotator.candidates()) {
        judge(candidate, notes.get(candidate.derivatives()), bad, sampling, report);
      }
    }
    Files.writeString(work.resolve("report.txt"), report.table() + report.details());
    return report;
  }

  private static void judge(
      Candidate candidate, String note, Set<String> bad, Sampling sampling, Report report) {
    String what = candidate.derivatives() + " " + candidate.signature();
    if (note == null) {
      report.add("crashed: nothing said", what);
    } else if (note.contains("internal")) {
      report.add("crashed: " + note, what);
    } else if (note.startsWith("refused")) {
      report.add(note, what);
    } else if (bad.contains(candidate.derivatives())) {
      report.add("crashed: not Java", what);
    } else {
      Sampling.Verdict verdict = sampling.of(candidate.qualified());
      String fate =
          switch (verdict.kind()) {
            case RIGHT -> "differentiated, as differences";
            case UNTOLD -> "differentiated, no point tells";
            case WRONG -> "wrong";
          };
      report.add(fate, what + ": " + verdict.text());
    }
  }

  private URLClassLoader loader() throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(work.resolve("classes").toUri().toURL()));
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), CorpusRun.class.getClassLoader());
  }
}
