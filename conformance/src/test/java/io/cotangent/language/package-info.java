/** Every form of statement and expression of the language, and what becomes of it. */
package io.cotangent.language;
