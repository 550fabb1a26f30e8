package io.cotangent.fuzz.run;

import java.util.List;

/** A program and the points that it is tried at. */
public interface Case {
  /** The program. */
  Specimen specimen();

  /** Argument lists. */
  List<Object[]> points();

  /** The same case, its class having another name. */
  Case named(String name);
}
