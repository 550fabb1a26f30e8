package io.cotangent.fuzz.gen;

import java.util.EnumSet;
import java.util.Set;

/** What is asked of the processor for each program. */
public enum Form {
  /** The derivatives of the method. */
  SCALAR,
  /** Batches of it too. */
  BATCHED,
  /** Batches with kernels. */
  KERNELS,
  /** The derivatives of programs with objects, functions and collections. */
  OBJECTS;

  /** What has no form in blocks, so that an operation runs item by item. */
  private static final Set<Feature> ALONE =
      EnumSet.of(
          Feature.FLOAT,
          Feature.FLOAT_RESULT,
          Feature.LONG,
          Feature.CHAR,
          Feature.TRY,
          Feature.RECURSION,
          Feature.RANK3);

  /** What no device can run. */
  private static final Set<Feature> NOT_ON_DEVICES =
      EnumSet.of(Feature.MATRIX, Feature.RANK3, Feature.RECURSION, Feature.TRY);

  /** The features for a seed: three programs of four have what blocks can do. */
  Set<Feature> features(Set<Feature> wanted, long seed) {
    if (this == SCALAR) {
      return wanted;
    }
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    features.addAll(wanted);
    if (this == KERNELS) {
      features.removeAll(NOT_ON_DEVICES);
    } else if (seed % 4 != 0) {
      features.removeAll(ALONE);
    }
    return features;
  }
}
