package io.cotangent.processor.frontend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Answers JDT's questions for types and packages from javac's {@link Elements}.
 *
 * <p>So JDT sees exactly the types that javac sees, whatever the class path, the modules, the
 * {@code --release} or the host are, and reads no file of its own. A type of the same compilation
 * is answered like one of the class path: its bodies never reach the model.
 */
final class ElementsNameEnvironment implements INameEnvironment {

  private static final Pattern QUALIFIED =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  private final Elements elements;
  private final Set<ModuleElement> modules;
  private final Map<String, TypeElement> byInternalName = new HashMap<>();
  private final Map<TypeElement, String> internalNames = new HashMap<>();
  private final Map<String, ElementBinaryType> answers = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final Set<String> packages = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * Answers as the types of {@code modules} see the world.
   *
   * @param modules where to look for a type that several modules declare
   */
  ElementsNameEnvironment(Elements elements, Set<ModuleElement> modules) {
    this.elements = elements;
    this.modules = modules;
    addPackage("java.lang");
  }

  /** Makes {@code name} and the packages that enclose it known. */
  void addPackage(String name) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      if (!packages.add(name.substring(0, end))) {
        return;
      }
    }
  }

  /** Makes the packages known that a source text names in full, if they exist. */
  void addPackagesNamedIn(String text) {
    Matcher chains = QUALIFIED.matcher(text);
    while (chains.find()) {
      String chain = chains.group();
      for (int dot = chain.indexOf('.'); dot > 0; dot = chain.indexOf('.', dot + 1)) {
        String prefix = chain.substring(0, dot);
        if (seen.add(prefix) && elements.getPackageElement(prefix) != null) {
          addPackage(prefix);
        }
      }
    }
  }

  /** The type of that internal name, such as {@code java/util/Map$Entry}, if it exists. */
  Optional<TypeElement> type(String internalName) {
    TypeElement known = byInternalName.get(internalName);
    if (known != null) {
      return Optional.of(known);
    }
    if (absent.contains(internalName)) {
      return Optional.empty();
    }
    TypeElement found = find(internalName.replace('/', '.'));
    if (found == null || !internalName(found).equals(internalName)) {
      absent.add(internalName);
      return Optional.empty();
    }
    return Optional.of(found);
  }

  private @Nullable TypeElement find(String binaryName) {
    TypeElement found = lookup(binaryName);
    int dollar = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
    while (found == null && dollar > 0) {
      TypeElement outer = lookup(binaryName.substring(0, dollar));
      found = outer == null ? null : member(outer, binaryName);
      dollar = binaryName.indexOf('$', dollar + 1);
    }
    return found;
  }

  private @Nullable TypeElement member(TypeElement outer, String binaryName) {
    for (TypeElement member : ElementFilter.typesIn(outer.getEnclosedElements())) {
      String name = elements.getBinaryName(member).toString();
      if (binaryName.equals(name)) {
        return member;
      }
      if (binaryName.startsWith(name + "$")) {
        TypeElement inner = member(member, binaryName);
        if (inner != null) {
          return inner;
        }
      }
    }
    return null;
  }

  private @Nullable TypeElement lookup(String canonicalName) {
    TypeElement found = elements.getTypeElement(canonicalName);
    if (found != null) {
      return found;
    }
    return modules.stream()
        .map(module -> elements.getTypeElement(module, canonicalName))
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  /** The type's internal name; the type is found under it from now on. */
  String internalName(TypeElement type) {
    return internalNames.computeIfAbsent(
        type,
        key -> {
          String name = elements.getBinaryName(key).toString().replace('.', '/');
          byInternalName.putIfAbsent(name, key);
          return name;
        });
  }

  private @Nullable NameEnvironmentAnswer answer(String internalName) {
    ElementBinaryType known = answers.get(internalName);
    if (known == null) {
      TypeElement type = type(internalName).orElse(null);
      if (type == null) {
        return null;
      }
      known = new ElementBinaryType(type, this::internalName);
      answers.put(internalName, known);
    }
    return new NameEnvironmentAnswer(known, null);
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[][] compoundTypeName) {
    return answer(
        Arrays.stream(compoundTypeName).map(String::new).collect(Collectors.joining("/")));
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
    StringBuilder name = new StringBuilder();
    for (char[] part : packageName) {
      name.append(part).append('/');
    }
    return answer(name.append(typeName).toString());
  }

  @Override
  public boolean isPackage(char[] @Nullable [] parentPackageName, char[] packageName) {
    StringBuilder name = new StringBuilder();
    if (parentPackageName != null) {
      for (char[] part : parentPackageName) {
        name.append(part).append('.');
      }
    }
    String qualified = name.append(packageName).toString();
    if (packages.contains(qualified)) {
      return true;
    }
    if (elements.getPackageElement(qualified) == null) {
      return false;
    }
    addPackage(qualified);
    return true;
  }

  @Override
  public void cleanup() {
    // Nothing to release: the elements are javac's.
  }
}
