package io.cotangent.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Gets a library's sources, and what they are compiled against, with Maven. */
record Fetch(Path folder) {
  private static final String PLUGIN =
      "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies";

  /** The folder with the sources. */
  Path sources(Library library) throws IOException, InterruptedException {
    Path sources = folder.resolve("sources");
    if (!Files.isDirectory(sources)) {
      copy(library, "lib", "-DincludeScope=runtime");
      String ids =
          library.artifacts().stream().map(a -> a.split(":")[1]).collect(Collectors.joining(","));
      copy(library, "jars", "-Dclassifier=sources", "-DincludeArtifactIds=" + ids);
      for (Path jar : jars("jars")) {
        unpack(jar, sources);
      }
    }
    return sources;
  }

  /** The jars that the sources are compiled against. */
  List<Path> classPath() throws IOException {
    return jars("lib");
  }

  private List<Path> jars(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private void copy(Library library, String to, String... options)
      throws IOException, InterruptedException {
    Path pom = folder.resolve("pom.xml");
    Files.createDirectories(folder);
    Files.writeString(pom, pom(library));
    List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-f", pom.toString()));
    command.add(PLUGIN);
    command.add("-DoutputDirectory=" + folder.resolve(to));
    command.addAll(List.of(options));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("Maven ended with " + exit + ": " + command);
    }
  }

  private static String pom(Library library) {
    String dependencies =
        library.artifacts().stream()
            .map(artifact -> artifact.split(":"))
            .map(
                part ->
                    "<dependency><groupId>"
                        + part[0]
                        + "</groupId><artifactId>"
                        + part[1]
                        + "</artifactId><version>"
                        + part[2]
                        + "</version></dependency>")
            .collect(Collectors.joining("\n"));
    return "<project><modelVersion>4.0.0</modelVersion><groupId>corpus</groupId>"
        + "<artifactId>corpus</artifactId><version>1</version><packaging>pom</packaging>"
        + "<dependencies>\n"
        + dependencies
        + "\n</dependencies></project>\n";
  }

  private static void unpack(Path jar, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName()).normalize();
        boolean java = entry.getName().endsWith(".java") && file.startsWith(to);
        if (java && !entry.getName().endsWith("module-info.java")) {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
    }
  }
}
