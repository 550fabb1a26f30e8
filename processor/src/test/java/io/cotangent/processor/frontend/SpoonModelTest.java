package io.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtFieldReference;

/** The ties between Spoon's elements and javac's. */
class SpoonModelTest {

  @TempDir Path folder;

  private void run(Map<String, String> files, String annotated, InProcessor.Body body)
      throws IOException {
    InProcessor.runOnDisk(folder, files, List.of(), annotated, body);
  }

  @Test
  void findsEachOverloadByItsErasedParameters() throws IOException {
    String source =
        """
        package p;
        import java.util.*;
        class A<T extends Number, U> {
          class In<V> { double f(V v, T t) { return 11; } }
          static class Nest { interface Deep { static double f(Nest n, Map.Entry<String, int[]> e) { return 12; } } }
          double f(double x) { return 0; }
          double f(float x) { return 1; }
          double f(double[] x) { return 2; }
          double f(double[][] x) { return 3; }
          double f(int i, double... x) { return 4; }
          double f(T x) { return 5; }
          double f(U x) { return 6; }
          double f(T[] x) { return 7; }
          double f(List<? super T> x, Map.Entry<T, U> y) { return 8; }
          <Q extends Comparable<Q>> double f(Q x, T y, int... z) { return 9; }
          double f() { return 10; }
        }
        """;
    run(
        Map.of("p/A.java", source),
        "p.A",
        round -> {
          List<String> values = new ArrayList<>();
          for (String type : List.of("p.A", "p.A.In", "p.A.Nest.Deep")) {
            for (ExecutableElement each : round.methods(type, "f")) {
              CtMethod<?> method = round.model().method(each);
              assertEquals(each.getParameters().size(), method.getParameters().size());
              values.add(round.all(method.getBody(), CtLiteral.class).get(0).toString());
            }
          }
          assertEquals(
              List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"), values);
        });
  }

  @Test
  void findsTheSourceOfHelpersInOtherFilesOfTheCompilation() throws IOException {
    Map<String, String> files = new HashMap<>();
    files.put(
        "p/A.java",
        """
        package p;
        class A {
          static double f(double x) {
            return q.H.h(x) + new q.H(2).g(x) + Beside.b(x) + local(x) + q.H.<Double>id(x)
                + q.H.In.deep(x, 1, 2) + new Sub().inherited(x) + Math.sin(x) + "a".length();
          }
          private static double local(double x) { return 104; }
        }
        class Sub extends q.H { Sub() { super(1); } }
        """);
    files.put(
        "p/Other.java",
        "package p; class Other {} class Beside { static double b(double x) { return 103; } }");
    files.put(
        "q/H.java",
        """
        package q;
        public class H {
          public H(double k) { System.out.println(100); }
          public static double h(double x) { return 101; }
          public double g(double x) { return 102; }
          public static <T extends Number> T id(T t) { T r = 105 > 0 ? t : null; return r; }
          public double inherited(double x) { return 107; }
          public static class In { public static double deep(double x, int... k) { return 106; } }
        }
        """);
    run(
        files,
        "p.A",
        round -> {
          List<String> found = new ArrayList<>();
          CtMethod<?> method = round.method("p.A", "f");
          for (CtExecutableReference<?> each : round.all(method, CtExecutableReference.class)) {
            assertTrue(round.model().resolved(each), each::toString);
            Optional<CtExecutable<?>> source = round.model().source(each);
            found.add(
                each.getSimpleName()
                    + " "
                    + source
                        .map(it -> round.all(it.getBody(), CtLiteral.class).get(0).toString())
                        .orElse("-"));
            source.ifPresent(it -> assertSame(it, round.model().source(each).orElseThrow()));
          }
          assertEquals(
              List.of(
                  "<init> 1",
                  "<init> 100",
                  "b 103",
                  "deep 106",
                  "g 102",
                  "h 101",
                  "id 105",
                  "inherited 107",
                  "length -",
                  "local 104",
                  "sin -"),
              found.stream().sorted().toList());
          assertNotSame(
              round.method("p.A", "f").getFactory(), round.method("q.H", "h").getFactory());
        });
  }

  @Test
  void callsInAHelperOfAnotherFileAreResolvedToo() throws IOException {
    run(
        Map.of(
            "p/A.java", "package p; class A { static double f(double x) { return B.g(x); } }",
            "p/B.java",
                "package p; class B { static double g(double x) { return A.f(x) + C.h(x, 1); } }",
            "p/C.java", "package p; class C { static double h(double x, long n) { return x; } }"),
        "p.A",
        round -> {
          CtExecutable<?> g = onlySource(round, round.method("p.A", "f"));
          List<CtExecutableReference> calls = round.all(g, CtExecutableReference.class);
          assertEquals(List.of("f", "h"), calls.stream().map(it -> it.getSimpleName()).toList());
          CtExecutable<?> f = round.model().source(calls.get(0)).orElseThrow();
          assertSame(round.method("p.A", "f"), f);
          assertEquals(
              "long",
              round
                  .model()
                  .source(calls.get(1))
                  .orElseThrow()
                  .getParameters()
                  .get(1)
                  .getType()
                  .toString());
        });
  }

  private static CtExecutable<?> onlySource(Round round, CtMethod<?> method) {
    return round
        .model()
        .source(round.all(method, CtInvocation.class).get(0).getExecutable())
        .orElseThrow();
  }

  @Test
  void whatDoesNotExistIsNotResolved() throws IOException {
    run(
        Map.of(
            "p/A.java",
            """
            package p;
            class A extends GeneratedBase {
              static double f(double x) {
                return AFDerivatives.gradient(x) + missing(x) + Math.sine(x) + Math.sin("x", 2)
                    + new Nowhere(x).value + B.g(x);
              }
            }
            """,
            "p/B.java",
            "package p; class B { static double g(double x) { return x; } static double h(Gone g, Gone... more) { return 0; } }"),
        "p.A",
        round -> {
          List<String> unresolved = new ArrayList<>();
          List<String> resolved = new ArrayList<>();
          for (CtExecutableReference<?> each :
              round.all(round.method("p.A", "f"), CtExecutableReference.class)) {
            (round.model().resolved(each) ? resolved : unresolved).add(each.getSimpleName());
            if (!round.model().resolved(each)) {
              assertEquals(Optional.empty(), round.model().source(each));
            }
          }
          assertEquals(List.of("g"), resolved);
          assertEquals(
              List.of("<init>", "gradient", "missing", "sin", "sine"),
              unresolved.stream().sorted().toList());
        });
  }

  @Test
  void constantsAreJavacsAndAccessIsKnown() throws IOException {
    run(
        Map.of(
            "p/A.java",
            """
            package p;
            import static q.C.*;
            class A {
              static final float OWN = 1 / 3f;
              private static final int HIDDEN = 'a' + 1;
              static double f() {
                return OWN + HIDDEN + LONG + q.C.In.DEEP + Math.PI + Byte.MAX_VALUE + q.C.computed
                    + q.C.variable + B.LOCAL + Double.NaN + new B().instance + TEXT.length();
              }
            }
            class B { static final double LOCAL = 2 * Math.E; final int instance = 7; }
            """,
            "q/C.java",
            """
            package q;
            public interface C {
              long LONG = 1L << 40;
              String TEXT = "a" + 1;
              double computed = Math.sqrt(2);
              double variable = new double[] {1}[0];
              class In { public static final boolean FLAG = true; public static final short DEEP = 3; }
            }
            """),
        "p.A",
        round -> {
          Map<String, Object> values = new HashMap<>();
          Map<String, Boolean> open = new HashMap<>();
          for (CtFieldRead<?> each : round.all(round.method("p.A", "f"), CtFieldRead.class)) {
            CtFieldReference<?> field = each.getVariable();
            round.model().constant(field).ifPresent(it -> values.put(field.getSimpleName(), it));
            open.put(field.getSimpleName(), round.model().accessible(field, "p"));
          }
          assertEquals(
              Map.of(
                  "OWN",
                  1 / 3f,
                  "HIDDEN",
                  98,
                  "LONG",
                  1L << 40,
                  "DEEP",
                  (short) 3,
                  "PI",
                  Math.PI,
                  "MAX_VALUE",
                  Byte.MAX_VALUE,
                  "LOCAL",
                  2 * Math.E,
                  "NaN",
                  Double.NaN,
                  "instance",
                  7,
                  "TEXT",
                  "a1"),
              values);
          assertFalse(open.get("HIDDEN"));
          assertTrue(open.get("OWN") && open.get("LONG") && open.get("DEEP"));
          CtFieldRead<?> own = round.all(round.method("p.A", "f"), CtFieldRead.class).get(0);
          assertFalse(round.model().accessible(own.getVariable(), "q"));
        });
  }

  @Test
  void aBrokenFileDoesNotStopTheOthers() throws IOException {
    run(
        Map.of(
            "p/A.java",
            "package p; class A { static double f(double x) { return B.g(x); } }",
            "p/B.java",
            "package p; class B<T extends Gone<T>> extends Gone<B> implements Gone2 { static double g(double x) { return undefined; } Gone.In f; Gone[] a; <Q extends Gone & Gone2> Q m(java.util.List<? extends Gone> l) throws Gone3 { return null; } }"),
        "p.A",
        round -> {
          CtInvocation<?> call = round.all(round.method("p.A", "f"), CtInvocation.class).get(0);
          assertTrue(round.model().resolved(call.getExecutable()));
          assertTrue(round.model().source(call.getExecutable()).isPresent());
        });
  }

  @Test
  void aMethodWithoutSourceIsRefused() throws IOException {
    run(
        Map.of("p/A.java", "package p; class A { }"),
        "p.A",
        round ->
            assertThrows(
                IllegalArgumentException.class,
                () -> round.model().method(round.methods("java.lang.Math", "sin").get(0))));
  }

  @Test
  void packagesThatNothingElseNamesAreKnownByTheirNamesInFull() throws IOException {
    Path library = folder.resolve("library");
    InProcessor.runOnDisk(
        library,
        Map.of(
            "com/acme/deep/down/L.java",
            "package com.acme.deep.down; public class L { public static final int K = 5; public static class In { public static double f(double x) { return x; } } }",
            "alone/M.java",
            "package alone; public interface M { double v(); static M of() { return () -> 1; } }",
            "Unnamed.java",
            "public class Unnamed { }"),
        List.of(),
        "alone.M",
        round -> {});
    InProcessor.runOnDisk(
        folder,
        Map.of(
            "p/A.java",
            """
            package p;
            import alone.*;
            class A {
              static double f(double acme, double[] com) {
                double java = com.length;
                return com.length + M.of().v() + java + g(acme);
              }
              static double g(double x) {
                return com.acme.deep.down.L.In.f(x) * com.acme.deep.down.L.K + java.util.List.of(x).get(0)
                    + java.util.concurrent.ThreadLocalRandom.current().nextDouble()
                    + new com . acme . deep . down . L().hashCode();
              }
            }
            """),
        List.of("-classpath", library.resolve("classes").toString()),
        "p.A",
        round -> {
          List<String> names = new ArrayList<>();
          for (String method : List.of("f", "g")) {
            for (CtExecutableReference<?> each :
                round.all(round.method("p.A", method), CtExecutableReference.class)) {
              assertTrue(round.model().resolved(each), each::toString);
              names.add(each.getSimpleName());
            }
          }
          assertEquals(
              List.of(
                  "<init>", "current", "f", "g", "get", "hashCode", "nextDouble", "of", "of", "v"),
              names.stream().sorted().toList());
        });
  }
}
