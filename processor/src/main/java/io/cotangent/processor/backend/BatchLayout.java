package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names and types that all methods of a generated class of batched operations agree on. */
final class BatchLayout {
  /** What is run for each item. */
  final BatchItem item;

  final String simpleName;
  private final List<Integer> over;

  final ClassName type;
  final ClassName gradient;

  /** Per parameter the names of itself, its tangent and its cotangent. */
  final List<String> params;

  final List<String> dots = new ArrayList<>();
  final List<String> bars = new ArrayList<>();

  final String device;
  final String n;
  final String out;
  final String outDot;
  final String cotangent;

  private final Set<String> publicNames = new HashSet<>();

  BatchLayout(BatchItem item, String simpleName, List<Integer> over) {
    this.item = item;
    this.simpleName = simpleName;
    this.over = List.copyOf(over);
    type = ClassName.get(item.type().packageName(), simpleName);
    gradient = type.nestedClass("Gradient");
    params = item.names();
    Names names = new Names(Set.of(), Set.of());
    params.forEach(names::claim);
    params.forEach(name -> dots.add(names.claim(name + "Dot")));
    params.forEach(name -> bars.add(names.claim(name + "Bar")));
    device = names.fresh("device");
    n = names.fresh("n");
    out = names.fresh("out");
    outDot = names.fresh("outDot");
    cotangent = names.fresh("cotangent");
    publicNames.addAll(params);
    publicNames.addAll(dots);
    publicNames.addAll(bars);
    publicNames.addAll(List.of(device, n, out, outDot, cotangent));
  }

  /** Names for the locals of one method, which keep clear of all parameters. */
  Names locals() {
    Set<String> reserved = new HashSet<>(publicNames);
    reserved.addAll(Set.of("Trees", "Batches", "Operation", "System", "io"));
    return new Names(reserved, Set.of());
  }

  List<Integer> over() {
    return over;
  }

  boolean isBatched(int param) {
    return over.contains(param);
  }

  boolean isArray(int param) {
    return item.paramType(param).isArray();
  }

  /** The type of a parameter, its tangent and its cotangent. */
  TypeName paramType(int param) {
    return isBatched(param) ? batched(item.paramType(param)) : JavaTypes.of(item.paramType(param));
  }

  /** The type of the results of all items. */
  TypeName outType() {
    return batched(item.resultType());
  }

  private static TypeName batched(Type type) {
    return ArrayTypeName.of(JavaTypes.of(type.leaf()));
  }

  List<Integer> wrt() {
    return item.wrt();
  }

  /** The wrt parameters whose cotangents are arrays of the caller's. */
  List<Integer> withBars() {
    return wrt().stream().filter(i -> isBatched(i) || isArray(i)).toList();
  }

  /** The wrt parameters whose cotangents are returned: shared scalars. */
  List<Integer> returned() {
    return wrt().stream().filter(i -> !isBatched(i) && !isArray(i)).toList();
  }

  /** The wrt parameters that are shared arrays. */
  List<Integer> sharedArrays() {
    return wrt().stream().filter(i -> !isBatched(i) && isArray(i)).toList();
  }

  /** The type of the gradient by the shared scalars. */
  TypeName gradientType() {
    List<Integer> returned = returned();
    return switch (returned.size()) {
      case 0 -> TypeName.VOID;
      case 1 -> JavaTypes.of(item.paramType(returned.get(0)));
      default -> gradient;
    };
  }

  /** The name of a wrt parameter's component in the gradient. */
  String component(int param) {
    return item.components().get(wrt().indexOf(param));
  }

  /** The shared scalars' sums as the value to return; {@code sums} holds them first, in order. */
  CodeBlock gradientOf(String sums) {
    List<Integer> returned = returned();
    List<CodeBlock> parts = new ArrayList<>();
    for (int i = 0; i < returned.size(); i++) {
      boolean isFloat = item.paramType(returned.get(i)) == Type.FLOAT;
      parts.add(CodeBlock.of(isFloat ? "(float) $N[$L]" : "$N[$L]", sums, i));
    }
    return parts.size() == 1
        ? parts.get(0)
        : CodeBlock.of("new $T($L)", gradient, CodeBlock.join(parts, ",$W"));
  }
}
