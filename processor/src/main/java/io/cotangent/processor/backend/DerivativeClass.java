package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a generated class of derivatives holds.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its name
 * @param isPublic whether it is public
 * @param sourceClass canonical name of the class with the differentiated method
 * @param sourceMethod that method's name
 * @param sourceAccessible whether the generated class can call the method: it is not private
 * @param hasReceiver whether the method is an instance method; its first parameter is then the
 *     receiver
 * @param params the method's parameters
 * @param resultType the method's result: {@code double}, {@code float} or an array of these
 * @param wrt indices of the parameters to differentiate with respect to, ascending
 * @param order 2 where there are second derivatives, else 1
 * @param forms the functions that compute the derivatives
 * @param inverse what inverse mode consists of, where it is asked for
 * @param helpers the functions that those call; what none of them reaches is not written
 * @param taped the functions that take a workspace
 * @param exceptions canonical names of the checked exceptions that the method declares
 * @param shapes what the objects hold that the functions take apart, by name
 * @param solved whether it is the map that a solver iterates, with products that allocate nothing
 */
public record DerivativeClass(
    String packageName,
    String simpleName,
    boolean isPublic,
    String sourceClass,
    String sourceMethod,
    boolean sourceAccessible,
    boolean hasReceiver,
    List<Parameter> params,
    Type resultType,
    List<Integer> wrt,
    int order,
    Forms forms,
    Optional<InverseForms> inverse,
    List<Function> helpers,
    Set<FunctionId> taped,
    List<String> exceptions,
    Map<String, ClassShape> shapes,
    boolean solved) {

  /** Copies the lists. */
  public DerivativeClass {
    params = List.copyOf(params);
    wrt = List.copyOf(wrt);
    helpers = List.copyOf(helpers);
    taped = Set.copyOf(taped);
    exceptions = List.copyOf(exceptions);
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
  }

  /** The same as the map that a solver iterates. */
  public DerivativeClass ofSolver() {
    return new DerivativeClass(
        packageName,
        simpleName,
        isPublic,
        sourceClass,
        sourceMethod,
        sourceAccessible,
        hasReceiver,
        params,
        resultType,
        wrt,
        order,
        forms,
        inverse,
        helpers,
        taped,
        exceptions,
        shapes,
        true);
  }

  /** Whether products with vectors are written that allocate nothing. */
  boolean hasProducts() {
    return isSolver() && resultType.isArray();
  }

  /** Whether solvers run it, in every iteration. */
  boolean isSolver() {
    return solved;
  }

  /** The class's name; a nested one's own name stands behind its outer class's and a dot. */
  ClassName className() {
    String[] names = simpleName.split("\\.");
    return ClassName.get(packageName, names[0], Arrays.copyOfRange(names, 1, names.length));
  }

  /**
   * A parameter of the differentiated method.
   *
   * @param written whether the method may write to this array, or to one that may be the same
   * @param updated whether the method returns nothing and writes to this array itself
   */
  public record Parameter(String name, Type type, boolean written, boolean updated) {
    /** A parameter of a method with a result. */
    public Parameter(String name, Type type, boolean written) {
      this(name, type, written, false);
    }
  }

  /**
   * The functions that compute the derivatives.
   *
   * @param jvp value and tangent; not taped
   * @param recorded the value; leaves on the tape what {@code replay} needs
   * @param replay the tangent, after {@code recorded}, any number of times
   * @param reverse value and cotangents in one go
   * @param augmented the value; leaves on the tape what {@code pullback} needs
   * @param pullback cotangents, after {@code augmented}
   * @param vjp as {@code reverse}, for an array's cotangent of a shape that is still to be checked;
   *     null where the method gives a number or nothing
   * @param rows the Jacobian's rows, where that is a function of its own; not taped
   * @param reverseTangent the tangent of {@code reverse}, where there are second derivatives
   */
  public record Forms(
      Entry jvp,
      Entry recorded,
      Entry replay,
      Entry reverse,
      Entry augmented,
      Entry pullback,
      @Nullable Entry vjp,
      @Nullable Entry rows,
      @Nullable Entry reverseTangent) {

    /** What users call for value and cotangents in one go. */
    Entry sweep() {
      return vjp == null ? reverse : vjp;
    }
  }

  /**
   * The functions of inverse mode.
   *
   * @param steps the program step by step; none where only its whole Jacobian can be inverted
   */
  public record InverseForms(Optional<Steps> steps) {
    /** All of the forms. */
    public Stream<Entry> entries() {
      return steps.stream()
          .flatMap(
              s ->
                  Stream.concat(
                      Stream.of(s.transposed(), s.plain(), s.logarithm()), s.inverse().stream()));
    }

    /** Each form replaced by another. */
    public InverseForms with(UnaryOperator<Entry> change) {
      return new InverseForms(
          steps.map(
              s ->
                  new Steps(
                      change.apply(s.transposed()),
                      change.apply(s.plain()),
                      change.apply(s.logarithm()),
                      s.inverse().map(change))));
    }
  }

  /**
   * The inverse of the Jacobian as a product of the inverses of steps.
   *
   * @param transposed its transpose times cotangents of the parameters
   * @param plain the reverse form of {@code transposed}
   * @param logarithm the logarithm of the Jacobian's determinant
   * @param inverse the inverse function, where every step has one
   */
  public record Steps(Entry transposed, Entry plain, Entry logarithm, Optional<Entry> inverse) {}

  /** A function with what its parameters and results mean. */
  public record Entry(Function function, List<Role> paramRoles, List<Role> resultRoles) {
    /** Copies the lists and checks that each parameter and result has a role. */
    public Entry {
      paramRoles = List.copyOf(paramRoles);
      resultRoles = List.copyOf(resultRoles);
      if (paramRoles.size() != function.params().size()
          || resultRoles.size() != function.results().size()) {
        throw new IllegalArgumentException("roles don't fit function " + function.id());
      }
    }

    /** Whether there is a parameter of this role. */
    boolean takes(Kind kind, int param) {
      return paramRoles.contains(new Role(kind, param));
    }
  }

  /**
   * What a parameter or result of a form means.
   *
   * @param param index of the method's parameter that it belongs to, or -1
   */
  public record Role(Kind kind, int param) {
    /** A role that belongs to no parameter. */
    public static Role of(Kind kind) {
      return new Role(kind, -1);
    }
  }

  /** The kinds of roles; the first four belong to a parameter. */
  public enum Kind {
    PRIMAL,
    TANGENT,
    ADJOINT,
    ADJOINT_TANGENT,
    VALUE,
    VALUE_TANGENT,
    SEED,
    SEED_TANGENT
  }
}
