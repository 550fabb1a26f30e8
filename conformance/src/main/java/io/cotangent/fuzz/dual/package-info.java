/** What random programs call when they are written on dual numbers, in the JDK's own forms. */
package io.cotangent.fuzz.dual;
