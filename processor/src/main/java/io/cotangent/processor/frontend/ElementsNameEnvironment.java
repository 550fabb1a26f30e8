package io.cotangent.processor.frontend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
      Pattern.compile(
          "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+"
              + "(?:\\.(?:\\p{javaJavaIdentifierPart}++|\\*))+");

  /** What every module reads, and JDT asks for without being told to. */
  private static final Set<String> PLATFORM =
      Set.of("java", "java.io", "java.lang", "java.lang.annotation", "java.util");

  private final Elements elements;
  private final Set<ModuleElement> modules;
  private final Map<String, TypeElement> byInternalName = new HashMap<>();
  private final Map<TypeElement, String> internalNames = new HashMap<>();
  private final Map<String, ElementBinaryType> answers = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final Map<String, Boolean> packages = new HashMap<>();
  private final TreeSet<String> named = new TreeSet<>();

  /**
   * Answers with what the code of {@code modules} can name.
   *
   * @param modules the modules of the source files; none where the language has no modules yet
   */
  ElementsNameEnvironment(Elements elements, Set<ModuleElement> modules) {
    this.elements = elements;
    this.modules = modules;
  }

  /** Takes note of the qualified names in a source text: packages are told apart by them. */
  void addNamesIn(String text) {
    Matcher names = QUALIFIED.matcher(text);
    while (names.find()) {
      named.add(names.group());
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
    if (modules.isEmpty()) {
      return elements.getTypeElement(canonicalName);
    }
    for (ModuleElement module : modules) {
      TypeElement found = elements.getTypeElement(module, canonicalName);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The type's internal name; the type is found under it from now on. */
  String internalName(TypeElement type) {
    String known = internalNames.get(type);
    if (known == null) {
      known = elements.getBinaryName(type).toString().replace('.', '/');
      internalNames.put(type, known);
      byInternalName.putIfAbsent(known, type);
    }
    return known;
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
    return packages.computeIfAbsent(name.append(packageName).toString(), this::findPackage);
  }

  /**
   * Whether the source texts mean a package by {@code name}. javac may not know yet that {@code
   * com} exists where it has not read {@code com.acme}.
   */
  private boolean findPackage(String name) {
    if (PLATFORM.contains(name)) {
      return true;
    }
    Set<String> below = named.subSet(name + ".", name + "/");
    boolean meant = named.contains(name) || !below.isEmpty();
    return meant
        && (packageExists(name) || below.stream().anyMatch(each -> isPrefixOfPackage(name, each)));
  }

  private boolean isPrefixOfPackage(String name, String qualified) {
    for (int dot = qualified.indexOf('.', name.length() + 1);
        dot > 0;
        dot = qualified.indexOf('.', dot + 1)) {
      if (packageExists(qualified.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  /** Without a module, javac would look through all of the platform's for a name like this. */
  private boolean packageExists(String name) {
    return modules.isEmpty()
        ? elements.getPackageElement(name) != null
        : modules.stream().anyMatch(each -> elements.getPackageElement(each, name) != null);
  }

  @Override
  public void cleanup() {
    // Nothing to release: the elements are javac's.
  }
}
