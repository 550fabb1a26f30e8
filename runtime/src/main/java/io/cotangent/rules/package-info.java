/** Where the processor looks for the classes with rules, whatever jars they come from. */
package io.cotangent.rules;
