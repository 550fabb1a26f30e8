package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import java.util.List;
import spoon.reflect.declaration.CtExecutable;

/** Takes what a method calls and makes, and gives its identity in the program. */
interface Callees {

  /** A method or constructor that is called as it is declared. */
  FunctionId direct(CtExecutable<?> declaration);

  /** A method that the receiver's run-time class chooses. */
  FunctionId virtual(VirtualMethod method);

  /** A method whose derivative is declared, called at {@code span}. */
  FunctionId ruled(DeclaredRules.Rule rule, Span span);

  /** A method of a generated class that gives a solution. */
  FunctionId solved(SolutionCall call);

  /** How often what is lowered will be differentiated. */
  int order();

  /** What the methods say about their derivatives. */
  Hints hints();

  /** A derivative of a method that its generated class gives. */
  FunctionId derived(Composed method, DerivativeForm form, Span span);

  /** The body of a lambda, which has been lowered already, and the class of the lambda's object. */
  void lowered(Lowered function, ClassShape shape);

  /** The methods of objects of a class that no source declares, each written when asked for. */
  void implemented(ClassShape shape, VirtualMethods.Writer methods);

  /** The full name of the class that the next lambda gets which is handed to an operation. */
  String nextLifted();

  /** A lambda that is handed to an operation of the runtime. */
  void lifted(Lowered function, Lifted lifted);

  /** The class of the weighted sum of what a lambda gives that was handed to an operation. */
  Lifted summed(Lifted lifted);

  /** Objects of this class are made. */
  void created(ClassShape shape);

  /**
   * A method as its callers see it.
   *
   * @param owner the class or interface that declares it
   * @param params the erased types of its parameters
   * @param accessible whether the generated class can call it
   */
  record VirtualMethod(
      String owner, String name, List<Type> params, Type result, boolean accessible) {
    public VirtualMethod {
      params = List.copyOf(params);
    }

    FunctionId id() {
      return new FunctionId("virtual " + owner + "#" + name + params);
    }
  }
}
