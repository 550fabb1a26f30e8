/** A Gaussian mixture fitted to Old Faithful's eruptions, and its picture. */
package io.cotangent.samples.mixture;
