package io.cotangent.processor;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The functions that take apart what a method gives: one counts its numbers, the other writes them
 * to an array, and the rest of its parts to the runtime's {@code Parts}.
 */
final class HandedOut {
  private static final Type OBJECT = HandedIn.OBJECT;
  private static final Type PARTS = new Type.Ref("io.cotangent.runtime.Parts");
  private static final FunctionId COUNT = new FunctionId("#counted");
  private static final FunctionId WRITE = new FunctionId("#written");
  private static final String MODEL = "java.util.GivenModel#";

  private final HandedKinds kinds;
  private final boolean counts;
  private final Var value = new Var("value", OBJECT);
  private final Var numbers = new Var("numbers", HandedIn.NUMBERS);
  private final Var at = new Var("at", HandedIn.INTS);
  private final Var parts = new Var("parts", PARTS);

  private HandedOut(HandedKinds kinds, boolean counts) {
    this.kinds = kinds;
    this.counts = counts;
  }

  static List<Function> functions(HandedKinds kinds) {
    return List.of(new HandedOut(kinds, true).function(), new HandedOut(kinds, false).function());
  }

  /** The parameter of a method for the parts that are no numbers of what it gives. */
  static Var partsOfResult() {
    return new Var("resultParts", PARTS);
  }

  /** The numbers of the object, declared here. */
  static Var taken(Var object, Var parts, List<Stmt> body) {
    Var counted = new Var("counted", HandedIn.INTS);
    Var at = new Var("at", HandedIn.INTS);
    Var numbers = new Var("result", HandedIn.NUMBERS);
    Expr whole = new Expr.Cast(OBJECT, object.read());
    Expr one = Exprs.constant(1);
    body.add(new Stmt.Declare(counted, new Expr.NewArray(HandedIn.INTS, List.of(one))));
    body.add(new Stmt.Call(List.of(), COUNT, List.of(whole, counted.read()), Span.NONE));
    body.add(new Stmt.Eval(Arithmetic.support("Parts", "start", Type.VOID, parts.read())));
    Expr count = new Expr.Load(counted.read(), Exprs.constant(0));
    body.add(new Stmt.Declare(numbers, new Expr.NewArray(HandedIn.NUMBERS, List.of(count))));
    body.add(new Stmt.Declare(at, new Expr.NewArray(HandedIn.INTS, List.of(one))));
    List<Expr> args = List.of(whole, numbers.read(), at.read(), parts.read());
    body.add(new Stmt.Call(List.of(), WRITE, args, Span.NONE));
    return numbers;
  }

  private Function function() {
    Block choice = new Block(other());
    for (Type.Array array : kinds.arrays()) {
      choice = either(array, array(array), choice);
    }
    for (int i = kinds.classes().size() - 1; i >= 0; i--) {
      ClassShape shape = kinds.classes().get(i);
      choice = either(shape.type(), object(shape), choice);
    }
    choice = kinds.hasMaps() ? map(choice) : choice;
    choice = kinds.hasLists() ? lists(choice) : choice;
    choice = either(Type.arrayOf(Type.FLOAT), numbers(Type.FLOAT, 5), choice);
    choice = either(HandedIn.NUMBERS, numbers(Type.DOUBLE, 4), choice);
    choice = box(3, "java.lang.Float", Type.FLOAT, choice);
    choice = box(2, "java.lang.Double", Type.DOUBLE, choice);
    Expr isNull = Exprs.test(Operator.EQ, value.read(), Exprs.defaultValue(OBJECT));
    List<Stmt> nothing = new ArrayList<>();
    tag(0, nothing);
    Stmt body = new Stmt.If(isNull, new Block(nothing), choice);
    return new Function(
        counts ? COUNT : WRITE,
        counts ? "counted" : "written",
        counts ? List.of(value, at) : List.of(value, numbers, at, parts),
        List.of(),
        Block.of(body));
  }

  private Block either(Type type, List<Stmt> then, Block otherwise) {
    return Block.of(
        new Stmt.If(new Expr.InstanceOf(value.read(), type), new Block(then), otherwise));
  }

  private Var as(Type type, List<Stmt> body) {
    Var typed = new Var("value", type);
    body.add(new Stmt.Declare(typed, new Expr.Cast(type, value.read())));
    return typed;
  }

  private void tag(int tag, List<Stmt> body) {
    add(Exprs.constant(tag), body);
  }

  private void add(Expr part, List<Stmt> body) {
    record("add", part, body);
  }

  private void record(String method, Expr part, List<Stmt> body) {
    if (!counts) {
      body.add(new Stmt.Eval(Arithmetic.support("Parts", method, Type.VOID, parts.read(), part)));
    }
  }

  private Expr place() {
    return new Expr.Load(at.read(), Exprs.constant(0));
  }

  private void moved(Expr by, List<Stmt> body) {
    body.add(new Stmt.Store(at.read(), Exprs.constant(0), Exprs.plus(place(), by)));
  }

