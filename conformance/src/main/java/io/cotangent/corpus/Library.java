package io.cotangent.corpus;

import java.util.List;

/**
 * A library whose sources are in the package registry.
 *
 * @param name what the table calls it
 * @param artifacts its artifacts, {@code group:artifact:version}
 */
record Library(String name, List<String> artifacts) {
  static final List<Library> ALL =
      List.of(
          new Library("JAMA", List.of("gov.nist.math:jama:1.0.3")),
          new Library("EJML", List.of("org.ejml:ejml-core:0.43.1", "org.ejml:ejml-ddense:0.43.1")),
          new Library("commons-math", List.of("org.apache.commons:commons-math3:3.6.1")),
          new Library("Hipparchus core", List.of("org.hipparchus:hipparchus-core:3.1")),
          new Library("ojAlgo", List.of("org.ojalgo:ojalgo:55.2.0")));
}
