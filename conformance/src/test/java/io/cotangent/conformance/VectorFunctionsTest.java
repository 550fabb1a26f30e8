package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.batch.Device;
import io.cotangent.runtime.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Functions of a batch are those of Java: to the bit in plain Java, within two units in the last
 * place where vectors compute them, over arguments of every size, odd ones and their neighbours.
 */
class VectorFunctionsTest {
  private static final int RANDOM = 60_000;
  private static final double[] ODD = {
    0.0,
    Double.MIN_VALUE,
    4e-320,
    Double.MIN_NORMAL,
    1e-300,
    1e-160,
    1e-20,
    1e-8,
    0.25,
    0.5,
    1,
    1.5,
    2,
    3,
    Math.PI / 4,
    Math.PI / 2,
    Math.PI,
    10,
    22,
    38.6,
    38.7,
    100,
    709,
    709.78,
    710,
    745,
    746,
    1e5,
    1e8,
    1e16,
    1e22,
    1e100,
    1e154,
    1e300,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  /** A batch's values. */
  private interface One {
    void value(Device device, int n, double[] x, double[] out);
  }

  /** The same of two arguments. */
  private interface Two {
    void value(Device device, int n, double[] x, double[] y, double[] out);
  }

  @TestFactory
  Stream<DynamicTest> functionsAreJavas() {
    return Stream.of(
        one("sin", VectorFunctions::sin, VectorFunctionsSinBatch::value),
        one("cos", VectorFunctions::cos, VectorFunctionsCosBatch::value),
        one("tan", VectorFunctions::tan, VectorFunctionsTanBatch::value),
        one("asin", VectorFunctions::asin, VectorFunctionsAsinBatch::value),
        one("acos", VectorFunctions::acos, VectorFunctionsAcosBatch::value),
        one("atan", VectorFunctions::atan, VectorFunctionsAtanBatch::value),
        one("sinh", VectorFunctions::sinh, VectorFunctionsSinhBatch::value),
        one("cosh", VectorFunctions::cosh, VectorFunctionsCoshBatch::value),
        one("tanh", VectorFunctions::tanh, VectorFunctionsTanhBatch::value),
        one("exp", VectorFunctions::exp, VectorFunctionsExpBatch::value),
        one("expm1", VectorFunctions::expm1, VectorFunctionsExpm1Batch::value),
        one("log", VectorFunctions::log, VectorFunctionsLogBatch::value),
        one("log10", VectorFunctions::log10, VectorFunctionsLog10Batch::value),
        one("log1p", VectorFunctions::log1p, VectorFunctionsLog1pBatch::value),
        one("cbrt", VectorFunctions::cbrt, VectorFunctionsCbrtBatch::value),
        one("sqrt", VectorFunctions::sqrt, VectorFunctionsSqrtBatch::value, 0),
        one("abs", VectorFunctions::abs, VectorFunctionsAbsBatch::value, 0),
        one("normalCdf", VectorFunctions::normalCdf, VectorFunctionsNormalCdfBatch::value, 4),
        one("normalPdf", VectorFunctions::normalPdf, VectorFunctionsNormalPdfBatch::value, 4),
        two("atan2", VectorFunctions::atan2, VectorFunctionsAtan2Batch::value),
        two("hypot", VectorFunctions::hypot, VectorFunctionsHypotBatch::value),
        two("pow", VectorFunctions::pow, VectorFunctionsPowBatch::value),
        two("max", VectorFunctions::max, VectorFunctionsMaxBatch::value, 0),
        two("min", VectorFunctions::min, VectorFunctionsMinBatch::value, 0));
  }

  /** Where there are vectors, they are what is tested. */
  @Test
  void vectorsAreWritten() throws ClassNotFoundException {
    if (Lanes.VECTORS) {
      Class.forName(VectorFunctionsSinBatch.class.getName() + "Vectors");
    }
  }

  private static DynamicTest one(String name, DoubleUnaryOperator java, One batch) {
    return one(name, java, batch, 2);
  }

  private static DynamicTest one(String name, DoubleUnaryOperator java, One batch, int ulps) {
    return dynamicTest(
        name,
        () -> {
          double[] x = whole(arguments(7));
          double[] out = new double[x.length];
          long before = Lanes.givenUp();
          batch.value(Device.sequential(), x.length, x, out);
          assertEquals(before, Lanes.givenUp());
          for (int i = 0; i < x.length; i++) {
            check(name + "(" + x[i] + ")", java.applyAsDouble(x[i]), out[i], ulps);
          }
        });
  }

  private static DynamicTest two(String name, DoubleBinaryOperator java, Two batch) {
    return two(name, java, batch, 2);
  }

  private static DynamicTest two(String name, DoubleBinaryOperator java, Two batch, int ulps) {
    return dynamicTest(
        name,
        () -> {
          List<Double> first = new ArrayList<>();
          List<Double> second = new ArrayList<>();
          for (double a : odd()) {
            for (double b : odd()) {
              first.add(a);
              second.add(b);
            }
          }
          first.addAll(arguments(11));
          List<Double> others = arguments(13);
          second.addAll(others.subList(1000, others.size()));
          second.addAll(others.subList(0, 1000));
          double[] x = whole(first);
          double[] y = whole(second);
          double[] out = new double[x.length];
          batch.value(Device.sequential(), x.length, x, y, out);
          for (int i = 0; i < x.length; i++) {
            String call = name + "(" + x[i] + ", " + y[i] + ")";
            check(call, java.applyAsDouble(x[i], y[i]), out[i], ulps);
          }
        });
  }

  /** Arguments as many as a multiple of the block's size, so that none is done alone. */
  private static double[] whole(List<Double> arguments) {
    double[] all = new double[arguments.size() / Lanes.BLOCK * Lanes.BLOCK];
    assertTrue(all.length > RANDOM);
    for (int i = 0; i < all.length; i++) {
      all[i] = arguments.get(i);
    }
    return all;
  }

  private static List<Double> odd() {
    List<Double> odd = new ArrayList<>();
    for (double x : ODD) {
      for (double near : new double[] {x, Math.nextUp(x), Math.nextDown(x)}) {
        odd.add(near);
        odd.add(-near);
      }
    }
    return odd;
  }

  private static List<Double> arguments(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> all = odd();
    for (int i = 0; i < RANDOM; i++) {
      all.add(
          switch (i % 6) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextDouble(-2, 2);
            case 2 -> random.nextDouble(-40, 40);
            case 3 -> random.nextDouble(-800, 800);
            case 4 -> Math.scalb(random.nextDouble(-1, 1), -random.nextInt(60));
            default -> 1 + Math.scalb(random.nextDouble(-1, 1), -random.nextInt(50));
          });
    }
    return all;
  }

  private static void check(String call, double want, double got, int ulps) {
    int allowed = Lanes.VECTORS ? ulps : 0;
    boolean same = Double.compare(want, got) == 0;
    boolean close = want != 0 && Math.abs(want - got) <= allowed * Math.ulp(want);
    if (!same && !close) {
      fail(call + " is " + got + ", should be " + want);
    }
  }
}
