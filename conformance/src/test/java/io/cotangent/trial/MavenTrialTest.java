package io.cotangent.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty Maven project outside of this one, with what the README tells its user to add. */
class MavenTrialTest {

  private static final Path ROOT = Path.of(System.getProperty("cotangent.root", ".."));
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theReadmesSnippetIsEnough() throws IOException, InterruptedException {
    Optional<Path> maven = maven();
    assumeTrue(maven.isPresent(), "there is no mvn on this machine");
    Path repository = folder.resolve("repository");
    install(repository);
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("pom.xml"), pom());
    Program.write(project.resolve("src/main/java"));
    Run run =
        Run.of(
            project,
            List.of(
                maven.get().toString(),
                "-B",
                "-q",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + repository,
                "compiler:compile"));
    run.succeeded();
    assertEquals("", run.output().replaceAll("WARNING: .*\n|\u001b\\[[0-9;]*m", "").strip());
    Path generated =
        Path.of("target/generated-sources/annotations/trial/TrialWaveDerivatives.java");
    assertTrue(Files.isRegularFile(project.resolve(generated)), generated::toString);
    Program.runAndCheck(folder, project.resolve("target/classes"));
  }

  /** A project that says nothing but its name, its Java release and the README's snippet. */
  private static String pom() throws IOException {
    Matcher snippet = XML.matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(snippet.find(), "README.md has no XML snippet");
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>trial</groupId>
          <artifactId>trial</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
        %s</project>
        """
        .formatted(snippet.group(1));
  }

  /** Lays the artifacts out as {@code mvn install} does. */
  private static void install(Path repository) throws IOException {
    install(repository, "cotangent-parent", ROOT.resolve("pom.xml"), Optional.empty());
    install(
        repository,
        "cotangent-runtime",
        ROOT.resolve("runtime/pom.xml"),
        Optional.of(Jars.runtime()));
    install(
        repository,
        "cotangent-processor",
        ROOT.resolve("processor/target/dependency-reduced-pom.xml"),
        Optional.of(Jars.processor()));
  }

  private static void install(Path repository, String artifact, Path pom, Optional<Path> jar)
      throws IOException {
    Path place = repository.resolve("io/cotangent").resolve(artifact).resolve(version());
    Files.createDirectories(place);
    String name = artifact + "-" + version();
    Files.copy(pom, place.resolve(name + ".pom"));
    if (jar.isPresent()) {
      Files.copy(jar.get(), place.resolve(name + ".jar"));
    }
  }

  private static String version() throws IOException {
    Matcher version =
        Pattern.compile("<version>(.*?)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertTrue(version.find(), "pom.xml has no version");
    return version.group(1);
  }

  /** Settings by which all that is not installed comes from this build's own local repository. */
  private Path settings() throws IOException {
    Path plugins =
        Path.of(
            System.getProperty(
                "cotangent.localRepository", System.getProperty("user.home") + "/.m2/repository"));
    return Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <mirrors>
            <mirror>
              <id>trial</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(plugins.toUri()));
  }

  /** The Maven that runs this test, or else the one on the path. */
  private static Optional<Path> maven() {
    String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    Stream<Path> own = Stream.ofNullable(System.getProperty("cotangent.maven")).map(Path::of);
    Stream<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of);
    return Stream.concat(own.map(home -> home.resolve("bin")), found)
        .map(bin -> bin.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
