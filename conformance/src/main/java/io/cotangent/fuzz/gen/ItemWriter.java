package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Batching;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Chooses what is batched, and writes the items of a batch. */
public final class ItemWriter {
  private final Dice dice;
  private final ArgumentWriter writer;

  public ItemWriter(Dice dice) {
    this.dice = dice;
    this.writer = new ArgumentWriter(dice);
  }

  /** A program with some of its parameters batched; null where the contract has no such batch. */
  static Program batched(Program p, Dice dice, boolean kernels) {
    List<Method.Param> params = p.main().params();
    if (p.main().result().rank() > 1) {
      return null;
    }
    List<Integer> fit = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).ty().rank() <= 1) {
        fit.add(i);
      }
    }
    if (fit.isEmpty()) {
      return null;
    }
    double part = dice.of(0.4, 0.7, 1.0);
    List<Integer> over = fit.stream().filter(i -> dice.chance(part)).toList();
    return p.with(new Batching(over.isEmpty() ? List.of(dice.pick(fit)) : over, kernels));
  }

  /**
   * Items: the point itself, then others that differ from it in the batched parameters.
   *
   * @param n how many
   */
  public List<Object[]> write(Program p, Object[] point, int n) {
    List<Object[]> items = new ArrayList<>();
    while (items.size() < n) {
      items.add(items.isEmpty() ? point : item(p, point));
    }
    return items;
  }

  private Object[] item(Program p, Object[] point) {
    ArgumentWriter.Kind kind =
        switch (dice.weighted(70, 15, 15)) {
          case 0 -> ArgumentWriter.Kind.ORDINARY;
          case 1 -> ArgumentWriter.Kind.TIES;
          default -> ArgumentWriter.Kind.WILD;
        };
    Object[] item = point.clone();
    for (int i : p.batching().over()) {
      Ty ty = p.main().params().get(i).ty();
      item[i] = writer.like(point[i], ty, kind);
    }
    return Programs.runs(p, item) ? item : point;
  }
}
