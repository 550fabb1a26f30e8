package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts variables, parameters and results for the components of records in the place of the records,
 * where these are nothing but what they hold: no object of their classes is made afterwards.
 */
public final class RecordsAsNumbers {
  private final ValueRecords records;

  private RecordsAsNumbers(ValueRecords records) {
    this.records = records;
  }

  /**
   * The program without such records.
   *
   * @param fixed functions whose parameters and results must stay as they are, besides those of
   *     rules
   */
  public static Program apply(
      Program program, Map<String, ClassShape> shapes, Set<FunctionId> fixed) {
    Set<FunctionId> all = new LinkedHashSet<>(fixed);
    program
        .rules()
        .forEach(
            (id, rule) -> {
              all.add(id);
              all.addAll(rule.functions());
            });
    ValueRecords records = ValueRecords.of(program, shapes, all);
    if (records.isEmpty()) {
      return program;
    }
    RecordsAsNumbers pass = new RecordsAsNumbers(records);
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    program
        .functions()
        .forEach((id, function) -> functions.put(id, pass.new Body(function).apply()));
    return program.with(functions);
  }

  private int size(Type type) {
    return records.contains(type)
        ? records.fields(type).stream().mapToInt(field -> size(field.type())).sum()
        : 1;
  }

  /** One function. */
  private final class Body extends Rewriter {
    private final Function function;
    private final Map<Var, List<Var>> parts = new HashMap<>();

    Body(Function function) {
      this.function = function;
    }

    Function apply() {
      List<Stmt> body = new ArrayList<>();
      List<Var> params = new ArrayList<>(function.params());
      List<Var> results = new ArrayList<>();
      function.results().forEach(result -> results.addAll(partsOf(result)));
      if (records.isConstructor(function.id()) && records.contains(params.get(0).type())) {
        List<Var> made = partsOf(params.remove(0));
        made.forEach(part -> body.add(new Stmt.Declare(part, Exprs.defaultValue(part.type()))));
        results.addAll(made);
      }
      function.body().stmts().forEach(stmt -> stmt(stmt, body));
      return Inlined.clear(
          new Function(
              function.id(),
              function.name(),
              params.stream().flatMap(param -> partsOf(param).stream()).toList(),
              results,
              new Block(body)));
    }

    /** The variables in the place of one. */
    private List<Var> partsOf(Var var) {
      if (!records.contains(var.type())) {
        return List.of(var);
      }
      List<Var> known = parts.get(var);
      if (known == null) {
        known = new ArrayList<>();
        collect(var.name(), var.type(), known);
        parts.put(var, known);
      }
      return known;
    }

    private void collect(String name, Type type, List<Var> all) {
      if (!records.contains(type)) {
        all.add(new Var(name, type));
        return;
      }
      for (ClassShape.Field field : records.fields(type)) {
        String first = field.name().substring(0, 1).toUpperCase(Locale.ROOT);
        collect(name + first + field.name().substring(1), field.type(), all);
      }
    }

    /** The expressions in the place of one. */
    private List<Expr> partsOf(Expr e) {
      if (!records.contains(e.type())) {
        return List.of(expr(e));
      } else if (e instanceof Expr.Read read) {
        return partsOf(read.var()).stream().<Expr>map(Var::read).toList();
      } else if (e instanceof Expr.Field field) {
        int from = place(field);
        return partsOf(field.receiver()).subList(from, from + size(field.type()));
      } else if (e instanceof Expr.Cast cast) {
        return partsOf(cast.operand());
      } else if (e instanceof Expr.Conditional choice) {
        Expr test = expr(choice.test());
        List<Expr> then = partsOf(choice.then());
        List<Expr> otherwise = partsOf(choice.otherwise());
        List<Expr> chosen = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
          chosen.add(new Expr.Conditional(test, then.get(i), otherwise.get(i)));
        }
        return chosen;
      } else if (e instanceof Expr.NewStruct || e instanceof Expr.Const) {
        List<Var> shape = new ArrayList<>();
        collect("", e.type(), shape);
        return shape.stream().<Expr>map(part -> Exprs.defaultValue(part.type())).toList();
      }
      throw new IllegalStateException("no parts of " + e);
    }

    /** Where a field's parts begin among those of its object. */
    private int place(Expr.Field field) {
      int at = 0;
      for (ClassShape.Field each : records.fields(field.receiver().type())) {
        if (each.name().equals(field.name())) {
          return at;
        }
        at += size(each.type());
      }
      throw new IllegalStateException("no field " + field.name());
    }

    @Override
    public Expr expr(Expr e) {
      return e instanceof Expr.Field field && records.contains(field.receiver().type())
          ? partsOf(field.receiver()).get(place(field))
          : super.expr(e);
    }

    @Override
    public void stmt(Stmt s, List<Stmt> out) {
      if (s instanceof Stmt.Declare d && records.contains(d.var().type())) {
        List<Expr> values = partsOf(d.init());
        for (int i = 0; i < values.size(); i++) {
          out.add(new Stmt.Declare(partsOf(d.var()).get(i), values.get(i)));
        }
      } else if (s instanceof Stmt.Assign a && records.contains(a.var().type())) {
        assign(partsOf(a.var()), partsOf(a.value()), out);
      } else if (s instanceof Stmt.Put put && records.contains(put.receiver().type())) {
        int from = place(put.place());
        List<Var> all = partsOf(((Expr.Read) put.receiver()).var());
        assign(all.subList(from, from + size(put.place().type())), partsOf(put.value()), out);
      } else if (s instanceof Stmt.Call call) {
        call(call, out);
      } else {
        super.stmt(s, out);
      }
    }

    private void assign(List<Var> vars, List<Expr> values, List<Stmt> out) {
      boolean overwrites =
          vars.size() > 1
              && values.stream().anyMatch(v -> Walk.reads(v).stream().anyMatch(vars::contains));
      List<Stmt> last = new ArrayList<>();
      for (int i = 0; i < vars.size(); i++) {
        Var var = vars.get(i);
        Var value = new Var(var.name(), var.type());
        if (overwrites) {
          out.add(new Stmt.Declare(value, values.get(i)));
        }
        last.add(new Stmt.Assign(var, overwrites ? value.read() : values.get(i)));
      }
      out.addAll(last);
    }

    private void call(Stmt.Call call, List<Stmt> out) {
      List<Expr> args = new ArrayList<>(call.args());
      List<Var> targets = new ArrayList<>();
      call.targets().forEach(target -> targets.addAll(partsOf(target)));
      if (records.isConstructor(call.callee()) && records.contains(args.get(0).type())) {
        targets.addAll(partsOf(((Expr.Read) args.remove(0)).var()));
      }
      List<Expr> given = args.stream().flatMap(arg -> partsOf(arg).stream()).toList();
      out.add(new Stmt.Call(targets, call.callee(), given, call.span()));
    }
  }
}
