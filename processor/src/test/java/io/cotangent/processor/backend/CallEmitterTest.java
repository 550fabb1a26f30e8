package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.FunctionEmitterTest.method;
import static io.cotangent.processor.backend.Ir.assign;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.num;
import static io.cotangent.processor.backend.Ir.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of the class's own functions as Java text. */
class CallEmitterTest {
  @Test
  void severalResultsGoThroughTheWorkspaceOrARecord() {
    Var x = number("x");
    Var y = number("y");
    Var z = number("z");
    Function taped = function("tapedPair", List.of(x), List.of(x, y), declare(y, num(1.0)));
    assertEquals(
        """
        private static double tapedPair(double x, Workspace ws) {
          double y = 1.0;
          ws.tapedPairY = y;
          return x;
        }
        """,
        method(taped));
    Function caller =
        function(
            "tapedCaller",
            List.of(x),
            List.of(z),
            declare(y, num(0.0)),
            declare(z, num(0.0)),
            new Stmt.Call(List.of(y, z), taped.id(), List.of(x.read()), Span.NONE));
    assertEquals(
        """
        private static double tapedCaller(double x, Workspace ws) {
          double y = tapedPair(x, ws);
          double z = ws.tapedPairY;
          return z;
        }
        """,
        method(taped, caller));
    Function pair = function("pair", List.of(x), List.of(x, y), declare(y, num(1.0)));
    Function plain =
        function(
            "plain",
            List.of(x, y),
            List.of(y),
            declare(z, num(0.0)),
            assign(z, x.read()),
            new Stmt.Call(List.of(y, z), pair.id(), List.of(x.read()), Span.NONE));
    assertEquals(
        """
        private static double plain(double x, double y) {
          double z = 0.0;
          z = x;
          PairResult pairResult = pair(x);
          y = pairResult.x();
          z = pairResult.y();
          return y;
        }
        """,
        method(pair, plain));
  }
}
