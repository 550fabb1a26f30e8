package io.cotangent.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects in which one run of generated code adds up adjoints. Used by one thread at a time.
 */
public final class States {
  private final List<State> all = new ArrayList<>();

  /** None yet. */
  public States() {}

  /**
   * Takes note of an object.
   *
   * @return the object
   */
  public <S extends State> S add(S state) {
    all.add(state);
    return state;
  }

  /** Forgets all objects. */
  public void reset() {
    all.clear();
  }

  /** How many objects there are, for {@link #release(int)}. */
  public int mark() {
    return all.size();
  }

  /** Forgets the objects that were added since {@link #mark()}. */
  public void release(int mark) {
    all.subList(mark, all.size()).clear();
  }

  /** Sets the numbers of all objects to zero, for another reverse sweep. */
  public void clear() {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).clear();
    }
  }
}
