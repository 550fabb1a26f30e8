/** The random-program tester: writes programs, differentiates them twice, and compares. */
package io.cotangent.fuzz;
