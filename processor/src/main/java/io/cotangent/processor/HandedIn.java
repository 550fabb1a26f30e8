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
import java.util.Locale;

/**
 * The function that puts together what a caller hands over from its parts: it reads the tag of a
 * class and then what an object of it holds.
 */
final class HandedIn {
  static final FunctionId ID = new FunctionId("#given");
  static final Type OBJECT = new Type.Ref("java.lang.Object");
  static final Type.Array OBJECTS = Type.arrayOf(OBJECT);
  static final Type.Array NUMBERS = Type.arrayOf(Type.DOUBLE);
  static final Type.Array INTS = Type.arrayOf(Type.INT);
  private static final String MODEL = "java.util.GivenModel#";

  private final HandedKinds kinds;
  private final Var numbers = new Var("numbers", NUMBERS);
  private final Var shape = new Var("shape", INTS);
  private final Var others = new Var("others", OBJECTS);

  /** How far each of the three is read. */
  private final Var at = new Var("at", INTS);

  private final Var result = new Var("given", OBJECT);

  HandedIn(HandedKinds kinds) {
    this.kinds = kinds;
  }

  Function function() {
    Var tag = new Var("tag", Type.INT);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(result, Exprs.defaultValue(OBJECT)));
    body.add(new Stmt.Declare(tag, read(shape, 1)));
    body.add(moved(1, Exprs.constant(1)));
    Block choice = Block.of(new Stmt.Assign(result, part("other", OBJECT)), moved(2));
    choice = either(tag, 0, List.of(), choice);
    choice = box(tag, 2, "java.lang.Double", Type.DOUBLE, choice);
    choice = box(tag, 3, "java.lang.Float", Type.FLOAT, choice);
    choice = either(tag, 4, array(NUMBERS), choice);
    choice = either(tag, 5, array(Type.arrayOf(Type.FLOAT)), choice);
    if (kinds.hasLists()) {
      choice = either(tag, 6, list("list"), choice);
      choice = either(tag, 12, list("list"), choice);
      choice = either(tag, 7, list("fixedList"), choice);
      choice = either(tag, 8, list("backedList"), choice);
    }
    if (kinds.hasMaps()) {
      choice = either(tag, 9, map("map"), choice);
      choice = either(tag, 10, map("sortedMap"), choice);
      choice = either(tag, 11, map("fixedMap"), choice);
    }
    for (Type.Array array : kinds.arrays()) {
      choice = either(tag, kinds.tag(array), array(array), choice);
    }
    for (ClassShape each : kinds.classes()) {
      choice = either(tag, kinds.tag(each), object(each), choice);
    }
    body.addAll(choice.stmts());
    return new Function(
        ID, "given", List.of(numbers, shape, others, at), List.of(result), new Block(body));
  }

  /** A call for the parameter with these parts. */
  static List<Stmt> call(Var object, Var numbers, Var shape, Var others) {
    Var at = new Var("at", INTS);
    return List.of(
        new Stmt.Declare(at, new Expr.NewArray(INTS, List.of(Exprs.constant(3)))),
        new Stmt.Declare(object, Exprs.defaultValue(OBJECT)),
        new Stmt.Call(
            List.of(object),
            ID,
            List.of(numbers.read(), shape.read(), others.read(), at.read()),
            Span.NONE));
  }

  private static Block either(Var tag, int value, List<Stmt> then, Block otherwise) {
    Expr test = Exprs.test(Operator.EQ, tag.read(), Exprs.constant(value));
    return Block.of(new Stmt.If(test, new Block(then), otherwise));
  }

  private Expr place(int which) {
    return new Expr.Load(at.read(), Exprs.constant(which));
  }

  private Expr read(Var from, int which) {
    return new Expr.Load(from.read(), place(which));
  }

  private Stmt moved(int which) {
    return moved(which, Exprs.constant(1));
  }

  private Stmt moved(int which, Expr by) {
    return new Stmt.Store(at.read(), Exprs.constant(which), Exprs.plus(place(which), by));
  }

  private Expr part(String method, Type type) {
    return Arithmetic.support("Parts", method, type, others.read(), place(2));
  }

  private Stmt given(Expr value) {
    return new Stmt.Assign(result, new Expr.Cast(OBJECT, value));
  }

  private Block box(Var tag, int value, String name, Type number, Block otherwise) {
    return kinds
        .model(name)
        .map(
            type -> {
              Var box = new Var("box", type);
              List<Stmt> body = new ArrayList<>();
              body.add(new Stmt.Declare(box, new Expr.NewStruct(type, false)));
              number(body, new Expr.Field(box.read(), "value", number));
              body.add(given(box.read()));
              return either(tag, value, body, otherwise);
            })
        .orElse(otherwise);
  }

  /** Reads the next number into a field. */
  private void number(List<Stmt> body, Expr.Field field) {
    Expr number = Arithmetic.cast(field.type(), read(numbers, 0));
    body.add(new Stmt.Put(field.receiver(), field.name(), number));
    body.add(moved(0));
  }

  private Var length(List<Stmt> body) {
    Var length = new Var("length", Type.INT);
    body.add(new Stmt.Declare(length, read(shape, 1)));
    body.add(moved(1));
    return length;
  }

  private List<Stmt> array(Type.Array type) {
    List<Stmt> body = new ArrayList<>();
    Var length = length(body);
    Var array = new Var("array", type);
    Var i = new Var("i", Type.INT);
    body.add(new Stmt.Declare(array, new Expr.NewArray(type, List.of(length.read()))));
    if (type.element().isReference()) {
      body.add(each(i, length, next(type.element(), array, i)));
    } else {
      Var from = new Var("from", Type.INT);
      body.add(new Stmt.Declare(from, place(0)));
      Expr number = new Expr.Load(numbers.read(), Exprs.plus(from.read(), i.read()));
      Stmt store = new Stmt.Store(array.read(), i.read(), Arithmetic.cast(type.element(), number));
      body.add(each(i, length, List.of(store)));
      body.add(moved(0, length.read()));
    }
    body.add(given(array.read()));
    return body;
  }

  private static Stmt each(Var index, Var length, List<Stmt> body) {
    return new Stmt.Counted(
        index, Exprs.constant(0), Operator.LT, length.read(), 1, new Block(body));
  }

  private List<Stmt> next(Type type, Var array, Var i) {
    List<Stmt> body = new ArrayList<>();
    Expr value = next(type, body);
    body.add(new Stmt.Store(array.read(), i.read(), value));
    return body;
  }

  private Expr next(Type type, List<Stmt> body) {
    Var value = new Var("held", OBJECT);
    body.add(new Stmt.Declare(value, Exprs.defaultValue(OBJECT)));
    body.add(
        new Stmt.Call(
            List.of(value),
            ID,
            List.of(numbers.read(), shape.read(), others.read(), at.read()),
            Span.NONE));
    return type.equals(OBJECT) ? value.read() : new Expr.Cast(type, value.read());
  }

  private Var elements(List<Stmt> body) {
    Var length = length(body);
    Var elements = new Var("elements", OBJECTS);
    Var i = new Var("i", Type.INT);
    body.add(new Stmt.Declare(elements, new Expr.NewArray(OBJECTS, List.of(length.read()))));
    body.add(each(i, length, next(OBJECT, elements, i)));
    return elements;
  }

  private List<Stmt> list(String maker) {
    List<Stmt> body = new ArrayList<>();
    Var elements = elements(body);
    FunctionId make = new FunctionId(MODEL + maker + "(java.lang.Object[])");
    made(make, List.of(elements.read()), body);
    return body;
  }

  private List<Stmt> map(String maker) {
    List<Stmt> body = new ArrayList<>();
    Type.Ref table = new Type.Ref("io.cotangent.runtime.KeyTable");
    Var keys = new Var("keys", table);
    body.add(new Stmt.Declare(keys, part("table", table)));
    body.add(moved(2));
    Var elements = elements(body);
    FunctionId make =
        new FunctionId(MODEL + maker + "(io.cotangent.runtime.KeyTable,java.lang.Object[])");
    made(make, List.of(keys.read(), elements.read()), body);
    return body;
  }

  private void made(FunctionId maker, List<Expr> args, List<Stmt> body) {
    Var made = new Var("made", OBJECT);
    body.add(new Stmt.Declare(made, Exprs.defaultValue(OBJECT)));
    body.add(new Stmt.Call(List.of(made), maker, args, Span.NONE));
    body.add(new Stmt.Assign(result, made.read()));
  }

  private List<Stmt> object(ClassShape shape) {
    List<Stmt> body = new ArrayList<>();
    Var object = new Var("object", shape.type());
    body.add(new Stmt.Declare(object, new Expr.NewStruct(shape.type(), false)));
    for (ClassShape.Field field : kinds.fields(shape)) {
      if (field.type().isFloating()) {
        number(body, new Expr.Field(object.read(), field.name(), field.type()));
      } else if (field.type().isReference()) {
        Expr held = next(field.type(), body);
        body.add(new Stmt.Put(object.read(), field.name(), held));
      } else {
        String unboxed = field.type().toString().toLowerCase(Locale.ROOT) + "At";
        body.add(new Stmt.Put(object.read(), field.name(), part(unboxed, field.type())));
        body.add(moved(2));
      }
    }
    body.add(given(object.read()));
    return body;
  }
}
