package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.LaneProgram;
import io.cotangent.processor.backend.LaneProgram.Argument;
import io.cotangent.processor.backend.LaneProgram.Use;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.transform.Inlined;
import io.cotangent.processor.transform.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one operation for a block of items: what comes in, the work, and what goes out. */
final class LaneForm {
  private final DerivativeClass plan;
  private final List<Integer> over;
  private final String name;
  private final Entry entry;
  private final Function function;
  private final LaneKinds kinds;
  private final LaneNames names = new LaneNames();
  private final Set<Var> assigned = new HashSet<>();
  private final List<Var> params = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Stmt> first = new ArrayList<>();
  private final List<Stmt> last = new ArrayList<>();
  private final Map<Integer, Var> sizes = new HashMap<>();
  private final LaneCotangents cotangents;

  LaneForm(
      DerivativeClass plan,
      List<Integer> over,
      String name,
      Entry entry,
      Map<FunctionId, Function> known) {
    this.plan = plan;
    this.over = over;
    this.name = name;
    this.entry = entry;
    Function inlined = Inlined.clear(new Inlining(known).apply(entry.function()));
    function = inlined.withBody(new Extraction().block(inlined.body()));
    if (name.equals("hvp") && Split.isInParts(function)) {
      // A random program (seed 4149 of the batched form) had 0 for its product there.
      throw new NotInLanes("second order in parts");
    }
    Walk.statements(function.body(), s -> assigned.addAll(Walk.written(s)));
    kinds = LaneKinds.of(name, entry, function, over);
    cotangents = new LaneCotangents(plan, over, kinds, this);
  }

  LaneProgram program() {
    for (int i = 0; i < entry.paramRoles().size(); i++) {
      param(entry.paramRoles().get(i), function.params().get(i));
    }
    LaneCode code = new LaneCode(kinds, names);
    Stretches stretches = new Stretches(kinds, names, code, name + "Lanes");
    function.results().forEach(stretches::keep);
    Block work = stretches.apply(code.apply(function.body()));
    new LaneOutputs(plan, over, name, kinds, names, this).results(entry, function, last);
    parameter(new Argument(Use.AT, -1), names.at);
    parameter(new Argument(Use.COUNT, -1), names.count);
    parameter(new Argument(Use.TAPE, -1), names.tape);
    parameter(new Argument(Use.LANE_TAPE, -1), names.laneTape);
    parameter(new Argument(Use.SUMS, -1), names.sums);
    List<Stmt> body = new ArrayList<>();
    names
        .made()
        .forEach(
            (array, size) ->
                body.add(
                    new Stmt.Declare(
                        array, new Expr.NewArray((Type.Array) array.type(), List.of(size)))));
    body.addAll(first);
    body.addAll(work.stmts());
    body.addAll(last);
    FunctionId id = new FunctionId("lanes#" + name);
    Function main = new Function(id, name + "Block", params, List.of(), new Block(body));
    return new LaneProgram(name, main, arguments, stretches.functions);
  }

  /** Adds a parameter. */
  void parameter(Argument argument, Var var) {
    params.add(var);
    arguments.add(argument);
  }

  private void param(Role role, Var var) {
    switch (role.kind()) {
      case PRIMAL -> input(Use.PRIMAL, role.param(), var);
      case TANGENT -> tangent(role.param(), var);
      case ADJOINT -> cotangents.array(role.param(), var, !name.equals("hvp"));
      case ADJOINT_TANGENT -> cotangents.array(role.param(), var, true);
      case SEED -> seed(var);
      case SEED_TANGENT -> zero(var);
      default -> throw new NotInLanes("a form for rows");
    }
  }

  private void tangent(int param, Var var) {
    if (plan.wrt().contains(param)) {
      input(Use.DOT, param, var);
    } else {
      zero(var);
    }
  }

  /** A tangent that is given none. */
  private void zero(Var var) {
    if (var.type().isArray() || kinds.isLane(var)) {
      throw new NotInLanes("a tangent that is given none");
    }
    first.add(new Stmt.Declare(var, Arithmetic.constant(0, var.type())));
  }

  private void seed(Var var) {
    if (name.equals("vjp") && var.type().equals(Type.arrayOf(Type.DOUBLE))) {
      Var array = new Var("cotangent", var.type());
      parameter(new Argument(Use.COTANGENT, -1), array);
      gathered(var, array, outSize());
      return;
    }
    if (var.type() != Type.DOUBLE) {
      throw new NotInLanes("a cotangent of type " + var.type());
    }
    if (name.equals("vjp")) {
      Var array = new Var("cotangent", Type.arrayOf(Type.DOUBLE));
      parameter(new Argument(Use.COTANGENT, -1), array);
      batched(var, array);
    } else {
      first.add(new Stmt.Declare(var, Arithmetic.constant(1, Type.DOUBLE)));
    }
  }

