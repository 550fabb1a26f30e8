/** A million options: prices and five Greeks of each, and the volatilities that prices imply. */
package io.cotangent.samples.greeks;
