/** Tries Cotangent as a new user would: an empty project, the built jars, the README's words. */
package io.cotangent.trial;
