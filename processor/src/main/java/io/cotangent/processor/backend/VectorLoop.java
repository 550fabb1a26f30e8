package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.backend.VectorExpressions.NoVector;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A stretch of statements for all items of a block, several items at a time. */
final class VectorLoop {
  private final Compiled compiled;
  private final Names names;
  private final Set<Var> vectors = new HashSet<>();
  private final VectorExpressions expressions;
  private final CodeBlock.Builder out = CodeBlock.builder();
  private final Stmt.Counted loop;

  /** The sums over the items. */
  private final Set<Var> sums = new HashSet<>();

  private VectorLoop(Compiled compiled) {
    this.compiled = compiled;
    Function function = compiled.function();
    Identifiers identifiers = Identifiers.of(function);
    Set<String> reserved = new HashSet<>(identifiers.hidden());
    reserved.addAll(Set.of("S", "DoubleVector", "VectorMask", "VectorOperators"));
    names = new Names(reserved, identifiers.variables());
    loop =
        function.body().stmts().stream()
            .filter(Stmt.Counted.class::isInstance)
            .map(Stmt.Counted.class::cast)
            .findFirst()
            .orElseThrow(NoVector::new);
    for (Stmt s : function.body().stmts()) {
      if (s instanceof Stmt.Declare d) {
        sums.add(d.var());
      }
    }
    vectors.addAll(sums);
    expressions = new VectorExpressions(names, loop.index(), vectors);
    boolean more = true;
    while (more) {
      int before = vectors.size();
      Walk.statements(loop.body(), this::find);
      more = vectors.size() > before;
    }
  }