  private void input(Use use, int param, Var var) {
    Type type = var.type();
    if (!(type.leaf() instanceof Type.Primitive)) {
      throw new NotInLanes("an object");
    }
    if (over.contains(param)) {
      if (!LaneKinds.isPlain(type.leaf()) || type.rank() > 1) {
        throw new NotInLanes("a batched " + type);
      }
      Var array = new Var(var.name(), Type.arrayOf(type.leaf()));
      parameter(new Argument(use, param), array);
      if (type.isArray()) {
        gathered(var, array, size(param));
      } else {
        batched(var, array);
      }
    } else {
      shared(use, param, var);
    }
  }

  /** The items' parts of an array of the caller's, which stays as it is. */
  private void gathered(Var var, Var array, Var size) {
    Expr gathered =
        LaneNames.lanes(
            "gather", var.type(), array.read(), names.at.read(), size.read(), names.count.read());
    first.add(new Stmt.Declare(var, gathered));
  }

  /** A scalar of each item, in an array of the caller's, which stays as it is. */
  private void batched(Var var, Var array) {
    if (!assigned.contains(var)) {
      names.callers(var, array);
    } else if (var.type() == Type.DOUBLE) {
      Expr own =
          LaneNames.lanes(
              "gather",
              array.type(),
              array.read(),
              names.at.read(),
              Exprs.constant(1),
              names.count.read());
      copied(var, own);
    } else {
      throw new NotInLanes("a parameter that is assigned");
    }
  }

  private void copied(Var var, Expr array) {
    Var copy = new Var(var.name() + "Own", array.type());
    first.add(new Stmt.Declare(copy, array));
    names.own(var, copy);
  }

  private void shared(Use use, int param, Var var) {
    Type type = var.type();
    boolean lanes = kinds.isLane(var);
    boolean written = plan.params().get(param).written();
    if (!lanes && !(type.isArray() && written)) {
      parameter(new Argument(use, param), var);
      return;
    }
    Var given = new Var(var.name(), type);
    parameter(new Argument(use, param), given);
    if (!lanes) {
      Expr copy = Arithmetic.support("Trees", "copy", type, given.read());
      first.add(new Stmt.Declare(var, copy));
    } else if (type.isArray()) {
      if (type.leaf() != Type.DOUBLE && !(type.leaf() == Type.INT && type.rank() == 1)
          || type.rank() > 2) {
        throw new NotInLanes("a shared " + type + " that items write to");
      }
      first.add(new Stmt.Declare(var, LaneNames.lanes("spread", type, given.read())));
    } else {
      if (!LaneKinds.isPlain(type)) {
        throw new NotInLanes("a " + type + " that differs from item to item");
      }
      first.add(
          new Stmt.Eval(
              LaneNames.lanes(
                  "fill",
                  Type.VOID,
                  given.read(),
                  names.array(var).read(),
                  Exprs.constant(0),
                  LaneNames.BLOCK)));
    }
  }

  /** How many numbers the result of an item has. */
  Var outSize() {
    return sizes.computeIfAbsent(
        -1,
        p -> {
          Var size = new Var("outSize", Type.INT);
          parameter(new Argument(Use.OUT_SIZE, -1), size);
          return size;
        });
  }

  Var size(int param) {
    return sizes.computeIfAbsent(
        param,
        p -> {
          Var size = new Var(plan.params().get(p).name() + "Size", Type.INT);
          parameter(new Argument(Use.SIZE, p), size);
          return size;
        });
  }

  /** A statement before the work. */
  void before(Stmt stmt) {
    first.add(stmt);
  }

  /** A statement after the work. */
  void after(Stmt stmt) {
    last.add(stmt);
  }

  /** Whether a parameter's name is given another value. */
  boolean isAssigned(Var var) {
    return assigned.contains(var);
  }

  /** The first item, and how many there are. */
  LaneNames names() {
    return names;
  }

  /** Whether an array's cotangent is given to the caller. */
  boolean gives(int param) {
    return cotangents.gives(param);
  }

  /** A call of the runtime's after the work, with the number of items as its last argument. */
  void out(String method, Expr... args) {
    List<Expr> all = new ArrayList<>(List.of(args));
    all.add(names.count.read());
    last.add(new Stmt.Eval(LaneNames.lanes(method, Type.VOID, all.toArray(Expr[]::new))));
  }
}
