package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.check.GradientCheck;
import io.cotangent.conformance.ObjectParameters.Body;
import io.cotangent.conformance.ObjectParameters.Line;
import io.cotangent.conformance.ObjectParameters.Model;
import io.cotangent.conformance.ObjectParameters.Pair;
import io.cotangent.conformance.ObjectParameters.Pool;
import org.junit.jupiter.api.Test;

/** Derivatives with respect to objects have the objects' own classes. */
class ObjectParametersTest {
  private static final Line LINE = new Line(new Pair(1, 2), new Pair(4, 6), 3);
  private static final double TINY = 1e-12;

  @Test
  void recordsOfRecords() {
    var both = ObjectParametersLengthDerivatives.valueAndGradient(LINE, 2.0);
    assertEquals(ObjectParameters.length(LINE, 2.0), both.value());
    Line line = both.gradient().line();
    assertEquals(-3.6, line.from().x(), TINY);
    assertEquals(4.8, line.to().y(), TINY);
    assertEquals(3, line.kind(), "what carries no derivative is the object's own");
    assertEquals(15.0, both.gradient().s(), TINY);
    Line direction = new Line(new Pair(1, 0), new Pair(0, 1), 9);
    assertEquals(8.7, ObjectParametersLengthDerivatives.jvp(LINE, 2.0, direction, 0.5), TINY);
    assertEquals(both.gradient(), ObjectParametersLengthDerivatives.pullback(LINE, 2.0).apply(1.0));
  }

  @Test
  void objectsThatCarryNothingStayTheUsersOwn() {
    var both = ObjectParametersBesideDerivatives.valueAndGradient(new Pair(7, 8), LINE);
    assertEquals(7.0, both.value());
    assertEquals(new Line(new Pair(0, 0), new Pair(0, 0), 3), both.gradient());
  }

  @Test
  void finiteDifferencesAgree() {
    GradientCheck.check(
        ObjectParametersLengthDerivatives.function(LINE, 2.0), new double[] {1, 2, 4, 6, 2});
    Model model = new Model(new double[] {1, 2}, 0.5, "net");
    GradientCheck.check(
        ObjectParametersPredictDerivatives.function(model, new double[] {0.1, 0.2}),
        new double[] {1, 2, 0.5, 0.1, 0.2});
    GradientCheck.check(
        ObjectParametersBodyEnergyDerivatives.function(new Body(0.5, 1, 2), 0.1),
        new double[] {0.5, 1, 2, 0.1});
    GradientCheck.check(
        ObjectParametersRotateDerivatives.function(new Pair(1, 2), 0.3), new double[] {1, 2, 0.3});
    GradientCheck.check(
        ObjectParametersMovedDerivatives.function(new Pool(1, new double[] {2, 3}), 0.5),
        new double[] {1, 2, 3, 0.5});
  }

  @Test
  void aWorkspaceGivesTheSame() {
    var ws = new ObjectParametersLengthDerivatives.Workspace();
    double value = ObjectParametersLengthDerivatives.valueAndGradient(LINE, 2.0, ws);
    var plain = ObjectParametersLengthDerivatives.valueAndGradient(LINE, 2.0);
    assertEquals(plain.value(), value);
    assertEquals(plain.gradient().line(), ws.line());
    assertEquals(plain.gradient().s(), ws.s());
  }

  @Test
  void theReceiverComesFirstAndStaysAsItWas() {
    Body body = new Body(0.5, 1, 2);
    var gradient = ObjectParametersBodyEnergyDerivatives.gradient(body, 0.1);
    double e = 1e-6;
    double byQ =
        (new Body(0.5 + e, 1, 2).energy(0.1) - new Body(0.5 - e, 1, 2).energy(0.1)) / (2 * e);
    double byM =
        (new Body(0.5, 1, 2 + e).energy(0.1) - new Body(0.5, 1, 2 - e).energy(0.1)) / (2 * e);
    assertEquals(byQ, gradient.self().q(), 1e-8);
    assertEquals(byM, gradient.self().m(), 1e-8);
    assertEquals(0.5, body.q());
    assertEquals(0, body.steps);
    assertEquals(3.0, ObjectParametersBodyPassiveDerivatives.gradient(body, 3));
  }

  @Test
  void aFunctionMayCaptureAnObjectThatCarriesNothing() {
    assertEquals(12.0, ObjectParametersCapturedDerivatives.gradient(2, new Pair(3, 1)));
    assertEquals(12.0, ObjectParametersCapturedDerivatives.jvp(2, new Pair(3, 1), 1));
  }

  @Test
  void arraysOfNumbersAndOtherParts() {
    Model model = new Model(new double[] {1, 2}, 0.5, "net");
    var gradient = ObjectParametersPredictDerivatives.gradient(model, new double[] {0.1, 0.2});
    double slope = 1 - Math.tanh(1.0) * Math.tanh(1.0);
    assertArrayEquals(new double[] {0.1 * slope, 0.2 * slope}, gradient.model().w(), TINY);
    assertSame("net", gradient.model().name());
  }

  @Test
  void resultsThatAreObjects() {
    Pair p = new Pair(1, 2);
    Pair value = ObjectParameters.rotate(p, 0.3);
    var both = ObjectParametersRotateDerivatives.valueAndJvp(p, 0.3, new Pair(0, 0), 1);
    assertEquals(value, both.value());
    assertEquals(-value.y(), both.tangent().x(), TINY);
    Pair seed = new Pair(0.4, -0.7);
    var cotangents = ObjectParametersRotateDerivatives.vjp(p, 0.3, seed);
    assertEquals(
        seed.x() * both.tangent().x() + seed.y() * both.tangent().y(), cotangents.a(), TINY);
    Pool pool = new Pool(1, new double[] {2, 3});
    var moved =
        ObjectParametersMovedDerivatives.valueAndJvp(
            pool, 0.5, new Pool(0, new double[] {1, 1}), 0);
    assertEquals(4.0, moved.value().p);
    assertArrayEquals(new double[] {1, 3}, moved.value().q());
    assertEquals(2.0, moved.tangent().p);
    assertArrayEquals(new double[] {0.5, 1}, moved.tangent().q());
    assertArrayEquals(new double[] {2, 3}, pool.q());
  }

  @Test
  void oneObjectTwiceIsRefusedWhereItIsChanged() {
    Body body = new Body(0.5, 1, 2);
    assertThrows(
        IllegalArgumentException.class, () -> ObjectParametersBothDerivatives.gradient(body, body));
    assertEquals(
        2.0 + 2 * 3.0,
        ObjectParametersBothDerivatives.gradient(new Body(0, 2, 1), new Body(0, 3, 1)).b().v);
  }
}
