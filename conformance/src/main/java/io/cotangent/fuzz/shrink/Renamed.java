package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;

/** Gives a program's classes another name. */
final class Renamed {
  private Renamed() {}

  static Program of(Program p, String name) {
    return new Program(
        p.seed(),
        name,
        method(p, p.main(), name),
        p.wrt(),
        p.explicitWrt(),
        p.order(),
        p.helpers().stream().map(m -> method(p, m, name)).toList(),
        p.batching());
  }

  private static Method method(Program p, Method m, String name) {
    String owner = m.owner().equals(p.name()) ? name : name + "Helpers";
    return new Method(m.id(), owner, m.name(), m.result(), m.params(), m.varargs(), m.body());
  }
}
