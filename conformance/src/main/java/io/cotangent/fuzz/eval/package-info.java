/**
 * The slow, independent differentiator: second-order dual numbers with many directions over an
 * interpreter that reproduces Java's arithmetic exactly.
 */
package io.cotangent.fuzz.eval;
