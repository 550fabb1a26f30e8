package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The call of a form in a public method: arguments and results found by their roles. */
final class EntryCall {
  private final Layout layout;
  private final Entry entry;
  private final Compiled compiled;
  private final Map<Role, CodeBlock> arguments = new HashMap<>();
  private final Map<Role, CodeBlock> results = new HashMap<>();

  private boolean ignoresValue;

  EntryCall(Layout layout, Entry entry) {
    this.layout = layout;
    this.entry = entry;
    compiled = layout.functions.get(entry.function().id());
  }

  /** Sets the argument for a role; it may be one that the form does not take. */
  void argument(Kind kind, int param, CodeBlock value) {
    arguments.put(new Role(kind, param), value);
  }

  /** Whether the form takes a parameter of this role. */
  boolean takes(Kind kind, int param) {
    return entry.takes(kind, param);
  }

  /** The method's value won't be asked for. */
  void ignoreValue() {
    ignoresValue = true;
  }

  /** Writes the call; {@code ws} is the workspace's name, for a taped form. */
  void emit(CodeBlock.Builder out, Names locals, @Nullable String ws) {
    List<CodeBlock> args = new ArrayList<>();
    for (int i = 0; i < entry.paramRoles().size(); i++) {
      args.add(argument(entry.paramRoles().get(i), entry.function().params().get(i).type()));
    }
    if (compiled.taped()) {
      args.add(CodeBlock.of("$N", ws));
    }
    CodeBlock call = CodeBlock.of("$N($L)", compiled.name(), CodeBlock.join(args, ",$W"));
    List<Role> roles = entry.resultRoles();
    if (roles.isEmpty()) {
      out.addStatement("$L", call);
    } else if (compiled.hasRecord()) {
      String local = locals.fresh("results");
      out.addStatement("$N $N = $L", compiled.record(), local, call);
      for (int i = 0; i < roles.size(); i++) {
        result(i, CodeBlock.of("$N.$N()", local, compiled.resultNames().get(i)));
      }
    } else if (ignoresValue && roles.get(0).kind() == Kind.VALUE) {
      out.addStatement("$L", call);
      workspaceResults(ws);
    } else {
      Var first = entry.function().results().get(0);
      String local = locals.fresh(roles.get(0).kind() == Kind.VALUE ? "value" : first.name());
      out.addStatement("$T $N = $L", JavaTypes.of(first.type()), local, call);
      result(0, CodeBlock.of("$N", local));
      workspaceResults(ws);
    }
  }

  private void workspaceResults(@Nullable String ws) {
    for (int i = 1; i < entry.resultRoles().size(); i++) {
      result(i, CodeBlock.of("$N.$N", ws, compiled.resultNames().get(i)));
    }
  }

  private CodeBlock argument(Role role, Type type) {
    CodeBlock value = arguments.get(role);
    if (value != null) {
      return value;
    }
    if (role.kind() == Kind.PRIMAL) {
      return CodeBlock.of("$N", layout.params.get(role.param()));
    }
    if (type.isArray()) {
      throw new IllegalStateException("no argument for " + role + " of " + entry.function().id());
    }
    return Layout.number(0.0, type);
  }

  private void result(int index, CodeBlock code) {
    Role role = entry.resultRoles().get(index);
    Type type = entry.function().results().get(index).type();
    Type wanted = role.param() >= 0 ? layout.param(role.param()).type() : layout.plan.resultType();
    boolean narrows = type == Type.DOUBLE && wanted == Type.FLOAT;
    TypeName cast = JavaTypes.of(wanted);
    results.put(role, narrows ? CodeBlock.of("($T) $L", cast, code) : code);
  }

  /** The result of this role, once the call is written; null where the form has none. */
  @Nullable CodeBlock result(Kind kind, int param) {
    return results.get(new Role(kind, param));
  }

  /** The method's value. */
  CodeBlock value() {
    CodeBlock value = result(Kind.VALUE, -1);
    if (value == null) {
      throw new IllegalStateException("no value among the results of " + entry.function().id());
    }
    return value;
  }
}
