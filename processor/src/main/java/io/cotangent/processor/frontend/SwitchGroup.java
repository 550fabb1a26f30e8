package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import spoon.reflect.code.CaseKind;
import spoon.reflect.code.CtAbstractSwitch;
import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.visitor.filter.TypeFilter;

/**
 * Cases of a switch that share their statements.
 *
 * @param labels the constants that select them
 * @param isDefault whether everything else selects them too
 * @param arrow whether they are written with an arrow
 * @param statements what they do
 * @param inStatement whether the switch is a statement
 */
record SwitchGroup(
    List<CtExpression<?>> labels,
    boolean isDefault,
    boolean arrow,
    List<CtStatement> statements,
    boolean inStatement) {

  /** The groups of a switch, in order. */
  static List<SwitchGroup> of(CtAbstractSwitch<?> choice) {
    List<SwitchGroup> groups = new ArrayList<>();
    List<CtExpression<?>> labels = new ArrayList<>();
    boolean isDefault = false;
    int left = choice.getCases().size();
    for (CtCase<?> each : choice.getCases()) {
      left--;
      labels.addAll(each.getCaseExpressions());
      isDefault |= each.getCaseExpressions().isEmpty() || each.getIncludesDefault();
      boolean arrow = each.getCaseKind() == CaseKind.ARROW;
      if (arrow || !each.getStatements().isEmpty() || left == 0) {
        boolean inStatement = choice instanceof CtSwitch;
        groups.add(
            new SwitchGroup(
                List.copyOf(labels), isDefault, arrow, each.getStatements(), inStatement));
        labels.clear();
        isDefault = false;
      }
    }
    return groups;
  }

  /** The variables that one group declares and a later one uses. */
  static List<CtLocalVariable<?>> sharedVariables(List<SwitchGroup> groups) {
    List<CtLocalVariable<?>> shared = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      List<SwitchGroup> later = groups.subList(i + 1, groups.size());
      for (CtStatement statement : groups.get(i).statements()) {
        if (statement instanceof CtLocalVariable<?> variable
            && later.stream().anyMatch(group -> group.uses(variable.getSimpleName()))) {
          shared.add(variable);
        }
      }
    }
    return shared;
  }

  private boolean uses(String name) {
    return statements.stream()
        .flatMap(
            statement -> statement.getElements(new TypeFilter<>(CtVariableAccess.class)).stream())
        .anyMatch(
            access ->
                access.getVariable() != null && access.getVariable().getSimpleName().equals(name));
  }

  /** Lowers the statements into the current block. */
  void lower(StatementLowering lowering) {
    for (CtStatement statement : statements) {
      if (inStatement && arrow && statement instanceof CtYieldStatement value) {
        lowering.statement((CtStatement) value.getExpression());
      } else {
        lowering.statement(statement);
      }
    }
  }
}
