/** What generated code calls at run time: the tape, pooled arrays and helpers for array trees. */
package io.cotangent.runtime;
