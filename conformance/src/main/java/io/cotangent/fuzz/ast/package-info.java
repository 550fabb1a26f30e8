/** The language of random programs: its types, expressions and statements, and their printer. */
package io.cotangent.fuzz.ast;
