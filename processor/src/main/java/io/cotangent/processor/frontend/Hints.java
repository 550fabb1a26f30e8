package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import spoon.reflect.code.CtInvocation;

/** What the methods that are being lowered have been told to do in reverse mode. */
final class Hints {
  private boolean runsAgain;

  /** A call is about to be lowered; what follows may run again if it asks for that. */
  void notice(CtInvocation<?> call) {
    runsAgain |=
        call.getExecutable().getSimpleName().equals("checkpoint")
            && Types.canonicalName(call.getExecutable().getDeclaringType())
                .equals("io.cotangent.Cotangent");
  }

  /**
   * Whether a call with this result must be looked into: it carries derivatives, or what is called
   * must be known to have no effects.
   */
  boolean wantsSource(Type result) {
    return runsAgain || result.carriesDerivative();
  }
}
