package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The state of writing one method, and the writers of its parts. */
final class Author {
  /** Something that a jump can leave or go on with. */
  record Target(Kind kind, String label) {
    /** What it is. */
    enum Kind {
      LOOP,
      SWITCH,
      BLOCK
    }
  }

  private static final List<String> ODD_NAMES =
      List.of(
          "value",
          "gradient",
          "result",
          "tape",
          "ws",
          "aDot",
          "aBar",
          "xDot",
          "xBar",
          "cotangent",
          "tangent",
          "primal",
          "self",
          "out",
          "i",
          "n",
          "t1",
          "x1",
          "a",
          "pullback",
          "jvp",
          "dx");

  final Dice dice;
  final Set<Feature> features;
  final List<Helper> helpers;
  final Ty result;
  final Scope scope = new Scope();
  final NumberWriter numbers = new NumberWriter(this);
  final IntegerWriter integers = new IntegerWriter(this);
  final TestWriter tests = new TestWriter(this);
  final ArrayWriter arrays = new ArrayWriter(this);
  final CallWriter calls = new CallWriter(this);
  final MathWriter math = new MathWriter(this);
  final StatementWriter statements = new StatementWriter(this);
  final LoopWriter loops = new LoopWriter(this);
  final SwitchWriter switches = new SwitchWriter(this);
  final AliasWriter aliases = new AliasWriter(this);
  final TryWriter tries = new TryWriter(this);

  /** The jump targets around the current statement, the innermost last. */
  List<Target> targets = new ArrayList<>();

  /** Whether the current statement is inside a switch expression, which no return may leave. */
  boolean inSwitchExpression;

  /** How many statements may still be written. */
  int budget;

  /** How deep the current statement is nested. */
  int nesting;

  Author(Dice dice, Set<Feature> features, List<Helper> helpers, Ty result, int budget) {
    this.dice = dice;
    this.features = features;
    this.helpers = helpers;
    this.result = result;
    this.budget = budget;
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  boolean may(Feature feature, double probability) {
    return has(feature) && dice.chance(probability);
  }

  /** A name that no visible variable has. */
  String fresh(String prefix) {
    if (may(Feature.ODD_NAMES, 0.08)) {
      String odd = dice.pick(ODD_NAMES);
      if (!scope.taken(odd)) {
        return odd;
      }
    }
    for (int i = 0; ; i++) {
      String name = i == 0 && prefix.length() > 1 ? prefix : prefix + i;
      if (!scope.taken(name)) {
        return name;
      }
    }
  }

  /** An expression of a type. */
  Expr expr(Ty ty, int depth) {
    if (ty.isArray()) {
      return arrays.expr(ty, depth);
    }
    return switch (ty.base()) {
      case DOUBLE, FLOAT -> numbers.expr(ty, depth);
      case BOOLEAN -> tests.expr(depth);
      default -> integers.expr(ty, depth);
    };
  }

  /** A scalar type for a new variable. */
  Ty scalarType() {
    return switch (dice.weighted(10, 2, 4, 1, 1, 1)) {
      case 0 -> Ty.DOUBLE;
      case 1 -> has(Feature.FLOAT) ? Ty.FLOAT : Ty.DOUBLE;
      case 2 -> Ty.INT;
      case 3 -> has(Feature.LONG) ? Ty.LONG : Ty.INT;
      case 4 -> has(Feature.CHAR) ? dice.of(Ty.CHAR, Ty.SHORT, Ty.BYTE) : Ty.DOUBLE;
      default -> Ty.BOOLEAN;
    };
  }
}
