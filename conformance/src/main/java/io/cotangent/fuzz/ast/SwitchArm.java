package io.cotangent.fuzz.ast;

import java.util.List;

/**
 * One arm of a switch statement or expression.
 *
 * @param labels the case labels; empty for {@code default}
 * @param value the value of an arrow arm {@code -> value;}, or null
 * @param body the arm's statements where there is no value
 */
public record SwitchArm(List<Expr> labels, Expr value, List<Stmt> body) {
  public boolean isDefault() {
    return labels.isEmpty();
  }
}
