package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The code around what is taken apart at run time: a graph of the known classes, and parts. */
final class ObjectGraph {
  private static final String GRAPH = "GRAPH";

  private final ObjectClass plan;

  /** The names of the parameters' parts, or empty ones. */
  private final List<String> parts = new ArrayList<>();

  /** The name of the result's parts. */
  final String made;

  private final String met;

  ObjectGraph(ObjectClass plan, List<String> params, Names names) {
    this.plan = plan;
    for (int i = 0; i < params.size(); i++) {
      boolean handed = plan.params().get(i).isHanded();
      parts.add(handed ? names.claim(params.get(i) + "Parts") : "");
    }
    this.made = names.claim("made");
    this.met = names.claim("met");
  }

  boolean isThere() {
    return plan.graph().isPresent();
  }

  boolean hasResult() {
    return plan.graph().filter(ObjectClass.Graph::ofResult).isPresent();
  }

  boolean has(int param) {
    return plan.params().get(param).isHanded();
  }

  /** The name of a parameter's parts. */
  String parts(int param) {
    return parts.get(param);
  }

  /** Takes the parameters apart. */
  CodeBlock taken(List<String> params) {
    CodeBlock.Builder out = CodeBlock.builder();
    boolean changes = plan.params().stream().anyMatch(ObjectClass.Parameter::isWritten);
    boolean handed = plan.params().stream().anyMatch(ObjectClass.Parameter::isHanded);
    if (!handed) {
      return out.build();
    }
    if (changes) {
      out.addStatement("$1T $2N = new $1T()", RunTime.GRAPH.nestedClass("Met"), met);
      for (int i = 0; i < params.size(); i++) {
        ObjectClass.Parameter param = plan.params().get(i);
        if (!param.isHanded() && param.type().isReference()) {
          out.addStatement("$N.with($N, $L)", met, params.get(i), param.isWritten());
        }
      }
    }
    for (int i = 0; i < params.size(); i++) {
      ObjectClass.Parameter param = plan.params().get(i);
      if (param.isHanded()) {
        out.addStatement(
            "$T $N = $L.taken($N, $L, $L)",
            RunTime.PARTS,
            parts.get(i),
            GRAPH,
            params.get(i),
            changes ? met : "null",
            param.isWritten());
      }
    }
    return out.build();
  }

  /** The arguments for a parameter. */
  List<CodeBlock> args(int param) {
    String name = parts.get(param);
    return List.of(
        CodeBlock.of("$N.numbers()", name),
        CodeBlock.of("$N.shape()", name),
        CodeBlock.of("$N.others()", name));
  }

  static CodeBlock numbers(CodeBlock like, CodeBlock dot, boolean cotangent) {
    return CodeBlock.of("$L.numbers($L, $L, $L)", GRAPH, like, dot, cotangent);
  }

  static CodeBlock made(CodeBlock like, CodeBlock numbers, boolean cotangent) {
    return CodeBlock.of("$L.made($L, $L, $L)", GRAPH, like, numbers, cotangent);
  }

  /** New parts for the result. */
  CodeBlock madeDeclared() {
    return hasResult()
        ? CodeBlock.builder().addStatement("$1T $2N = new $1T()", RunTime.PARTS, made).build()
        : CodeBlock.of("");
  }

  void addTo(TypeSpec.Builder type) {
    Optional<ObjectClass.Graph> graph = plan.graph();
    if (graph.isEmpty()) {
      return;
    }
    List<CodeBlock> kinds = new ArrayList<>();
    kinds.add(CodeBlock.of("$T.lookup()", MethodHandles.class));
    for (GraphKind kind : graph.get().kinds()) {
      TypeName name = JavaTypes.of(kind.type());
      List<CodeBlock> args = new ArrayList<>(List.of(CodeBlock.of("$T.class", name)));
      kind.fields().forEach(field -> args.add(CodeBlock.of("$S", field)));
      kinds.add(CodeBlock.of("$T.kind($L)", RunTime.GRAPH, CodeBlock.join(args, ", ")));
    }
    ClassName graphs = RunTime.GRAPH;
    type.addField(
        FieldSpec.builder(graphs, GRAPH, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What objects of run time are made of.\n")
            .initializer("new $T($L)", graphs, CodeBlock.join(kinds, ",$W"))
            .build());
  }
}
