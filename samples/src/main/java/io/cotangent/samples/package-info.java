/** Small programs that someone would want, each of which is also a test. */
package io.cotangent.samples;
