package io.cotangent.fuzz.run;

import io.cotangent.fuzz.eval.Outcome;
import java.util.List;
import java.util.Map;

/** A random program as the tester sees it: its files, its method, and what its derivatives are. */
public interface Specimen {
  /** The seed that produced it. */
  long seed();

  /** The simple name of its class, whose method {@code f} is differentiated. */
  String name();

  /** What the name of the class with its derivatives has after that of its class. */
  default String derivatives() {
    return "FDerivatives";
  }

  /** 1 or 2. */
  int order();

  /** The indices of the parameters to differentiate with respect to, ascending. */
  List<Integer> wrt();

  /** The parameters' names. */
  List<String> parameters();

  /** Its source files by qualified name. */
  Map<String, String> files();

  /** Source files that are compiled without the processor, to differentiate it independently. */
  Map<String, String> twins();

  /** The parameters' classes. */
  List<Class<?>> parameterTypes(ClassLoader loader);

  /** The result's class. */
  Class<?> resultType(ClassLoader loader);

  /** A point's arguments as objects of the program's own classes. */
  Object[] arguments(Object[] point, ClassLoader loader);

  /**
   * What the independent differentiator finds.
   *
   * @param order 0 for the value alone, 1 for the Jacobian, 2 for second derivatives too
   * @param fuel the most steps it may take, where it counts them
   */
  Outcome outcome(Object[] args, int order, boolean assertions, int fuel, ClassLoader loader);

  /** The number of entries that are differentiated. */
  default int directions(Object[] args) {
    int count = 0;
    for (int i : wrt()) {
      count += Data.flat(args[i]).length;
    }
    return count;
  }
}
