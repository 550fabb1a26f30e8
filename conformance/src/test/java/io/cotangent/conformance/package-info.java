/**
 * Programs by modes by points: what a user's methods give, checked by one engine from one table.
 */
package io.cotangent.conformance;