  private void find(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      if (d.var().type() == Type.DOUBLE || d.var().type() == Type.BOOLEAN) {
        vectors.add(d.var());
      } else if (expressions.differs(d.init())) {
        throw new NoVector();
      }
    } else if (s instanceof Stmt.Assign a && !vectors.contains(a.var())) {
      throw new NoVector();
    }
  }

  /**
   * The method, if there is one.
   *
   * @param helpers takes the names of the helpers that it needs
   */
  static @Nullable MethodSpec of(Compiled compiled, Set<String> helpers) {
    try {
      VectorLoop loop = new VectorLoop(compiled);
      MethodSpec method = loop.method();
      helpers.addAll(loop.expressions.helpers);
      return method;
    } catch (NoVector e) {
      return null;
    }
  }

  private MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(compiled.name()).addModifiers(Modifier.STATIC);
    for (Var param : compiled.function().params()) {
      method.addParameter(JavaTypes.of(param.type()), names.declare(param));
    }
    for (Var sum : sums) {
      out.addStatement("$1T $2N = $1T.zero(S)", VectorExpressions.VECTOR, names.declare(sum));
    }
    names.open();
    String lane = names.declare(loop.index());
    out.beginControlFlow(
        "for (int $1N = 0; $1N < $2L; $1N += S.length())", lane, expressions.scalar(loop.bound()));
    Stmt.Store special = special();
    if (special != null) {
      Expr argument = ((Expr.Apply) special.value()).args().get(0);
      store(new Stmt.Store(special.array(), special.index(), argument), null);
    } else {
      block(loop.body(), null);
    }
    out.endControlFlow();
    if (special != null) {
      special(special);
    }
    names.close();
    List<Stmt> stmts = compiled.function().body().stmts();
    for (Var sum : sums) {
      String vector = names.of(sum);
      vectors.remove(sum);
      expressions.helpers.add("total");
      out.addStatement("$T $N = total($N)", TypeName.DOUBLE, names.declare(sum), vector);
    }
    Names after = names;
    StatementEmitter rest =
        new StatementEmitter(
            after, new FunctionTable(List.of(), Set.of(), names, names, names), null, out);
    rest.emitAll(stmts.subList(stmts.indexOf(loop) + 1, stmts.size()));
    return method.addCode(out.build()).build();
  }

  private static final Set<String> SPECIAL = Set.of("normalCdf", "normalPdf");

  /** The only statement, where it stores the value of a special function. */
  private Stmt.@Nullable Store special() {
    List<Stmt> stmts = loop.body().stmts();
    return stmts.size() == 1
            && stmts.get(0) instanceof Stmt.Store store
            && store.value() instanceof Expr.Apply apply
            && apply.op() instanceof MathOp math
            && math.owner().equals("io.cotangent.SpecialMath")
            && SPECIAL.contains(math.name())
        ? store
        : null;
  }

  /** The function of what is stored already, in loops that HotSpot can inline whole. */
  private void special(Stmt.Store store) {
    String name = ((MathOp) ((Expr.Apply) store.value()).op()).name();
    expressions.helpers.add(name);
    CodeBlock from =
        store.index() instanceof Expr.Apply sum
            ? expressions.scalar(sum.args().get(0))
            : CodeBlock.of("0");
    out.addStatement(
        "$N($L, $L, $L)",
        name,
        expressions.scalar(store.array()),
        from,
        expressions.scalar(loop.bound()));
  }

  private void block(Block block, @Nullable String mask) {
    names.open();
    block.stmts().forEach(s -> stmt(s, mask));
    names.close();
  }

  private void stmt(Stmt s, @Nullable String mask) {
    if (s instanceof Stmt.Declare d) {
      declare(d);
    } else if (s instanceof Stmt.Assign a) {
      assign(a, mask);
    } else if (s instanceof Stmt.Store store) {
      store(store, mask);
    } else if (s instanceof Stmt.If branch) {
      branch(branch, mask);
    } else {
      throw new NoVector();
    }
  }

  private void declare(Stmt.Declare d) {
    Var var = d.var();
    if (!vectors.contains(var)) {
      CodeBlock init = expressions.scalar(d.init());
      out.addStatement("$T $N = $L", JavaTypes.of(var.type()), names.declare(var), init);
      return;
    }
    CodeBlock init = expressions.emit(d.init());
    if (var.type() == Type.DOUBLE) {
      out.addStatement("$T $N = $L", VectorExpressions.VECTOR, names.declare(var), init);
    } else {
      out.addStatement("$T<Double> $N = $L", VectorExpressions.MASK, names.declare(var), init);
    }
  }

  private void assign(Stmt.Assign a, @Nullable String mask) {
    String name = names.of(a.var());
    if (mask == null) {
      out.addStatement("$N = $L", name, expressions.emit(a.value()));
    } else if (a.var().type() == Type.BOOLEAN) {
      out.addStatement(
          "$1N = $1N.andNot($2N).or($3L.and($2N))", name, mask, expressions.emit(a.value()));
    } else if (sums.contains(a.var())
        && a.value() instanceof Expr.Apply sum
        && sum.op() == Operator.ADD) {
      out.addStatement("$1N = $1N.add($2L, $3N)", name, expressions.emit(sum.args().get(1)), mask);
    } else {
      out.addStatement("$1N = $1N.blend($2L, $3N)", name, expressions.emit(a.value()), mask);
    }
  }

  private void store(Stmt.Store store, @Nullable String mask) {
    if (expressions.differs(store.array())) {
      throw new NoVector();
    }
    Type type = store.value().type();
    boolean isMask = type == Type.BOOLEAN;
    if (!isMask && type != Type.DOUBLE || isMask && mask != null) {
      throw new NoVector();
    }
    CodeBlock value = expressions.emit(store.value());
    CodeBlock array = expressions.scalar(store.array());
    CodeBlock index = expressions.index(store.index());
    if (mask == null) {
      out.addStatement("$L.intoArray($L, $L)", value, array, index);
    } else {
      out.addStatement("$L.intoArray($L, $L, $N)", value, array, index, mask);
    }
  }

  private void branch(Stmt.If branch, @Nullable String mask) {
    if (!expressions.differs(branch.test())) {
      out.beginControlFlow("if ($L)", expressions.scalar(branch.test()));
      block(branch.then(), mask);
      if (!branch.otherwise().isEmpty()) {
        out.nextControlFlow("else");
        block(branch.otherwise(), mask);
      }
      out.endControlFlow();
      return;
    }
    String test = names.fresh("test");
    out.addStatement(
        "$T<Double> $N = $L", VectorExpressions.MASK, test, expressions.emit(branch.test()));
    arm(
        branch.then(),
        mask == null ? CodeBlock.of("$N", test) : CodeBlock.of("$N.and($N)", test, mask));
    if (!branch.otherwise().isEmpty()) {
      arm(
          branch.otherwise(),
          mask == null
              ? CodeBlock.of("$N.not()", test)
              : CodeBlock.of("$N.andNot($N)", mask, test));
    }
  }

  private void arm(Block block, CodeBlock mask) {
    String items = names.fresh("items");
    out.addStatement("$T<Double> $N = $L", VectorExpressions.MASK, items, mask);
    out.beginControlFlow("if ($N.anyTrue())", items);
    block(block, items);
    out.endControlFlow();
  }
}
