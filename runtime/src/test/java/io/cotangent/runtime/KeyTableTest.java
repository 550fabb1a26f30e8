package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a table of keys is that of the JDK's map after the same calls. */
class KeyTableTest {

  private static Map<Object, Integer> map(int order) {
    return order == KeyTable.HASHED
        ? new HashMap<>()
        : order == KeyTable.LINKED ? new LinkedHashMap<>() : new TreeMap<>();
  }

  private static List<Object> keys(KeyTable table) {
    List<Object> keys = new ArrayList<>();
    for (int place : table.places()) {
      keys.add(table.key(place));
    }
    return keys;
  }

  /** Keys of which many fall into one bucket. */
  private static Object key(Random random) {
    return random.nextInt(40) * 1024 + random.nextInt(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyTable.HASHED, KeyTable.LINKED, KeyTable.SORTED})
  void sameOrder(int order) {
    Random random = new Random(order);
    for (int run = 0; run < 200; run++) {
      KeyTable table = new KeyTable(order);
      Map<Object, Integer> map = map(order);
      for (int step = 0; step < 60; step++) {
        Object key = key(random);
        switch (random.nextInt(6)) {
          case 0 -> {
            assertEquals(map.containsKey(key), table.remove(key) >= 0);
            map.remove(key);
          }
          case 1 -> {
            if (table.place(key) < 0) {
              table.addComputed(key);
            }
            map.computeIfAbsent(key, k -> 1);
          }
          case 2 -> {
            if (table.place(key) < 0) {
              table.addMerged(key);
            }
            map.merge(key, 1, Integer::sum);
          }
          case 3 -> {
            Map<Object, Integer> more = new LinkedHashMap<>();
            for (int i = 0; i < random.nextInt(20); i++) {
              more.put(key(random), i);
            }
            table.addAll(more.keySet().toArray());
            map.putAll(more);
          }
          default -> {
            if (table.place(key) < 0) {
              table.add(key);
            }
            map.put(key, 1);
          }
        }
        assertEquals(new ArrayList<>(map.keySet()), keys(table));
        assertEquals(map.size(), table.size());
      }
    }
  }

  @Test
  void copiesAndConstants() {
    for (int size = 0; size < 30; size++) {
      Map<Object, Integer> source = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        source.put("k" + i * 7919, i);
      }
      Object[] keys = source.keySet().toArray();
      assertEquals(
          new ArrayList<>(new HashMap<>(source).keySet()),
          keys(KeyTable.copied(KeyTable.HASHED, keys)));
      assertEquals(new ArrayList<>(source.keySet()), keys(KeyTable.copied(KeyTable.LINKED, keys)));
    }
    Map<Object, Integer> three = Map.of("a", 1, "b", 2, "c", 3);
    assertEquals(
        new ArrayList<>(three.keySet()), keys(KeyTable.fixed(new Object[] {"a", "b", "c"})));
    assertThrows(IllegalArgumentException.class, () -> KeyTable.fixed(new Object[] {"a", "a"}));
  }

  @Test
  void keysThatCarryDerivativesAreRefused() {
    State key = () -> {};
    KeyTable table = new KeyTable(KeyTable.HASHED);
    assertThrows(UnsupportedOperationException.class, () -> table.place(key));
    assertThrows(UnsupportedOperationException.class, () -> table.add(key));
  }
}
