/** The processor over real Java that no one here wrote, and what comes of it. */
package io.cotangent.corpus;
