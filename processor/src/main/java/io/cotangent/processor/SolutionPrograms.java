package io.cotangent.processor;

import io.cotangent.processor.frontend.Lowered;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Original;
import io.cotangent.processor.implicit.Slope;
import io.cotangent.processor.implicit.Weighted;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs around others: of a slope, of weighted results, of functions that call them. */
final class SolutionPrograms {
  private SolutionPrograms() {}

  /** The program of a slope, made of another. */
  static LoweredProgram lowered(Program program, LoweredProgram from) {
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    program.functions().forEach((id, f) -> functions.put(id, ours(f)));
    return new LoweredProgram(Slope.ID, functions, from.shapes(), program.rules(), from.order());
  }

  private static Lowered ours(Function function) {
    return new Lowered(function, List.of(), new Original("", function.name(), false, true));
  }

  /** The sum of the entries of a program's result times weights. */
  static LoweredProgram weighted(LoweredProgram program) {
    return with(Weighted.of(program.get(program.entry()).function()), List.of(program));
  }

  /** The program of a function that calls those of other programs. */
  static LoweredProgram with(Function entry, List<LoweredProgram> programs) {
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    functions.put(entry.id(), ours(entry));
    programs.forEach(program -> program.functions().forEach(functions::putIfAbsent));
    Map<String, ClassShape> shapes = new LinkedHashMap<>();
    programs.forEach(program -> shapes.putAll(program.shapes()));
    Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
    programs.forEach(program -> rules.putAll(program.rules()));
    return new LoweredProgram(entry.id(), functions, shapes, rules, programs.get(0).order());
  }
}
