/** A normalising flow fitted to Old Faithful's eruptions, and a picture of its density. */
package io.cotangent.samples.flow;
