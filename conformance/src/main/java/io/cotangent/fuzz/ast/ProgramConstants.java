package io.cotangent.fuzz.ast;

import java.util.List;

/** The constants that every program can read: its own class's and another class's. */
public final class ProgramConstants {
  /** The simple name of the class that holds {@link #SHARED}. */
  public static final String OWNER = "Constants";

  public static final List<Expr.Const> OWN =
      List.of(
          new Expr.Const(Ty.DOUBLE, "", "SCALE", 0.75),
          new Expr.Const(Ty.INT, "", "COUNT", 3),
          new Expr.Const(Ty.FLOAT, "", "RATE", 0.125f));

  public static final List<Expr.Const> SHARED =
      List.of(
          new Expr.Const(Ty.DOUBLE, OWNER, "HALF", 0.5),
          new Expr.Const(Ty.DOUBLE, OWNER, "OFFSET", -0.3),
          new Expr.Const(Ty.INT, OWNER, "TWO", 2),
          new Expr.Const(Ty.LONG, OWNER, "BIG", 5_000_000_000L),
          new Expr.Const(Ty.FLOAT, OWNER, "THIRD", 1f / 3f));

  private ProgramConstants() {}
}
