package io.cotangent.runtime;

/** A walk along the parts of an object, for tangents and cotangents of its shape. */
abstract class PartsWalk {
  final Graph graph;
  private final int[] shape;
  private final Object[] others;
  private final boolean cotangent;
  private int at;
  private int atOthers;

  PartsWalk(Graph graph, Parts like, boolean cotangent) {
    this.graph = graph;
    this.shape = like.shape();
    this.others = like.others();
    this.cotangent = cotangent;
  }

  int part() {
    return shape[at++];
  }

  Object other() {
    return others[atOthers++];
  }

  /** The cotangent of {@code x + iy} is {@code d/dx - i d/dy}. */
  double signed(Kind kind, int field, double number) {
    return cotangent && kind.isImaginary(field) ? -number : number;
  }
}
