package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Programs by modes by points, all from the tables of the {@code …Programs} classes. */
class ProgramsTest {

  private static List<Point> points() {
    return Stream.of(
            ScalarPrograms.points(),
            PromotionPrograms.points(),
            FlowPrograms.points(),
            ExitPrograms.points(),
            SwitchPrograms.points(),
            ArrayPrograms.points(),
            CopyPrograms.points(),
            AliasPrograms.points(),
            CallPrograms.points(),
            InstancePrograms.points(),
            SharedInstancePrograms.points(),
            FarGenericPrograms.points(),
            ObjectPrograms.points(),
            ObjectTrapPrograms.points(),
            FunctionPrograms.points(),
            LocalClassPrograms.points(),
            EnumPrograms.points(),
            BoxPrograms.points(),
            CollectionPrograms.points(),
            CollectionTrapPrograms.points(),
            StreamPrograms.points(),
            StreamTrapPrograms.points(),
            SortingPrograms.points(),
            LazyStreamPrograms.points(),
            QueuePrograms.points(),
            ConstantObjectPrograms.points(),
            MathPrograms.points(),
            CornerPrograms.points(),
            SingularPrograms.points(),
            RulePrograms.points(),
            CompositionPrograms.points(),
            OperatorPrograms.points(),
            TrapPrograms.points(),
            CladTrapPrograms.points(),
            ExceptionPrograms.points(),
            FinallyPrograms.points(),
            ResourcePrograms.points(),
            ThrowingCallPrograms.points(),
            OrderPrograms.points(),
            LanguageExceptionPrograms.points(),
            FusionPrograms.points(),
            CarryPrograms.points(),
            CheckpointPrograms.points(),
            SegmentPrograms.points(),
            HandBackPrograms.points(),
            RowPrograms.points(),
            PreaccumulationPrograms.points(),
            PreaccumulationVectorPrograms.points(),
            ComplexPrograms.points(),
            LinalgPrograms.points(),
            IntegralPrograms.points(),
            EquationPrograms.points(),
            EventPrograms.points(),
            TransposePrograms.points())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicContainer> everyProgramInEveryMode() {
    Map<Class<?>, List<Point>> byClass =
        points().stream()
            .collect(Collectors.groupingBy(Point::holder, LinkedHashMap::new, Collectors.toList()));
    return byClass.entrySet().stream()
        .map(
            entry ->
                dynamicContainer(
                    entry.getKey().getSimpleName(),
                    entry.getValue().stream()
                        .map(p -> dynamicContainer(p.title(), tests(p).stream()))));
  }

  /** A program that no point runs would only seem to be tested. */
  @Test
  void everyGeneratedClassIsRun() throws Exception {
    Set<String> run = new TreeSet<>();
    Set<Class<?>> holders = points().stream().map(Point::holder).collect(Collectors.toSet());
    points().forEach(p -> run.add(p.holder().getSimpleName() + "." + p.program()));
    Set<String> annotated = new TreeSet<>();
    for (Class<?> holder : holders) {
      Stream.of(holder.getDeclaredMethods())
          .filter(m -> exists(Subject.derivativesOf(holder, m.getName())))
          .forEach(m -> annotated.add(holder.getSimpleName() + "." + m.getName()));
    }
    assertEquals(annotated, run);
    assertTrue(run.size() > 100, () -> "only " + run.size() + " programs");
  }

  private static boolean exists(String className) {
    try {
      Class.forName(className, false, ProgramsTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }

  private static List<DynamicNode> tests(Point point) {
    Trial trial = new Trial(point);
    if (trial.primal.thrown() != null) {
      return List.of(dynamicTest("throws the same", () -> new ThrowingChecks(trial).run()));
    }
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("forward", () -> new ForwardChecks(trial).run()));
    tests.add(dynamicTest("reverse", () -> new ReverseChecks(trial).run()));
    if (trial.subject.has("hessian")) {
      tests.add(dynamicTest("hessian", () -> new HessianChecks(trial).run()));
    }
    if (point.twin() != null) {
      tests.add(twin(point, trial));
    }
    return tests;
  }

  private static DynamicTest twin(Point point, Trial trial) {
    return dynamicTest(
        "as " + point.twin(),
        () -> {
          Subject other = Subject.of(point.holder(), point.twin());
          Close.sameBits("value", other.primal(trial.args).get(), trial.primal.get());
          for (String name : List.of("jacobianForward", "jacobianReverse")) {
            double[][] want = (double[][]) other.call(name, trial.args).get();
            double[][] got = (double[][]) trial.subject.call(name, trial.args).get();
            Close.check(name, want, got, trial.agreement());
          }
        });
  }
}
