package io.cotangent.fuzz.run;

import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import io.cotangent.fuzz.eval.Differentiator;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** The items of a batch, and what a batch takes and gives for all of them. */
final class ManyItems {
  /** What output arrays hold before; nothing of it may be left. */
  private static final int JUNK = 77;

  final Program program;
  final List<Object[]> items;
  private final Object[] point;

  /** Items that differ in the batched parameters alone; a point has the others also for none. */
  ManyItems(Program program, List<Object[]> items, Object[] point) {
    this.program = program;
    this.items = items;
    this.point = point;
  }

  int count() {
    return items.size();
  }

  boolean isBatched(int param) {
    return program.batching().over().contains(param);
  }

  Ty type(int param) {
    return program.main().params().get(param).ty();
  }

  /** The method's arguments for all items. */
  List<Object> arguments() {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < program.main().params().size(); i++) {
      int param = i;
      arguments.add(
          isBatched(i)
              ? joined(type(i), items.stream().map(item -> item[param]).toList())
              : Data.copy(point[i]));
    }
    return arguments;
  }

  /** The arguments of one item, with more of its own. */
  Object[] one(int item, List<List<Object>> each) {
    List<Object> args = new ArrayList<>(List.of(Data.copyAll(items.get(item))));
    if (!each.isEmpty()) {
      args.addAll(List.of(Data.copyAll(each.get(item).toArray())));
    }
    return args.toArray();
  }

  /** One array of the items' numbers or arrays. */
  static Object joined(Ty ty, List<Object> parts) {
    int size = parts.isEmpty() ? 0 : size(parts.get(0));
    Object all = array(ty, parts.size() * size);
    for (int item = 0; item < parts.size(); item++) {
      for (int i = 0; i < size; i++) {
        Object part = parts.get(item);
        Array.set(all, item * size + i, ty.isArray() ? Array.get(part, i) : part);
      }
    }
    return all;
  }

  /** An item's numbers, of an array of all. */
  static double[] part(Object all, int item, int size) {
    double[] part = new double[size];
    for (int i = 0; i < size; i++) {
      part[i] = ((Number) Array.get(all, item * size + i)).doubleValue();
    }
    return part;
  }

  private static Object array(Ty ty, int length) {
    return Array.newInstance(Differentiator.javaClass(new Ty(ty.base(), 0)), length);
  }

  /** An array for outputs of {@code size} numbers an item. */
  Object out(Ty ty, int size) {
    return junk(array(ty, count() * size));
  }

  /** An array for cotangents of a parameter. */
  Object bar(int param) {
    return isBatched(param) ? out(type(param), size(point[param])) : junk(Data.copy(point[param]));
  }

  private static Object junk(Object array) {
    for (int i = 0; i < Array.getLength(array); i++) {
      Class<?> type = array.getClass().getComponentType();
      if (type.isArray()) {
        junk(Array.get(array, i));
      } else if (type == float.class) {
        Array.setFloat(array, i, JUNK);
      } else {
        Array.setDouble(array, i, JUNK);
      }
    }
    return array;
  }

  /** Something of the shape of a result that there is none of. */
  static Object empty(Class<?> type, int size) {
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), size);
    }
    return type == float.class ? (Object) 1f : (Object) 1.0;
  }

  static int size(Object part) {
    return part.getClass().isArray() ? Array.getLength(part) : 1;
  }

  /** The parameters differentiated with respect to. */
  List<Method.Param> wrt() {
    return program.wrt().stream().map(program.main().params()::get).toList();
  }
}
