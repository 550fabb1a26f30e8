package io.cotangent.fuzz.ast;

import java.util.List;

/** A statement of a random program; labels are empty strings where there are none. */
public sealed interface Stmt {
  /** Calls the visitor's method for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** {@code modifier ty name = init;}; modifier is "", "final" or "var"; init may be null. */
  record Local(String modifier, Ty ty, String name, Expr init) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.local(this);
    }
  }

  /** An expression as a statement. */
  record Eval(Expr expr) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.eval(this);
    }
  }

  /** {@code if (test) {yes} else {no}}; no {@code else} where {@code no} is empty. */
  record If(Expr test, List<Stmt> yes, List<Stmt> no) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ifElse(this);
    }
  }

  /**
   * A for loop; {@code init} holds {@link Local}s of one type or {@link Eval}s; a null {@code test}
   * is left out.
   */
  record For(String label, List<Stmt> init, Expr test, List<Expr> update, List<Stmt> body)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forLoop(this);
    }
  }

  /** {@code for (ty name : array)}. */
  record ForEach(String label, Ty ty, String name, Expr array, List<Stmt> body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /** A while loop, or a do-while loop where {@code testLast}. */
  record While(String label, Expr test, boolean testLast, List<Stmt> body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whileLoop(this);
    }
  }

  /** {@code break label;}. */
  record Break(String label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.breakTo(this);
    }
  }

  /** {@code continue label;}. */
  record Continue(String label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.continueTo(this);
    }
  }

  /** {@code return value;}; the value is null in a void method. */
  record Return(Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.returnValue(this);
    }
  }

  /** {@code yield value;}. */
  record Yield(Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.yieldValue(this);
    }
  }

  /** A switch statement, with arrows, or with colons and fall-through. */
  record Switch(Expr selector, boolean arrows, List<SwitchArm> arms) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.switchOn(this);
    }
  }

  /** A block, labelled or not. */
  record Block(String label, List<Stmt> body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** {@code throw new java.lang.type("text" + detail);}; detail may be null. */
  record Throw(String type, String text, Expr detail) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.throwNew(this);
    }
  }

  /** {@code assert test : "text";}. */
  record Assert(Expr test, String text) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assertThat(this);
    }
  }

  /** A try statement; {@code last} is what {@code finally} does, empty where there is none. */
  record Try(List<Stmt> body, List<Catch> catches, List<Stmt> last) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attempt(this);
    }
  }

  /** {@code catch (types name) {body}}, the types of java.lang. */
  record Catch(List<String> types, String name, List<Stmt> body) {}

  /** {@code throw name;} of what a clause around it caught. */
  record Rethrow(String name) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rethrow(this);
    }
  }

  /** One method per kind of statement. */
  interface Visitor<R> {
    R local(Local s);

    R eval(Eval s);

    R ifElse(If s);

    R forLoop(For s);

    R forEach(ForEach s);

    R whileLoop(While s);

    R breakTo(Break s);

    R continueTo(Continue s);

    R returnValue(Return s);

    R yieldValue(Yield s);

    R switchOn(Switch s);

    R block(Block s);

    R throwNew(Throw s);

    R assertThat(Assert s);

    R attempt(Try s);

    R rethrow(Rethrow s);
  }
}
