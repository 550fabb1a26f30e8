package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.gen.Dice;
import io.cotangent.fuzz.gen.Feature;
import io.cotangent.fuzz.run.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program with objects, functions and collections that belongs to a seed. */
public final class Twins {
  private static final double[] ROUND = {0, 1, -1, 0.5, 2, -0.5};
  private final Dice dice;
  private final Set<Feature> features;
  private final Members members;
  private final List<TwinProgram.Param> params = new ArrayList<>();

  private Twins(long seed, Set<Feature> features) {
    this.dice = new Dice(seed * 7_368_787 + 5);
    this.features = features;
    this.members = new Members(dice, features);
  }

  /** The case of a seed. */
  public static Case of(long seed, Set<Feature> features, String name) {
    Twins writer = new Twins(seed, features);
    TwinProgram program = writer.write(seed, name);
    return new TwinCase(program, writer.points());
  }

  private TwinProgram write(long seed, String name) {
    members.write();
    String result = result();
    Pen pen = members.pen(result, dice.between(4, 16));
    int count = dice.between(1, 4);
    for (int i = 0; i < count || params.stream().noneMatch(q -> carries(q.type())); i++) {
      String type = parameter();
      String param = pen.fresh(Steps.stem(type));
      pen.declare(type, param, !features.contains(Feature.REASSIGN) || dice.chance(0.4));
      params.add(new TwinProgram.Param(type, param));
    }
    List<Node> body = new ArrayList<>();
    pen.steps.add(body, dice.between(2, 8));
    Node value = result.equals("double") ? sum(pen) : pen.expr(result, 3);
    body.add(Node.statement("return #0;", value));
    List<Integer> carrying = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (carries(params.get(i).type())) {
        carrying.add(i);
      }
    }
    boolean explicit = dice.chance(0.3);
    List<Integer> some = carrying.stream().filter(i -> dice.chance(0.6)).toList();
    List<Integer> wrt = explicit && !some.isEmpty() ? some : carrying;
    boolean second = features.contains(Feature.SECOND_ORDER) && result.equals("double");
    int order = second && dice.chance(0.4) ? 2 : 1;
    return new TwinProgram(
        seed,
        name,
        Node.block(members.all),
        Node.block(body),
        params,
        result,
        wrt,
        explicit,
        order);
  }

  /** A result that much has an influence on. */
  private Node sum(Pen pen) {
    Node total = pen.expr("double", 3);
    int terms = dice.between(1, 4);
    for (int i = 0; i < terms; i++) {
      total = Numbers.binary(dice.of("+", "-", "+", "*"), total, pen.numbers.leaf());
    }
    return total;
  }

  private static boolean carries(String type) {
    return !type.equals("int") && !type.equals("boolean");
  }

  /** The records that an API method may take or give: plain data. */
  private List<String> plainRecords() {
    return members.world.classes.stream()
        .filter(k -> plain(k.name()))
        .map(World.Klass::name)
        .toList();
  }

  private boolean plain(String type) {
    World.Klass k = members.world.klass(type);
    return type.equals("double")
        || type.equals("double[]")
        || (k != null && k.plain() && k.fields().stream().allMatch(f -> plain(f.type())));
  }

  private String result() {
    List<String> records = plainRecords();
    return switch (dice.weighted(
        14,
        features.contains(Feature.ARRAY_RESULT) ? 4 : 0,
        features.contains(Feature.OBJECT_RESULT) && !records.isEmpty() ? 4 : 0)) {
      case 0 -> "double";
      case 1 -> dice.of("double[]", "double[]", "double[][]");
      default -> dice.pick(records);
    };
  }

  private String parameter() {
    List<String> records = plainRecords();
    return switch (dice.weighted(
        8,
        8,
        features.contains(Feature.MATRIX) ? 2 : 0,
        2,
        1,
        features.contains(Feature.OBJECT_PARAMETER) && !records.isEmpty() ? 5 : 0)) {
      case 0 -> "double";
      case 1 -> "double[]";
      case 2 -> "double[][]";
      case 3 -> "int";
      case 4 -> "boolean";
      default -> dice.pick(records);
    };
  }

  private List<Object[]> points() {
    List<Object[]> points = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int kind = i;
      boolean empty = dice.chance(0.2);
      points.add(params.stream().map(q -> value(q.type(), kind, empty)).toArray());
    }
    return points;
  }

  private Object value(String type, int kind, boolean empty) {
    int length = kind == 2 && empty ? 0 : dice.between(1, 3);
    switch (type) {
      case "double":
        return kind == 2 && dice.chance(0.7) ? ROUND[dice.below(ROUND.length)] : dice.real(-2, 2);
      case "int":
        return dice.between(0, 4);
      case "boolean":
        return dice.chance(0.5);
      case "double[]":
        double[] row = new double[length];
        for (int i = 0; i < length; i++) {
          row[i] = (Double) value("double", kind, empty);
        }
        return row;
      case "double[][]":
        double[][] rows = new double[length][];
        for (int i = 0; i < length; i++) {
          rows[i] = (double[]) value("double[]", kind, empty);
        }
        return rows;
      default:
        return members.world.klass(type).fields().stream()
            .map(f -> value(f.type(), kind, empty))
            .toArray();
    }
  }
}
