package io.cotangent.benchmarks.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints measurements, one problem and size after the other, as multiples of each other. */
final class RatioTable {
  private static final String ROW = "%-22s %-8s %-20s %14s %6s %14s %8s %8s %14s%n";

  private RatioTable() {}

  /**
   * Returns the table.
   *
   * <p>Columns: time on the clock per call in nanoseconds and its error in percent, processor time,
   * that as a multiple of the value's ({@code primal}) and of the hand-written derivative's ({@code
   * manual}), bytes per call.
   */
  static String of(List<Measurement> measurements) {
    Map<String, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement m : measurements) {
      groups.computeIfAbsent(m.problem() + " " + m.size(), key -> new ArrayList<>()).add(m);
    }
    StringBuilder table = new StringBuilder();
    table.append(
        row(
            "problem",
            "size",
            "method",
            "ns/call",
            "±%",
            "cpu ns/call",
            "÷primal",
            "÷manual",
            "bytes/call"));
    for (List<Measurement> group : groups.values()) {
      double primal = time(group, "primal");
      double manual = time(group, "manual");
      for (Measurement m : group) {
        table.append(
            row(
                m.problem(),
                m.size(),
                m.method(),
                number("%,.1f", m.nanoseconds()),
                number("%.1f", 100 * m.error() / m.nanoseconds()),
                number("%,.1f", m.cpu()),
                number("%.2f", m.cpu() / primal),
                number("%.2f", m.cpu() / manual),
                number("%,.1f", m.bytes())));
      }
    }
    return table.toString();
  }

  private static double time(List<Measurement> group, String method) {
    for (Measurement m : group) {
      if (m.method().equals(method)) {
        return m.cpu();
      }
    }
    return Double.NaN;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
