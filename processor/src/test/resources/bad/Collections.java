package bad;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

class Collections {
  static final class Doubling extends ArrayList<Double> {
    @Override
    public boolean add(Double number) {
      return super.add(2 * number);
    }
  }

  record Key(int i) {}

  @Differentiable
  static double extended(double x) {
    Doubling l = new Doubling();
    l.add(x);
    return l.get(0);
  }

  @Differentiable
  static double activeKeys(double x) {
    Map<Double, Double> m = new TreeMap<>();
    m.put(x, x);
    return m.get(x);
  }

  @Differentiable
  static double objectKeys(double x) {
    List<Map<Key, Double>> l = List.of(new HashMap<>());
    l.get(0).put(new Key(1), x);
    return l.get(0).get(new Key(1));
  }

  @Differentiable
  static double empty(double x) {
    List<Double> l = java.util.Collections.nCopies(2, x);
    return x + l.size();
  }

  @Differentiable
  static double optional(double x) {
    return Optional.of(x).hashCode() * x;
  }

  @Differentiable
  static double set(double x) {
    Set<Double> s = new HashSet<>();
    s.add(x);
    return x;
  }
}

// error 27:5 'Doubling' can't be taken for a 'ArrayList' here, where objects are taken apart to be differentiated: make the object in the method itself, or pass its numbers in an array [cotangent:object-mixed]
// error 32:5 a map or set with keys of type 'Double' can't be differentiated: use a String, an Integer or an enum as key, or keep the values in a list [cotangent:map-key]
// error 39:5 a map or set with keys of type 'Key' can't be differentiated: use a String, an Integer or an enum as key, or keep the values in a list [cotangent:map-key]
// error 39:40 a map or set with keys of type 'Key' can't be differentiated: use a String, an Integer or an enum as key, or keep the values in a list [cotangent:map-key]
// error 46:22 'Collections.nCopies' can't be differentiated: write a loop over an array, a list or a map, or call a method of your own that does the same [cotangent:library-class]
// error 52:12 'Optional.hashCode' can't be differentiated: write a loop over an array, a list or a map, or call a method of your own that does the same [cotangent:library-class]
// error 57:5 a map or set with keys of type 'Double' can't be differentiated: use a String, an Integer or an enum as key, or keep the values in a list [cotangent:map-key]
