package io.cotangent.corpus;

/**
 * A static method with a floating-point parameter and result.
 *
 * @param derivatives the name that its derivatives' class is given
 * @param packageName its package
 * @param signature how the report calls it
 */
record Candidate(String derivatives, String packageName, String signature) {
  /** The qualified name of its derivatives' class. */
  String qualified() {
    return packageName.isEmpty() ? derivatives : packageName + "." + derivatives;
  }
}
