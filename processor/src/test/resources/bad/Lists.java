package bad;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

class Lists {
  static final List<Double> WEIGHTS = new ArrayList<>(List.of(1.0, 2.0));

  @Differentiable
  static double unknown(double x) {
    List<Double> l = new ArrayList<>();
    l.add(x);
    return l.lastIndexOf(x) * x;
  }

  @Differentiable
  static double sorted(double x) {
    return DoubleStream.of(x, 2).summaryStatistics().getSum();
  }

  @Differentiable
  static double constant(double x) {
    return WEIGHTS.get(0) * x;
  }

  @Differentiable
  static double other(double x) {
    List<Double> l = new LinkedList<>();
    l.add(x);
    return l.get(0);
  }

  @Differentiable
  static double escapes(double x) {
    List<Double> l = new ArrayList<>();
    l.add(x);
    Collections.shuffle(l);
    return l.get(0);
  }

  @Differentiable
  static double equal(double x) {
    Double y = x;
    return Objects.equals(y, y) ? x : 0;
  }

  @Differentiable
  static double number(double x) {
    Number n = x;
    return n.doubleValue();
  }

  @Differentiable
  static double parallel(double[] x) {
    return Arrays.stream(x).parallel().sum();
  }
}

// error 19:12 'List.lastIndexOf' can't be differentiated: write a loop over an array, a list or a map, or call a method of your own that does the same [cotangent:library-class]
// error 24:12 'DoubleStream.summaryStatistics' can't be differentiated: write a loop over an array, a list or a map, or call a method of your own that does the same [cotangent:library-class]
// error 29:5 'List' can't be taken for a 'List' here, where objects are taken apart to be differentiated: make the object in the method itself, or pass its numbers in an array [cotangent:object-mixed]
// error 34:5 'LinkedList' can't be taken for a 'List' here, where objects are taken apart to be differentiated: make the object in the method itself, or pass its numbers in an array [cotangent:object-mixed]
// error 43:5 'Collections.shuffle' can't be given an object that this method makes or changes: pass it the numbers that it needs, or call it outside of the differentiable method [cotangent:object-escapes]
// error 55:5 'Double' can't be taken for a 'Number' here, where objects are taken apart to be differentiated: make the object in the method itself, or pass its numbers in an array [cotangent:object-mixed]
// error 56:12 nothing tells the derivative of 'Number.doubleValue': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 61:12 'DoubleStream.parallel' can't be differentiated: write a loop over an array, a list or a map, or call a method of your own that does the same [cotangent:library-class]
