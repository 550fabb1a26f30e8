/** Makes failing programs small. */
package io.cotangent.fuzz.shrink;
