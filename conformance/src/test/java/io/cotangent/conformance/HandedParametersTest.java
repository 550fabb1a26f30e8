package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Complex;
import io.cotangent.check.GradientCheck;
import io.cotangent.conformance.HandedParameters.Aside;
import io.cotangent.conformance.HandedParameters.Box;
import io.cotangent.conformance.HandedParameters.Circle;
import io.cotangent.conformance.HandedParameters.Cubic;
import io.cotangent.conformance.HandedParameters.Halved;
import io.cotangent.conformance.HandedParameters.Linear;
import io.cotangent.conformance.HandedParameters.Node;
import io.cotangent.conformance.HandedParameters.Rec;
import io.cotangent.conformance.HandedParameters.Shape;
import io.cotangent.conformance.HandedParameters.Square;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists, maps, boxes, arrays of records and objects behind interfaces as arguments and results. */
class HandedParametersTest {
  private static final double TINY = 1e-12;

  private static List<Double> list(Double... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  private static List<Rec> records() {
    return List.of(new Rec(1, new double[] {2, 3}, "p"), new Rec(4, new double[] {5, 6}, "q"));
  }

  @Test
  void gradientsOfListsAreListsOfTheSameSize() {
    List<Double> l = list(1.0, 2.0, 3.0);
    var both = HandedParametersPowersDerivatives.valueAndGradient(l, 2);
    assertEquals(784.0, both.value());
    List<Double> gradient = both.gradient().l();
    assertEquals(List.of(224.0, 448.0, 672.0), gradient);
    assertEquals(784.0, both.gradient().k(), TINY);
    assertEquals(list(1.0, 2.0, 3.0), l, "arguments are left as they are found");
    var ws = new HandedParametersPowersDerivatives.Workspace();
    assertEquals(784.0, HandedParametersPowersDerivatives.valueAndGradient(l, 2, ws));
    assertEquals(gradient, ws.l());
    assertEquals(784.0, ws.k(), TINY);
    List<Double> e = List.of(1.0, 0.0, 0.0);
    assertEquals(224.0, HandedParametersPowersDerivatives.jvp(l, 2, e, 0), TINY);
    assertEquals(List.of(256.0, 64.0, 96.0), HandedParametersPowersDerivatives.hvp(l, 2, e, 0).l());
    assertEquals(gradient, HandedParametersPowersDerivatives.pullback(l, 2).apply(1).l());
    assertEquals(gradient, HandedParametersPowersDerivatives.vjp(l, 2, 1).l());
    assertEquals(224.0, HandedParametersPowersDerivatives.pushforward(l, 2).apply(e, 0), TINY);
    assertArrayEquals(
        new double[] {224, 448, 672, 784},
        HandedParametersPowersDerivatives.jacobian(l, 2)[0],
        TINY);
  }

  @Test
  void finiteDifferencesAgree() {
    GradientCheck.check(
        HandedParametersPowersDerivatives.function(list(1.0, 2.0), 2), new double[] {1, 0.4, 2});
    GradientCheck.check(
        HandedParametersRowsDerivatives.function(List.of(new double[] {1, 2}, new double[] {3})),
        new double[] {0.7, -0.3, 1.1});
    GradientCheck.check(
        HandedParametersProductDerivatives.function(Map.of("x", 2.0)), new double[] {0.3});
    GradientCheck.check(
        HandedParametersRecordsDerivatives.function(records()), new double[] {1, 2, 3, 0.4, 5, -6});
    GradientCheck.check(
        HandedParametersChainDerivatives.function(new Node(1, new Node(2, null))),
        new double[] {0.4, 0.7});
    GradientCheck.check(
        HandedParametersSquaresDerivatives.function(list(1.0, 2.0)), new double[] {0.4, 0.7});
    GradientCheck.check(
        HandedParametersPairDerivatives.function(records().toArray(new Rec[0])),
        new double[] {1, 2, 3, 0.4, 5, -6});
  }

  @Test
  void rowsMapsAndBoxes() {
    double[] row = {1, 2};
    List<double[]> rows = HandedParametersRowsDerivatives.gradient(List.of(row, new double[] {3}));
    assertEquals(2, rows.size());
    assertArrayEquals(new double[] {54.0, 216.0}, rows.get(0), TINY);
    assertArrayEquals(new double[] {54.0}, rows.get(1), TINY);
    assertArrayEquals(new double[] {1, 2}, row, "the caller's row is not written");
    Map<String, Double> m = new LinkedHashMap<>();
    m.put("yy", 3.0);
    m.put("x", 2.0);
    Map<String, Double> gradient = HandedParametersProductDerivatives.gradient(m);
    assertEquals(Map.of("x", 5.0, "yy", 3.0), gradient);
    assertEquals(List.of("yy", "x"), List.copyOf(gradient.keySet()));
    assertInstanceOf(TreeMap.class, HandedParametersProductDerivatives.gradient(new TreeMap<>(m)));
    Map<String, Double> other = new TreeMap<>(Map.of("x", 1.0, "yy", 10.0));
    assertEquals(35.0, HandedParametersProductDerivatives.jvp(m, other), TINY);
    var boxes = HandedParametersBoxesDerivatives.gradient(2.0, 3f);
    Double byX = boxes.x();
    Float byY = boxes.y();
    assertEquals(12.0, byX);
    assertEquals(4f, byY);
    assertNull(HandedParametersBoxesDerivatives.gradient(2.0, null).y());
    assertEquals(12.0, HandedParametersBoxesDerivatives.gradient(2.0, null).x());
  }

  @Test
  void recordsInListsAndArrays() {
    List<Rec> g = HandedParametersRecordsDerivatives.gradient(records());
    assertEquals("p", g.get(0).name());
    assertEquals(6.0, g.get(0).a(), TINY);
    assertArrayEquals(new double[] {0, 16}, g.get(1).b(), TINY);
    assertArrayEquals(
        new double[] {6, 0, 1, 48, 0, 16},
        HandedParametersRecordsDerivatives.jacobian(records())[0],
        TINY);
    Rec[] array = records().toArray(new Rec[0]);
    var byArray = HandedParametersArrayDerivatives.gradient(array, new float[] {2, 0.5f});
    assertEquals(3.0, byArray.all()[1].a(), TINY);
    assertArrayEquals(new float[] {3, 24}, byArray.f());
    assertEquals(
        List.of(new Halved(2), new Halved(1)),
        HandedParametersHalvedDerivatives.gradient(List.of(new Halved(2), new Halved(4))),
        "only cotangents run the constructor");
    var back = HandedParametersPairDerivatives.pullback(array);
    Rec[] value = back.value();
    assertEquals(5.0, value[1].a());
    Rec[] bar = back.apply(value);
    assertEquals(5 * 5.0, bar[0].a(), TINY);
    assertArrayEquals(new double[] {5 + 5.0, 6}, bar[1].b(), TINY);
    Rec[] tangent = HandedParametersPairDerivatives.jvp(array, array);
    assertEquals(10.0, tangent[1].a(), TINY);
    assertEquals("new", tangent[1].name());
  }

  @Test
  void resultsThatAreListsMapsAndHierarchies() {
    List<Double> l = List.of(1.0, 2.0, 3.0);
    assertEquals(
        List.of(2.0, 0.0, 0.0, 2.0),
        HandedParametersSquaresDerivatives.jvp(l, List.of(1.0, 0.0, 0.0)));
    assertEquals(
        List.of(4.0, 5.0, 6.0),
        HandedParametersSquaresDerivatives.vjp(l, list(1.0, 1.0, 1.0, 1.0)));
    var both = HandedParametersSquaresDerivatives.valueAndJvp(l, l);
    assertEquals(List.of(1.0, 4.0, 9.0, 2.0), both.value());
    assertEquals(List.of(2.0, 8.0, 18.0, 4.0), both.tangent());
    var forward = HandedParametersSquaresDerivatives.pushforward(l);
    assertEquals(both.value(), forward.value());
    assertEquals(both.tangent(), forward.apply(l));
    assertEquals(both.tangent(), forward.apply(l), "any number of times");
    assertEquals(4, HandedParametersSquaresDerivatives.jacobian(l).length);
    assertThrows(
        IllegalArgumentException.class, () -> HandedParametersSquaresDerivatives.vjp(l, l));
    var back = HandedParametersTableDerivatives.pullback(2);
    Map<String, Rec> value = back.value();
    assertEquals(List.of("a", "b"), List.copyOf(value.keySet()));
    assertNull(value.get("a"));
    Map<String, Rec> bar = new HashMap<>(value);
    bar.put("b", new Rec(1, new double[] {10, 7}, ""));
    assertEquals(4 + 10.0, back.apply(bar), TINY);
    bar.remove("a");
    assertThrows(IllegalArgumentException.class, () -> back.apply(bar));
    Shape big =
        HandedParametersBiggerDerivatives.pullback(new Circle(2), new Square(1, 2), 3).value();
    assertEquals(new Circle(2), big);
    var g =
        HandedParametersBiggerDerivatives.vjp(new Circle(0.5), new Square(2, 2), 2, new Circle(1));
    assertEquals(new Circle(0), g.a());
    assertEquals(new Square(2, 2), g.b());
    assertEquals(1.0, g.k(), TINY);
  }

  @Test
  void objectsBehindInterfacesAndOfTheirOwnClass() {
    assertEquals(
        List.of(new Circle(12), new Square(24, 4)),
        HandedParametersAreaDerivatives.gradient(List.of(new Circle(2), new Square(3, 4))));
    Node chain = HandedParametersChainDerivatives.gradient(new Node(1, new Node(2, null)));
    assertEquals(2.0, chain.v, TINY);
    assertEquals(16.0, chain.next.v, TINY);
    assertNull(chain.next.next);
    Node circle = new Node(1, new Node(2, null));
    circle.next.next = circle;
    assertThrows(
        IllegalArgumentException.class, () -> HandedParametersChainDerivatives.gradient(circle));
    Cubic cubic = new Cubic(2);
    var law = HandedParametersLawDerivatives.gradient(cubic, 3);
    assertEquals(81.0, ((Cubic) law.law()).a, TINY);
    assertEquals(162.0, law.x(), TINY);
    assertEquals(0, cubic.calls, "arguments are left as they are found");
    Linear linear = new Linear(2.0, 3, 'a', true, (byte) 1, (short) 2, 0.5f);
    assertEquals(
        new Linear(18.0, 3, 'a', true, (byte) 1, (short) 2, 4f),
        HandedParametersLawDerivatives.gradient(linear, 3).law());
    assertEquals(
        HandedParameters.law(linear, 3),
        HandedParametersLawDerivatives.valueAndGradient(linear, 3).value());
    assertThrows(
        IllegalArgumentException.class,
        () -> HandedParametersLawDerivatives.gradient(x -> x, 3),
        "its source isn't known");
    assertEquals(
        new Box<>(12.0, List.of(8.0, 6.0)),
        HandedParametersGenericDerivatives.gradient(new Box<>(2.0, List.of(3.0, 4.0))));
    Aside aside = new Aside(3, List.of(7.0), new Circle(8));
    assertEquals(
        new Aside(6, List.of(0.0), new Circle(0)),
        HandedParametersAsideDerivatives.gradient(aside),
        "what isn't read has cotangents of zero");
  }

  @Test
  void genericClassesOfOtherFiles() {
    FarGenerics.DataPart part = new FarGenerics.DataPart(new FarGenerics.Rows(2, 3, 4), 1);
    var g = HandedParametersFarDerivatives.gradient(new FarGenerics.Scaled(5), part, 7);
    assertEquals(new FarGenerics.Scaled(3 * 7 * 2), g.work());
    assertArrayEquals(new double[] {5 * 7 * 2, 0}, g.part().original.data, TINY);
  }

  @Test
  void nestedCollectionsAndNulls() {
    var k = new TreeMap<>(Map.of(5, List.of(new double[] {1, 2})));
    List<List<Double>> m = List.of(list(null, 3.0), List.of());
    var g = HandedParametersNestedDerivatives.gradient(m, k);
    assertEquals(List.of(list(null, 6.0), List.of()), g.m());
    assertArrayEquals(new double[] {5, 0}, g.k().get(5).get(0), TINY);
    assertThrows(
        NullPointerException.class, () -> HandedParametersReadDerivatives.gradient(null, list()));
    assertThrows(
        NullPointerException.class,
        () -> HandedParametersReadDerivatives.gradient(list((Double) null), list(1.0)));
  }

  @Test
  void whatTheMethodThrowsItsDerivativeThrows() {
    assertThrows(
        UnsupportedOperationException.class,
        () -> HandedParametersWrittenDerivatives.gradient(List.of(1.0), list(2.0)));
    assertThrows(
        UnsupportedOperationException.class,
        () -> HandedParametersPowersDerivatives.gradient(Arrays.asList(1.0, 2.0), 2));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> HandedParametersWrittenDerivatives.gradient(list(), list(2.0)));
    var linked =
        HandedParametersWrittenDerivatives.gradient(new LinkedList<>(list(1.0)), List.of(3.0));
    assertInstanceOf(LinkedList.class, linked.a());
    assertEquals(List.of(12.0), linked.b());
    assertThrows(
        IllegalArgumentException.class,
        () -> HandedParametersWrittenDerivatives.gradient(new Stack<>(), list(2.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> HandedParametersReadDerivatives.jvp(list(1.0), list(1.0), list(1.0, 2.0), list(1.0)),
        "a tangent of another size");
  }

  @Test
  void oneListTwice() {
    List<Double> l = list(3.0);
    var g = HandedParametersReadDerivatives.gradient(l, l);
    assertEquals(List.of(3.0), g.a());
    assertEquals(List.of(3.0), g.b());
    assertEquals(
        3.0 * 2 + 3.0 * 5,
        HandedParametersReadDerivatives.jvp(l, l, list(2.0), list(5.0)),
        TINY,
        "two inputs where the method only reads");
    assertThrows(
        IllegalArgumentException.class, () -> HandedParametersWrittenDerivatives.gradient(l, l));
    double[] row = {1, 2};
    assertThrows(
        IllegalArgumentException.class,
        () -> HandedParametersRowsDerivatives.gradient(List.of(row, row)));
  }

  @Test
  void mapsThatGrow() {
    HashMap<String, Double> m = new HashMap<>(Map.of("a", 1.0, "b", 2.0));
    var g = HandedParametersGrownDerivatives.valueAndGradient(m, 3);
    assertEquals(HandedParameters.grown(new HashMap<>(m), 3), g.value());
    assertEquals(Map.of("a", 0.0, "b", 3.0), g.gradient().m());
    assertEquals(Map.of("a", 1.0, "b", 2.0), m);
    assertThrows(
        UnsupportedOperationException.class,
        () -> HandedParametersGrownAndReadDerivatives.gradient(m, 3),
        "where the new key would be isn't known");
    LinkedHashMap<String, Double> linked = new LinkedHashMap<>(m);
    assertEquals(
        Map.of("a", 1.0, "b", 1.0),
        HandedParametersGrownAndReadDerivatives.gradient(linked, 3).m());
  }

  @Test
  void complexNumbersAndWhatIsBound() {
    List<Complex> g =
        HandedParametersComplexDerivatives.gradient(List.of(new Complex(1, 2), new Complex(3, 4)));
    assertEquals(Math.sqrt(5), g.get(0).re(), TINY);
    assertEquals(-2 * Math.sqrt(5), g.get(0).im(), TINY);
    var boxes =
        HandedParametersBoxedArrayDerivatives.gradient(
            new Double[] {2.0, null}, new double[][] {{3, 4}});
    assertArrayEquals(new Double[] {4.0, null}, boxes.b());
    assertArrayEquals(new double[] {0, 2}, boxes.rows()[0], TINY);
    List<Double> bound = List.of(5.0, 7.0);
    assertEquals(7.0, HandedParametersBoundDerivatives.gradient(bound, Map.of("i", "x"), 2));
  }
}
