/** The Greeks of a book of options. */
package io.cotangent.samples.options;
