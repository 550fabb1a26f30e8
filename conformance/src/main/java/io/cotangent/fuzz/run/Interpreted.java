package io.cotangent.fuzz.run;

import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.ProgramConstants;
import io.cotangent.fuzz.ast.ProgramPrinter;
import io.cotangent.fuzz.eval.Differentiator;
import io.cotangent.fuzz.eval.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that the interpreter differentiates. */
public record Interpreted(Program program) implements Specimen {
  @Override
  public long seed() {
    return program.seed();
  }

  @Override
  public String name() {
    return program.name();
  }

  /** Where a method with a record is batched, what its items are compared with. */
  @Override
  public String derivatives() {
    return program.takesRecord() ? "OfRecordDerivatives$Numbers" : "FDerivatives";
  }

  @Override
  public int order() {
    return program.order();
  }

  @Override
  public List<Integer> wrt() {
    return program.wrt();
  }

  @Override
  public List<String> parameters() {
    return program.main().params().stream().map(Method.Param::name).toList();
  }

  @Override
  public Map<String, String> files() {
    Map<String, String> sources = new LinkedHashMap<>();
    String constants = Program.PACKAGE + "." + ProgramConstants.OWNER;
    sources.put(constants, ProgramPrinter.constantsFile());
    ProgramPrinter.print(program)
        .forEach((name, text) -> sources.put(Program.PACKAGE + "." + name, text));
    return sources;
  }

  @Override
  public Map<String, String> twins() {
    return Map.of();
  }

  @Override
  public List<Class<?>> parameterTypes(ClassLoader loader) {
    List<Class<?>> types = new ArrayList<>();
    for (Method.Param p : program.main().params()) {
      types.add(Differentiator.javaClass(p.ty()));
    }
    return types;
  }

  @Override
  public Class<?> resultType(ClassLoader loader) {
    return Differentiator.javaClass(program.main().result());
  }

  @Override
  public Object[] arguments(Object[] point, ClassLoader loader) {
    return point;
  }

  @Override
  public Outcome outcome(
      Object[] args, int order, boolean assertions, int fuel, ClassLoader loader) {
    return Differentiator.run(program, args, order, assertions, fuel);
  }

  @Override
  public int directions(Object[] args) {
    return Differentiator.directions(program, args);
  }
}
