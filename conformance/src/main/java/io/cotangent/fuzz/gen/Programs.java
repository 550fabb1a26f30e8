package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.eval.Abandoned;
import io.cotangent.fuzz.eval.Differentiator;
import io.cotangent.fuzz.eval.Outcome;
import io.cotangent.fuzz.run.Interpreted;
import io.cotangent.fuzz.run.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program, and the points, that belong to a seed. */
public final class Programs {
  /** The most steps that a run at any point may take. */
  public static final int FUEL = 6000;

  private static final int ATTEMPTS = 30;

  private Programs() {}

  /**
   * A program and the points it is tried at.
   *
   * @param points argument lists
   */
  public record Case(Program program, List<Object[]> points) implements io.cotangent.fuzz.run.Case {
    @Override
    public Specimen specimen() {
      return new Interpreted(program);
    }

    @Override
    public Case named(String name) {
      return new Case(program.named(name), points);
    }
  }

  /** The case of a seed: the first attempt that runs, mostly one with a derivative. */
  public static Case of(long seed, Set<Feature> features, String name) {
    return of(seed, features, name, Form.SCALAR);
  }

  /** The case of a seed in a form. */
  public static Case of(long seed, Set<Feature> features, String name, Form form) {
    Case last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Dice dice = new Dice(seed * 1_000_003 + attempt);
      Program p = new ProgramWriter(dice, form.features(features, seed)).write(seed, name);
      if (form != Form.SCALAR) {
        p = ItemWriter.batched(p, dice, form == Form.KERNELS);
        if (p == null) {
          continue;
        }
      }
      List<Object[]> points = points(p, dice);
      last = points.isEmpty() ? last : new Case(p, points);
      if (!points.isEmpty() && (interesting(p, points.get(0)) || dice.chance(0.1))) {
        return last;
      }
    }
    if (last == null) {
      throw new IllegalStateException("no program for seed " + seed);
    }
    return last;
  }

  private static List<Object[]> points(Program p, Dice dice) {
    ArgumentWriter writer = new ArgumentWriter(dice);
    List<Object[]> points = new ArrayList<>();
    for (ArgumentWriter.Kind kind :
        List.of(
            ArgumentWriter.Kind.ORDINARY,
            ArgumentWriter.Kind.ORDINARY,
            ArgumentWriter.Kind.TIES,
            dice.chance(0.4) ? ArgumentWriter.Kind.EMPTY : ArgumentWriter.Kind.WILD)) {
      Object[] args = writer.write(p, kind);
      if (runs(p, args)) {
        points.add(args);
      }
    }
    return points;
  }

  /** Whether the interpreter can run the program there. */
  public static boolean runs(Program p, Object[] args) {
    try {
      Differentiator.run(p, args, 0, true, FUEL);
      return true;
    } catch (Abandoned e) {
      return false;
    }
  }

  private static boolean interesting(Program p, Object[] args) {
    Outcome outcome = Differentiator.run(p, args, 1, true, FUEL);
    return outcome.entries().stream()
        .filter(e -> !e.singular())
        .anyMatch(e -> java.util.Arrays.stream(e.gradient()).anyMatch(d -> d != 0));
  }
}
