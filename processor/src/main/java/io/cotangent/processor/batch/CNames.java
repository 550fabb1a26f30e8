package io.cotangent.processor.batch;

import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Identifiers of one C function: the variables' own names as far as C allows. */
final class CNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("auto break case char const continue default do double else enum extern float for goto"
                  + " if inline int long register restrict return short signed sizeof static struct"
                  + " switch typedef union unsigned void volatile while bool half uchar ushort uint"
                  + " ulong size_t ptrdiff_t intptr_t uintptr_t event_t sampler_t image1d_t image2d_t"
                  + " image3d_t true false global local constant private kernel generic pipe complex"
                  + " imaginary quad read_only write_only read_write uniform it lane item n nonce"
                  + " status done main exp log sin cos tan asin acos atan atan2 sinh cosh tanh sqrt"
                  + " cbrt pow hypot log10 log1p expm1 fabs fmax fmin floor ceil rint fmod fma erf"
                  + " erfc lgamma tgamma isnan copysign nextafter ilogb ldexp min max abs select"
                  + " convert_int_sat_rtz convert_long_sat_rtz as_int as_long as_float as_double"
                  + " NAN INFINITY MAXFLOAT HUGE_VAL NULL Item Doubles Floats Ints Sum"
                  + " reduction sums capacity lanes ints partials pass run signbit isinf atomic_min"
                  + " atomic_add barrier INT DOUBLE FLOAT LONG SUM BEGIN END PARAMETERS INDEX"
                  + " NEGATIVE_SIZE DIVISION THROWN RESULT_SIZE SCRATCH ARRAYS ARRAY_TAPE INTEGERS"
                  + " FLOATING GROUP_SIZE HALF Array T U x_")
              .split(" "));

  private final Set<String> taken = new HashSet<>();
  private final Map<Var, String> names = new HashMap<>();

  /** The variable's identifier. */
  String of(Var var) {
    return names.computeIfAbsent(var, v -> fresh(v.name()));
  }

  /** An identifier like {@code wanted} that nothing else has. */
  String fresh(String wanted) {
    String base = legal(wanted);
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** The nearest identifier that C allows for a variable. */
  static String legal(String wanted) {
    StringBuilder name = new StringBuilder();
    for (char c : wanted.toCharArray()) {
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
      name.append(plain ? c : '_');
    }
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      name.insert(0, 'v');
    }
    // Two letters, a digit or an underscore and more could be a name of ours or of the compiler's.
    boolean ours = name.indexOf("_") > 0 && name.length() < 14;
    return RESERVED.contains(name.toString()) || ours ? name + "_" : name.toString();
  }
}
