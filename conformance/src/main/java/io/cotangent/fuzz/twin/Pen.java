package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Dice;
import io.cotangent.fuzz.gen.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The state of writing one method: its variables, and the writers of its parts. */
final class Pen {
  /**
   * A variable or field.
   *
   * @param fixed whether it is never assigned anew, so that functions may capture it
   * @param field whether it is a field of this object
   */
  record Name(String type, String name, boolean fixed, boolean field) {}

  final Dice dice;
  final Set<Feature> features;
  final World world;
  final Numbers numbers = new Numbers(this);
  final Things things = new Things(this);
  final Functions functions = new Functions(this);
  final Lists lists = new Lists(this);
  final Steps steps = new Steps(this);
  final Actions actions = new Actions(this);
  private final List<Name> names = new ArrayList<>();
  private final int[] counter;

  /** Names that stand below are outside the function that is being written. */
  int floor;

  /** The loops around, within the function that is being written. */
  int loops;

  /** The result type of what is being written; null in a function, which returns at its end. */
  String returns;

  /** How many more statements may be written. */
  int budget;

  Pen(Dice dice, Set<Feature> features, World world, String result, int[] counter, int budget) {
    this.dice = dice;
    this.features = features;
    this.world = world;
    this.returns = result;
    this.counter = counter;
    this.budget = budget;
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  boolean may(Feature feature, double probability) {
    return has(feature) && dice.chance(probability);
  }

  String fresh(String stem) {
    return stem + counter[0]++;
  }

  void declare(String type, String name, boolean fixed) {
    names.add(new Name(type, name, fixed, false));
  }

  void declareField(String type, String name, boolean fixed) {
    names.add(new Name(type, name, fixed, true));
  }

  int mark() {
    return names.size();
  }

  void restore(int mark) {
    names.subList(mark, names.size()).clear();
  }

  /** The names that can be used here. */
  List<Name> visible(Predicate<Name> wanted) {
    List<Name> result = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Name n = names.get(i);
      if ((i >= floor || n.fixed() || n.field()) && wanted.test(n)) {
        result.add(n);
      }
    }
    return result;
  }

  /** The names that can be assigned here. */
  List<Name> assignable(Predicate<Name> wanted) {
    List<Name> result = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Name n = names.get(i);
      if ((i >= floor || n.field()) && !n.fixed() && wanted.test(n)) {
        result.add(n);
      }
    }
    return result;
  }

  /** An expression of any type. */
  Node expr(String type, int depth) {
    return switch (type) {
      case "double" -> numbers.expr(depth);
      case "int" -> numbers.integer(depth);
      case "boolean" -> numbers.test(depth);
      default -> things.expr(type, depth);
    };
  }

  /** The type of what a field, element or box of a type is where numbers are wanted. */
  static String unboxed(String type) {
    return type.equals("Double") ? "double" : type;
  }

  /** An expression that is a name or starts at one; null where there is none. */
  Node atom(String type) {
    List<Node> found = new ArrayList<>();
    for (Name n : visible(n -> true)) {
      if (world.fits(n.type(), type)) {
        Node name = Node.of(type, n.name());
        found.add(name);
        found.add(name);
      }
      parts(n.type(), n.name(), type, found, 1);
    }
    return found.isEmpty() ? null : dice.pick(found);
  }

  /** What of a type a value holds in its fields and elements. */
  private void parts(String type, String text, String wanted, List<Node> found, int deeper) {
    World.Klass k = world.klass(type);
    if (k != null) {
      for (World.Field f : k.fields()) {
        String at = text + "." + f.name() + (k.kind() == World.Kind.RECORD ? "()" : "");
        if (world.fits(f.type(), wanted)) {
          found.add(Node.of(wanted, at));
        } else if (deeper > 0 && !f.type().equals(type)) {
          parts(f.type(), at, wanted, found, deeper - 1);
        }
      }
    }
    if (type.endsWith("[]") && world.fits(type.substring(0, type.length() - 2), wanted)) {
      found.add(Node.of(wanted, text + "[#0]", index(text + ".length")));
    }
    if (type.equals("Double") && wanted.equals("double")) {
      found.add(Node.two(wanted, text, "Duals.unbox(" + text + ")"));
    }
  }

  /** An index below a length, mostly. */
  Node index(String length) {
    List<Name> counters = visible(n -> n.type().equals("int") && n.name().startsWith("i"));
    if (!counters.isEmpty() && dice.chance(0.6)) {
      return Node.of("int", dice.pick(counters).name() + " % " + length);
    }
    return Node.of("int", dice.chance(0.85) ? "0" : "1");
  }
}
