package io.cotangent.fuzz.twin;

import io.cotangent.fuzz.run.Case;
import java.util.List;

/** A program that is written twice, and its points. */
record TwinCase(TwinProgram program, List<Object[]> points) implements Case {
  @Override
  public TwinProgram specimen() {
    return program;
  }

  @Override
  public Case named(String name) {
    TwinProgram p = program;
    return new TwinCase(
        new TwinProgram(
            p.seed(),
            name,
            p.members(),
            p.body(),
            p.params(),
            p.result(),
            p.wrt(),
            p.explicitWrt(),
            p.order()),
        points);
  }
}
