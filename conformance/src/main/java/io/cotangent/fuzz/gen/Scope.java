package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The variables in scope, and the names that a new one can't have. */
final class Scope {
  /**
   * A variable.
   *
   * @param writable whether statements may assign it
   * @param indexes the array whose indices it runs over, or empty
   */
  record Entry(Ty ty, String name, boolean writable, String indexes) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> reserved = new HashSet<>();

  int mark() {
    return entries.size();
  }

  void restore(int mark) {
    entries.subList(mark, entries.size()).clear();
  }

  /** Leaves a scope whose names stay taken, as those of a switch's arms do. */
  void restoreReserving(int mark) {
    for (Entry e : entries.subList(mark, entries.size())) {
      reserved.add(e.name());
    }
    restore(mark);
  }

  Set<String> reserved() {
    return new HashSet<>(reserved);
  }

  void setReserved(Set<String> names) {
    reserved.clear();
    reserved.addAll(names);
  }

  void add(Ty ty, String name, boolean writable) {
    entries.add(new Entry(ty, name, writable, ""));
  }

  void addIndex(String name, String array) {
    entries.add(new Entry(Ty.INT, name, false, array));
  }

  /** Keeps a name from being declared until {@link #release}. */
  void reserve(String name) {
    reserved.add(name);
  }

  void release(String name) {
    reserved.remove(name);
  }

  boolean taken(String name) {
    return reserved.contains(name) || entries.stream().anyMatch(e -> e.name().equals(name));
  }

  List<Entry> all(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  List<Entry> ofType(Ty ty) {
    return all(e -> e.ty().equals(ty));
  }

  List<Entry> writable(Ty ty) {
    return all(e -> e.writable() && e.ty().equals(ty));
  }
}
