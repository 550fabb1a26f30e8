/**
 * Makes a jar's classes quicker to start: what the JVM would link at run time, call site by call
 * site, is written out once, when the jar is built.
 */
@NullMarked
package io.cotangent.startup;

import org.jspecify.annotations.NullMarked;
