package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of a program that are nothing but what they hold: none of their objects is null,
 * compared, in an array, in an object of another kind, or seen before its constructor has ended.
 */
final class ValueRecords {
  private final Program program;
  private final Map<String, ClassShape> shapes;
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<FunctionId> constructors = new HashSet<>();

  private ValueRecords(Program program, Map<String, ClassShape> shapes) {
    this.program = program;
    this.shapes = shapes;
  }

  /**
   * Their names.
   *
   * @param fixed functions whose parameters and results must stay as they are
   */
  static ValueRecords of(Program program, Map<String, ClassShape> shapes, Set<FunctionId> fixed) {
    ValueRecords records = new ValueRecords(program, shapes);
    shapes.values().stream()
        .filter(shape -> shape.kind() == ClassShape.Kind.RECORD)
        .forEach(shape -> records.values.add(shape.name()));
    if (!records.values.isEmpty()) {
      records.findConstructors();
      fixed.stream().map(program.functions()::get).filter(f -> f != null).forEach(records::leave);
      program.functions().values().forEach(records::look);
      records.close();
    }
    return records;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether references of this type are to such records. */
  boolean contains(Type type) {
    return type instanceof Type.Struct struct && values.contains(struct.name());
  }

  /** Whether the function writes to its first parameter, an object that is being made. */
  boolean isConstructor(FunctionId function) {
    return constructors.contains(function);
  }

  /** The components of a record. */
  List<ClassShape.Field> fields(Type type) {
    return java.util.Objects.requireNonNull(shapes.get(((Type.Struct) type).name())).fields();
  }

  private void no(Type type) {
    if (type.leaf() instanceof Type.Struct struct) {
      values.remove(struct.name());
    }
  }

  private void leave(Function function) {
    function.params().forEach(p -> no(p.type()));
    function.results().forEach(r -> no(r.type()));
  }

  private void findConstructors() {
    boolean more = true;
    while (more) {
      more = false;
      for (Function f : program.functions().values()) {
        if (!f.params().isEmpty() && contains(f.params().get(0).type()) && writes(f)) {
          more |= constructors.add(f.id());
        }
      }
    }
  }

  private boolean writes(Function f) {
    boolean[] found = new boolean[1];
    Walk.statements(f.body(), s -> found[0] |= f.params().get(0).equals(made(s)));
    return found[0];
  }

  /** The variable to whose object the statement writes. */
  private Object made(Stmt s) {
    if (s instanceof Stmt.Put put) {
      return put.receiver() instanceof Expr.Read read ? read.var() : put.receiver();
    }
    boolean makes = s instanceof Stmt.Call call && constructors.contains(call.callee());
    Expr self = makes ? ((Stmt.Call) s).args().get(0) : null;
    return self instanceof Expr.Read read ? read.var() : s;
  }

  /** What holds itself, or is in an object of another kind, is no such record. */
  private void close() {
    int before = values.size() + 1;
    while (values.size() < before) {
      before = values.size();
      for (ClassShape shape : shapes.values()) {
        for (ClassShape.Field field : shape.fields()) {
          if (field.type().isArray() || !values.contains(shape.name())) {
            no(field.type());
          } else if (contains(field.type()) && holds(field.type(), shape.name(), new HashSet<>())) {
            no(field.type());
          }
        }
      }
    }
  }

  private boolean holds(Type type, String wanted, Set<String> seen) {
    String name = ((Type.Struct) type).name();
    return name.equals(wanted)
        || (seen.add(name)
            && fields(type).stream()
                .anyMatch(f -> contains(f.type()) && holds(f.type(), wanted, seen)));
  }

  private void look(Function function) {
    function.params().stream().filter(p -> p.type().isArray()).forEach(p -> no(p.type()));
    function.results().stream().filter(r -> r.type().isArray()).forEach(r -> no(r.type()));
    Walk.statements(function.body(), s -> look(s, function));
    boolean constructs = constructors.contains(function.id());
    List<Var> made = constructs ? function.params().subList(0, 1) : List.of();
    for (Var self : made) {
      if (Made.isRead(self, function.body(), this::made) || Made.isAssigned(self, function)) {
        no(self.type());
      }
    }
    new Made(this::made, this::no).look(function.body(), made);
    Filled.missing(function, this::contains).forEach(var -> no(var.type()));
  }

  private void look(Stmt s, Function function) {
    Walk.written(s).stream().filter(v -> v.type().isArray()).forEach(v -> no(v.type()));
    if (s instanceof Stmt.Declare d) {
      given(d.init(), d.var().type(), true);
    } else if (s instanceof Stmt.Assign a) {
      given(a.value(), a.var().type(), false);
    } else if (s instanceof Stmt.Put put) {
      boolean known =
          put.receiver() instanceof Expr.Read read
              && (!function.params().contains(read.var())
                  || function.params().get(0).equals(read.var()));
      if (!known) {
        no(put.receiver().type());
      }
      given(put.value(), put.place().type(), false);
    } else if (s instanceof Stmt.Call call) {
      Function callee = program.get(call.callee());
      for (int i = 0; i < call.args().size(); i++) {
        given(call.args().get(i), callee.params().get(i).type(), false);
      }
      for (int i = 0; i < call.targets().size(); i++) {
        same(call.targets().get(i).type(), callee.results().get(i).type());
      }
      boolean constructs = constructors.contains(call.callee());
      if (constructs && !(call.args().get(0) instanceof Expr.Read)) {
        no(call.args().get(0).type());
      }
    } else {
      Walk.exprs(s).forEach(this::plain);
    }
  }

  private void same(Type one, Type other) {
    if (!one.equals(other)) {
      no(one);
      no(other);
    }
  }

  /** A value where a record may stand. */
  private void given(Expr e, Type wanted, boolean declares) {
    same(e.type(), wanted);
    boolean fresh = e instanceof Expr.NewStruct;
    boolean later = declares && e instanceof Expr.Const;
    if (!fresh && !later) {
      value(e);
    }
  }

  private void value(Expr e) {
    if (e instanceof Expr.Conditional x) {
      plain(x.test());
      given(x.then(), x.type(), false);
      given(x.otherwise(), x.type(), false);
    } else if (e instanceof Expr.Cast x && x.type().equals(x.operand().type())) {
      value(x.operand());
    } else if (e instanceof Expr.Field x && x.isOfStruct()) {
      value(x.receiver());
    } else if (!(e instanceof Expr.Read)) {
      plain(e);
    }
  }

  /** A value where no record may stand. */
  private void plain(Expr e) {
    no(e.type());
    if (e instanceof Expr.Field x && x.isOfStruct()) {
      value(x.receiver());
    } else if (e instanceof Expr.InstanceOf x) {
      no(x.tested());
      plain(x.operand());
    } else {
      Walk.children(e).forEach(this::plain);
    }
  }

  /** All blocks of a function, outer before inner. */
  static void blocks(Block block, java.util.function.Consumer<Block> visitor) {
    visitor.accept(block);
    block.stmts().forEach(s -> Walk.blocks(s).forEach(inner -> blocks(inner, visitor)));
  }
}
