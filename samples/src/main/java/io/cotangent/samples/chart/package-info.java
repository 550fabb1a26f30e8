/** Pictures of points and curves in SVG. */
package io.cotangent.samples.chart;
