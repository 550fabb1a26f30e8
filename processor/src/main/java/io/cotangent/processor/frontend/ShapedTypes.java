package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives references to objects whose source is known their {@link Type.Struct}: only once everything
 * is lowered is it known which classes these are.
 */
final class ShapedTypes extends Rewriter {
  private final Map<String, ClassShape> all;
  private final Map<String, String> names = new HashMap<>();
  private final Map<Var, Var> vars = new HashMap<>();

  ShapedTypes(Shapes shapes) {
    this.all = shapes.all();
    Set<String> taken = new HashSet<>();
    for (ClassShape shape : all.values()) {
      String stem = shape.simpleName().replaceFirst("^[0-9]+", "") + "State";
      String name = stem;
      for (int i = 2; !taken.add(name); i++) {
        name = stem + i;
      }
      names.put(shape.name(), name);
    }
  }

  LoweredProgram apply(
      FunctionId entry,
      Map<FunctionId, Lowered> functions,
      RuleLowering ruled,
      List<Lifted> lifted,
      Handed handed) {
    Map<FunctionId, Lowered> shaped = new LinkedHashMap<>();
    functions.forEach(
        (id, lowered) -> shaped.put(id, ruled.calls().contains(id) ? lowered : lowered(lowered)));
    Map<String, ClassShape> typed = new LinkedHashMap<>();
    all.values().stream().map(this::shape).forEach(shape -> typed.put(shape.name(), shape));
    return new LoweredProgram(
        entry,
        shaped,
        typed,
        ruled.rules(),
        ruled.order(),
        ruled.companions(),
        lifted,
        handed(handed));
  }

  private Handed handed(Handed handed) {
    return new Handed(
        handed.classes().stream().map(this::name).toList(),
        handed.arrays().stream().map(array -> (Type.Array) type(array)).toList());
  }

  private Lowered lowered(Lowered lowered) {
    return new Lowered(function(lowered.function()), lowered.problems(), lowered.original());
  }

  private Function function(Function f) {
    return new Function(
        f.id(),
        f.name(),
        f.params().stream().map(this::var).toList(),
        f.results().stream().map(this::var).toList(),
        block(f.body()));
  }

  private ClassShape shape(ClassShape shape) {
    List<ClassShape.Field> fields =
        shape.fields().stream()
            .map(f -> new ClassShape.Field(f.name(), type(f.type()), f.isAccessible()))
            .toList();
    return new ClassShape(
        name(shape.name()),
        shape.source(),
        shape.kind(),
        shape.isAccessible(),
        shape.isAbstract(),
        shape.parent().map(this::name),
        shape.interfaces().stream().filter(all::containsKey).map(this::name).toList(),
        fields);
  }

  private Type type(Type type) {
    if (type instanceof Type.Array array) {
      return Type.arrayOf(type(array.element()));
    }
    boolean shaped =
        type instanceof Type.Struct || (type instanceof Type.Ref r && all.containsKey(r.name()));
    return shaped ? new Type.Struct(name(type.toString())) : type;
  }

  private String name(String source) {
    return java.util.Objects.requireNonNull(names.get(source));
  }

  @Override
  public Var var(Var var) {
    Type type = type(var.type());
    return type.equals(var.type()) ? var : vars.computeIfAbsent(var, v -> new Var(v.name(), type));
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read x) {
      return var(x.var()).read();
    } else if (e instanceof Expr.Const x) {
      return new Expr.Const(x.value(), type(x.type()));
    } else if (e instanceof Expr.Cast x) {
      Expr operand = expr(x.operand());
      Type type = type(x.type());
      return operand.type().equals(type) ? operand : new Expr.Cast(type, operand);
    } else if (e instanceof Expr.Field x) {
      return new Expr.Field(expr(x.receiver()), x.name(), type(x.type()));
    } else if (e instanceof Expr.NewStruct x) {
      return new Expr.NewStruct((Type.Struct) type(x.type()), x.isShadow());
    } else if (e instanceof Expr.NewArray x) {
      return new Expr.NewArray((Type.Array) type(x.type()), exprs(x.dimensions()));
    } else if (e instanceof Expr.InstanceOf x) {
      return new Expr.InstanceOf(expr(x.operand()), type(x.tested()));
    } else if (e instanceof Expr.Apply x) {
      return new Expr.Apply(x.op(), exprs(x.args()), type(x.type()));
    } else if (e instanceof Expr.Invoke x) {
      return new Expr.Invoke(
          x.invocation(), x.owner(), x.name(), exprs(x.args()), type(x.type()), x.span());
    }
    return super.expr(e);
  }
}
