package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;

/** The runtime's classes that generated code names. */
final class RunTime {
  private static final String SUPPORT = "io.cotangent.runtime";

  static final ClassName INSTANCES = ClassName.get(SUPPORT, "Instances");
  static final ClassName GRAPH = ClassName.get(SUPPORT, "Graph");
  static final ClassName PARTS = ClassName.get(SUPPORT, "Parts");
  static final ClassName STATE = ClassName.get(SUPPORT, "State");
  static final ClassName STATES = ClassName.get(SUPPORT, "States");
  static final ClassName TAPE = ClassName.get(SUPPORT, "Tape");
  static final ClassName ARRAY_POOL = ClassName.get(SUPPORT, "ArrayPool");
  static final ClassName MIRROR = ClassName.get(SUPPORT, "Mirror");
  static final ClassName PARTNERS = ClassName.get(SUPPORT, "Partners");
  static final ClassName TREES = ClassName.get(SUPPORT, "Trees");
  static final ClassName GUARDS = ClassName.get(SUPPORT, "Guards");
  static final ClassName INVERSES = ClassName.get(SUPPORT, "Inverses");
  static final ClassName SCALAR_FUNCTION = ClassName.get("io.cotangent", "ScalarFunction");
  static final ClassName VECTOR_FUNCTION = ClassName.get("io.cotangent", "VectorFunction");

  static final ClassName UNKNOWNS_MAP = ClassName.get("io.cotangent.implicit", "UnknownsMap");
  static final ClassName VECTOR_MAP = ClassName.get("io.cotangent.implicit", "VectorMap");

  static final ClassName EXCEPTIONS = ClassName.get(SUPPORT, "Exceptions");

  private RunTime() {}
}
