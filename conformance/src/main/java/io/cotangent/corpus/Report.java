package io.cotangent.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a library's methods, one list for each fate. */
final class Report {
  private final String name;
  private final Map<String, List<String>> fates = new TreeMap<>();
  private int methods;

  Report(String name) {
    this.name = name;
  }

  void add(String fate, String what) {
    fates.computeIfAbsent(fate, key -> new ArrayList<>()).add(what);
    methods++;
  }

  /** How many methods there are. */
  int methods() {
    return methods;
  }

  /** How many methods have a fate. */
  int count(String fate) {
    return fates.getOrDefault(fate, List.of()).size();
  }

  /** How many methods have a fate that begins with these words. */
  int countOf(String beginning) {
    return fates.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(beginning))
        .mapToInt(entry -> entry.getValue().size())
        .sum();
  }

  /** The table. */
  String table() {
    StringBuilder text = new StringBuilder(name + ": " + methods + " methods\n");
    fates.forEach((fate, all) -> text.append(String.format("  %5d  %s%n", all.size(), fate)));
    return text.toString();
  }

  /** Every method under its fate. */
  String details() {
    StringBuilder text = new StringBuilder();
    fates.forEach(
        (fate, all) -> {
          text.append("== ").append(fate).append('\n');
          all.forEach(each -> text.append("  ").append(each).append('\n'));
        });
    return text.toString();
  }
}
