package io.cotangent.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The command: fetches the sources of well-known numeric libraries with Maven, annotates every
 * static method with a floating-point parameter and result, and says what becomes of each: it is
 * differentiated and agrees with finite differences at random points, or is refused, or one of us
 * has something to mend.
 *
 * <pre>{@code
 * java -cp conformance/target/classes:runtime/target/classes \
 *   -Dcotangent.processorPath=processor/target/cotangent-processor-0.1.0-SNAPSHOT.jar \
 *   io.cotangent.corpus.CorpusMain target/corpus [JAMA EJML ...]
 * }</pre>
 *
 * <p>Exit status: 0 where nothing crashed and nothing is wrong, else 1.
 */
public final class CorpusMain {
  private CorpusMain() {}

  /** Runs the command: a folder to work in, then the libraries' names, or none for all. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("usage: CorpusMain FOLDER [LIBRARY...]");
      System.exit(2);
    }
    Set<String> wanted = Set.copyOf(List.of(args).subList(1, args.length));
    int failures = 0;
    for (Library library : Library.ALL) {
      if (wanted.isEmpty() || wanted.contains(library.name())) {
        Path folder = Path.of(args[0]).toAbsolutePath().resolve(library.name().replace(' ', '-'));
        Fetch fetch = new Fetch(folder);
        Path sources = fetch.sources(library);
        Report report =
            new CorpusRun(library.name(), sources, fetch.classPath(), folder.resolve("out")).run();
        System.out.println(report.table());
        failures += report.countOf("crashed") + report.count("wrong");
      }
    }
    System.exit(failures == 0 ? 0 : 1);
  }
}
