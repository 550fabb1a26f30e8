package io.cotangent.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of a map whose values carry derivatives: each has a place, at which generated code keeps
 * the value. A map of the JDK gives the order, so that it is the same as in the method itself.
 */
public final class KeyTable {
  /** The order of a {@link HashMap}. */
  public static final int HASHED = 0;

  /** The order of a {@link LinkedHashMap}. */
  public static final int LINKED = 1;

  /** The order of a {@link TreeMap}. */
  public static final int SORTED = 2;

  private final Map<Object, Integer> places;
  private final List<Object> keys = new ArrayList<>();
  private final boolean unordered;
  private boolean grown;

  /** An empty table in one of the orders. */
  public KeyTable(int order) {
    this(
        order == HASHED
            ? new HashMap<>()
            : order == LINKED ? new LinkedHashMap<>() : new TreeMap<>());
  }

  /** An empty table in the order of a hashed or linked map of this initial capacity. */
  public KeyTable(int order, int capacity) {
    this(order == HASHED ? new HashMap<>(capacity) : new LinkedHashMap<>(capacity));
  }

  private KeyTable(Map<Object, Integer> places) {
    this(places, false);
  }

  private KeyTable(Map<Object, Integer> places, boolean unordered) {
    this.places = places;
    this.unordered = unordered;
  }

  /**
   * The keys of a map that a caller handed over, in the map's order. Where a {@link HashMap} would
   * put a new key isn't known: its capacity isn't.
   */
  static KeyTable given(Map<?, ?> map) {
    Map<Object, Integer> places =
        map instanceof TreeMap<?, ?> sorted
            ? new TreeMap<>(comparator(sorted))
            : new LinkedHashMap<>();
    boolean hashed = map.getClass() == HashMap.class;
    KeyTable table = new KeyTable(places, hashed);
    for (Object key : map.keySet()) {
      places.put(checked(key), table.keys.size());
      table.keys.add(key);
    }
    return table;
  }

  @SuppressWarnings("unchecked") // it compares the keys of the map that it comes from
  private static Comparator<Object> comparator(TreeMap<?, ?> map) {
    return (Comparator<Object>) map.comparator();
  }

  /** The same table for a method that may change it. */
  KeyTable copied() {
    Map<Object, Integer> same =
        places instanceof TreeMap<Object, Integer> sorted
            ? new TreeMap<>(sorted)
            : new LinkedHashMap<>(places);
    KeyTable table = new KeyTable(same, unordered);
    table.keys.addAll(keys);
    return table;
  }

  /** What orders the keys; null for their own order. */
  Comparator<Object> comparator() {
    return places instanceof TreeMap<Object, Integer> sorted ? comparator(sorted) : null;
  }

  /** A table of these keys in this order, for a map that is handed back. */
  public static KeyTable ordered(Object[] keys) {
    KeyTable table = new KeyTable(LINKED);
    for (Object key : keys) {
      table.add(key);
    }
    return table;
  }

  /** A table of these keys, made as a map is made from another map. */
  public static KeyTable copied(int order, Object[] keys) {
    Map<Object, Integer> places = new LinkedHashMap<>();
    for (Object key : keys) {
      places.put(checked(key), places.size());
    }
    KeyTable table =
        new KeyTable(order == HASHED ? new HashMap<>(places) : new LinkedHashMap<>(places));
    table.keys.addAll(places.keySet());
    return table;
  }

  /** The table of {@code Map.of} with these keys, whose places are their positions. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  public static KeyTable fixed(Object[] keys) {
    Map.Entry[] entries = new Map.Entry[keys.length];
    for (int i = 0; i < keys.length; i++) {
      entries[i] = Map.entry(checked(keys[i]), i);
    }
    KeyTable table = new KeyTable((Map<Object, Integer>) Map.ofEntries(entries));
    table.keys.addAll(List.of(keys));
    return table;
  }

  /** The place of a key; -1 if it is not there. */
  public int place(Object key) {
    Integer place = places.get(checked(key));
    return place == null ? -1 : place;
  }

  /** The place of a key that is new. */
  public int add(Object key) {
    grown = true;
    places.put(checked(key), keys.size());
    keys.add(key);
    return keys.size() - 1;
  }

  /** The same for a key that {@code computeIfAbsent} adds. */
  public int addComputed(Object key) {
    grown = true;
    places.computeIfAbsent(checked(key), k -> keys.size());
    keys.add(key);
    return keys.size() - 1;
  }

  /** The same for a key that {@code merge} adds. */
  public int addMerged(Object key) {
    grown = true;
    places.merge(checked(key), keys.size(), (old, added) -> added);
    keys.add(key);
    return keys.size() - 1;
  }

  /** The places of these keys, all of which are added that are new. */
  public int[] addAll(Object[] added) {
    Map<Object, Integer> all = new LinkedHashMap<>();
    int[] given = new int[added.length];
    for (int i = 0; i < added.length; i++) {
      given[i] = place(added[i]);
      if (given[i] < 0) {
        grown = true;
        given[i] = keys.size();
        keys.add(added[i]);
      }
      all.put(added[i], given[i]);
    }
    places.putAll(all);
    return given;
  }

  /** Whether the order is that in which keys were added. */
  public boolean isLinked() {
    return places instanceof LinkedHashMap;
  }

  /** How many places there are. */
  public int length() {
    return keys.size();
  }

  /** Takes a key out; its place, or -1 if it was not there. */
  public int remove(Object key) {
    Integer place = places.remove(checked(key));
    return place == null ? -1 : place;
  }

  /** Takes all keys out. */
  public void clear() {
    places.clear();
  }

  /** How many keys there are. */
  public int size() {
    return places.size();
  }

  /** The places of all keys, in order. */
  public int[] places() {
    if (unordered && grown) {
      throw new UnsupportedOperationException(
          "where a HashMap that was passed to a method puts new keys isn't known: add them to a"
              + " copy, new HashMap<>(map), or pass a LinkedHashMap");
    }
    return places.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The key at a place. */
  public Object key(int place) {
    return keys.get(place);
  }

  private static Object checked(Object key) {
    if (key instanceof State) {
      throw new UnsupportedOperationException(
          "the key of a map must not carry derivatives: use a String or an Integer");
    }
    return key;
  }
}
