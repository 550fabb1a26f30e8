/** Checks of derivatives against finite differences and against each other, for tests. */
package io.cotangent.check;