  private void number(Expr number, List<Stmt> body) {
    if (!counts) {
      body.add(new Stmt.Store(numbers.read(), place(), Arithmetic.cast(Type.DOUBLE, number)));
    }
    moved(Exprs.constant(1), body);
  }

  private void held(Expr held, List<Stmt> body) {
    Expr object = held.type().equals(OBJECT) ? held : new Expr.Cast(OBJECT, held);
    List<Expr> args =
        counts
            ? List.of(object, at.read())
            : List.of(object, numbers.read(), at.read(), parts.read());
    body.add(new Stmt.Call(List.of(), counts ? COUNT : WRITE, args, Span.NONE));
  }

  private List<Stmt> other() {
    List<Stmt> body = new ArrayList<>();
    tag(1, body);
    record("other", value.read(), body);
    return body;
  }

  private Block box(int tag, String name, Type number, Block otherwise) {
    Optional<Type.Struct> model = kinds.model(name);
    if (model.isEmpty()) {
      return otherwise;
    }
    List<Stmt> body = new ArrayList<>();
    Var box = as(model.get(), body);
    tag(tag, body);
    number(new Expr.Field(box.read(), "value", number), body);
    return either(model.get(), body, otherwise);
  }

  private List<Stmt> numbers(Type number, int tag) {
    List<Stmt> body = new ArrayList<>();
    Var array = as(Type.arrayOf(number), body);
    Expr length = new Expr.Length(array.read());
    tag(tag, body);
    add(length, body);
    if (!counts) {
      Var i = new Var("i", Type.INT);
      Var from = new Var("from", Type.INT);
      body.add(new Stmt.Declare(from, place()));
      Expr element = new Expr.Load(array.read(), i.read());
      Stmt store =
          new Stmt.Store(
              numbers.read(),
              Exprs.plus(from.read(), i.read()),
              Arithmetic.cast(Type.DOUBLE, element));
      body.add(each(i, length, List.of(store)));
    }
    moved(length, body);
    return body;
  }

  private static Stmt each(Var index, Expr length, List<Stmt> body) {
    return new Stmt.Counted(index, Exprs.constant(0), Operator.LT, length, 1, new Block(body));
  }

  private List<Stmt> array(Type.Array type) {
    List<Stmt> body = new ArrayList<>();
    Var array = as(type, body);
    tag(kinds.tag(type), body);
    elements(array, body);
    return body;
  }

  private void elements(Var array, List<Stmt> body) {
    Expr length = new Expr.Length(array.read());
    add(length, body);
    Var i = new Var("i", Type.INT);
    List<Stmt> each = new ArrayList<>();
    held(new Expr.Load(array.read(), i.read()), each);
    body.add(each(i, length, each));
  }

  private Block lists(Block otherwise) {
    Block choice = list("java.util.Collection", 6, otherwise);
    return list("java.util.List.Fixed", 7, choice);
  }

  private Block list(String name, int tag, Block otherwise) {
    Optional<Type.Struct> model = kinds.model(name);
    if (model.isEmpty()) {
      return otherwise;
    }
    List<Stmt> body = new ArrayList<>();
    Var list = as(kinds.model("java.util.Collection").orElseThrow(), body);
    tag(tag, body);
    elements(taken("elements(java.util.Collection)", list, body), body);
    return either(model.get(), body, otherwise);
  }

  private static Var taken(String method, Var from, List<Stmt> body) {
    Var all = new Var("elements", HandedIn.OBJECTS);
    body.add(new Stmt.Declare(all, Exprs.defaultValue(all.type())));
    body.add(
        new Stmt.Call(
            List.of(all), new FunctionId(MODEL + method), List.of(from.read()), Span.NONE));
    return all;
  }

  private Block map(Block otherwise) {
    return mapped("java.util.TreeMap", 10, mapped("java.util.Map", 9, otherwise));
  }

  private Block mapped(String name, int tag, Block otherwise) {
    Type.Struct model = kinds.model(name).orElseThrow();
    List<Stmt> body = new ArrayList<>();
    Var map = as(kinds.model("java.util.Map").orElseThrow(), body);
    tag(tag, body);
    Var keys = taken("keys(java.util.Map)", map, body);
    Var values = taken("values(java.util.Map)", map, body);
    Type table = new Type.Ref("io.cotangent.runtime.KeyTable");
    record("other", Arithmetic.support("KeyTable", "ordered", table, keys.read()), body);
    elements(values, body);
    return either(model, body, otherwise);
  }

  private List<Stmt> object(ClassShape shape) {
    List<Stmt> body = new ArrayList<>();
    Var object = as(shape.type(), body);
    tag(kinds.tag(shape), body);
    for (ClassShape.Field each : kinds.fields(shape)) {
      Expr field = new Expr.Field(object.read(), each.name(), each.type());
      if (each.type().isFloating()) {
        number(field, body);
      } else if (each.type().isReference()) {
        held(field, body);
      } else {
        record("boxed", field, body);
      }
    }
    return body;
  }
}
