/** Linear systems: dense factorisations and matrix-free iterations, one file each. */
package io.cotangent.linear;
