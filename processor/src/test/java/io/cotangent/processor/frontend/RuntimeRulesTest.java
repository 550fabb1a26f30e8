package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.cotangent.runtime.RuleHolders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

/** The runtime's list of its own rules, which is written by hand. */
class RuntimeRulesTest {
  @Test
  void namesEveryClassOfRulesWithItsTargets() {
    InProcessor.run(
        Compiler.javac(),
        List.of(JavaFileObjects.forSourceString("Any", "class Any {}")),
        "Any",
        round -> {
          Elements elements = round.env().getElementUtils();
          Set<String> expected = new TreeSet<>();
          for (String name : List.of("io.cotangent", "io.cotangent.linalg", "io.cotangent.ode")) {
            for (TypeElement type :
                ElementFilter.typesIn(elements.getPackageElement(name).getEnclosedElements())) {
              DeclaredRules rules = new DeclaredRules(elements, round.env().getTypeUtils());
              rules.addAll(List.of(type));
              if (!rules.targets(type).isEmpty()) {
                expected.add(type.getQualifiedName() + " " + rules.targets(type));
              }
            }
          }
          assertEquals(expected, listed(round.type("io.cotangent.rules.RuntimeRules")));
        });
  }

  private static Set<String> listed(TypeElement index) {
    Set<String> entries = new TreeSet<>();
    for (var mirror : index.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(RuleHolders.class.getName())) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
          for (Object entry : (List<?>) value.getValue()) {
            List<String> names =
                List.of(String.valueOf(((AnnotationValue) entry).getValue()).split(" "));
            entries.add(names.get(0) + " " + new TreeSet<>(names.subList(1, names.size())));
          }
        }
      }
    }
    return entries;
  }
}
