package io.cotangent.processor.ir;

/** A pure operation on values; its derivative is a row of the rule table. */
public sealed interface Op permits Operator, MathOp {}
