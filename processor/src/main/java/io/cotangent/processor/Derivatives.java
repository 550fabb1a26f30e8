package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.InverseForms;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.Forward;
import io.cotangent.processor.transform.JacobianRows;
import io.cotangent.processor.transform.ReplayProgram;
import io.cotangent.processor.transform.ReverseProgram;
import io.cotangent.processor.transform.Taped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The derivative functions of a linearised method, as a class to write. */
final class Derivatives {
  private static final String JVP = "Jvp";

  private final Request request;
  private final LoweredProgram lowered;
  private final InPlace inPlace;

  Derivatives(Request request, LoweredProgram lowered, InPlace inPlace) {
    this.request = request;
    this.lowered = lowered;
    this.inPlace = inPlace;
  }

  /** The parameters that an entry is differentiated by. */
  static List<Var> inputs(Request request, InPlace inPlace, Function entry) {
    return inPlace.differentiated(request.wrt()).stream().map(entry.params()::get).toList();
  }

  /** The class, or nothing and the problems that are in the way. */
  Optional<DerivativeClass> of(Facts facts, Set<Problem> problems) {
    Function entry = facts.program().get(lowered.entry());
    boolean isVoid = entry.results().isEmpty();
    List<Integer> seeded = inPlace.seeded(facts, entry, request.wrt());
    Roles roles = new Roles(entry, facts);
    Program forward = Forward.apply(facts, JVP);
    ReplayProgram replay = ReplayProgram.of(facts, entry);
    List<Var> ends = isVoid ? seeded.stream().map(entry.params()::get).toList() : entry.results();
    ReverseProgram reverse = ReverseProgram.of(facts, entry, ends);
    List<Function> helpers = new ArrayList<>(forward.functions().values());
    helpers.addAll(replay.callees());
    helpers.addAll(reverse.callees());
    Set<FunctionId> taped = new LinkedHashSet<>(reverse.taped());
    taped.addAll(replay.taped());
    taped.addAll(Taped.below(forward));
    Optional<Entry> second = Optional.empty();
    if (request.order() == 2 && !isVoid && !entry.results().get(0).type().isArray()) {
      List<Var> inputs = inputs(request, inPlace, entry);
      SecondOrder order2 = SecondOrder.of(facts, entry, inputs, reverse);
      problems.addAll(order2.problems());
      if (!problems.isEmpty()) {
        return Optional.empty();
      }
      helpers.addAll(order2.functions());
      taped.addAll(order2.taped());
      Entry form = roles.reverse(reverse.joint(), seeded);
      second = Optional.of(roles.tangent(form, order2.entry(), order2.facts()));
    }
    DerivativeClass.Forms forms =
        new DerivativeClass.Forms(
            roles.jvp(forward.get(Forward.id(entry.id(), JVP))),
            roles.recorded(replay.entry().recorded()),
            roles.replay(replay.entry().replay()),
            roles.reverse(reverse.joint(), seeded),
            roles.augmented(reverse.split().augmented()),
            roles.pullback(reverse.split().pullback()),
            reverse.checked().map(form -> roles.reverse(form, seeded)).orElse(null),
            JacobianRows.of(facts, entry, inputs(request, inPlace, entry))
                .map(roles::rows)
                .orElse(null),
            second.orElse(null));
    Optional<InverseForms> inverse = Optional.empty();
    if (request.inverse()) {
      Inversion inversion = Inversion.of(facts, entry, inputs(request, inPlace, entry));
      problems.addAll(inversion.problems());
      helpers.addAll(inversion.callees());
      taped.addAll(inversion.taped());
      inverse = Optional.of(inversion.forms());
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Finished finished = Finished.of(forms, inverse, helpers, taped, !request.batched());
    return Optional.of(
        new DerivativeClass(
            request.packageName(),
            request.className(),
            request.isPublic(),
            request.sourceClass(),
            request.sourceMethod(),
            request.sourceAccessible(),
            request.hasReceiver(),
            roles.parameters(inPlace.written()),
            isVoid ? Type.VOID : entry.results().get(0).type(),
            inPlace.differentiated(request.wrt()),
            request.order(),
            finished.forms(),
            finished.inverse(),
            finished.helpers(),
            finished.taped(),
            request.exceptions(),
            lowered.shapes(),
            false));
  }
}
