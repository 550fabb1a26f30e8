package io.cotangent.fuzz;

import io.cotangent.fuzz.gen.Feature;
import io.cotangent.fuzz.gen.Form;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a campaign is told.
 *
 * @param programs how many programs
 * @param seed the first program's seed; the others' follow it
 * @param minutes when to stop at the latest
 * @param batch how many programs to compile together
 * @param shrinkSeconds how long to shrink one failure
 * @param shrinks how many failures of one signature to shrink
 * @param out the folder for failures, or null
 * @param self whether to test the tester itself, without the processor
 * @param features what programs may use
 * @param form what is asked of the processor
 */
public record Options(
    int programs,
    long seed,
    double minutes,
    int batch,
    int shrinkSeconds,
    int shrinks,
    Path out,
    boolean self,
    Set<Feature> features,
    Form form) {
  /** The command's options, in words. */
  public static final String USAGE =
      """
      usage: FuzzMain [--programs N] [--seed S] [--minutes M] [--batch B] [--only SEED]
                      [--shrink-seconds T] [--shrinks K] [--out FOLDER] [--self]
                      [--without FEATURE,...] [--with FEATURE,...]
                      [--form scalar|batched|kernels|objects]
      """;

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException where it is not as {@link #USAGE} says
   */
  public static Options parse(String... args) {
    int programs = 200;
    long seed = 1;
    double minutes = 1e6;
    int batch = 25;
    int shrinkSeconds = 60;
    int shrinks = 1;
    Path out = null;
    boolean self = false;
    Set<Feature> features = EnumSet.allOf(Feature.class);
    Form form = Form.SCALAR;
    for (int i = 0; i < args.length; i++) {
      String name = args[i];
      if (name.equals("--self")) {
        self = true;
        continue;
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      String value = args[++i];
      switch (name) {
        case "--programs" -> programs = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--minutes" -> minutes = Double.parseDouble(value);
        case "--batch" -> batch = Integer.parseInt(value);
        case "--only" -> {
          seed = Long.parseLong(value);
          programs = 1;
        }
        case "--shrink-seconds" -> shrinkSeconds = Integer.parseInt(value);
        case "--shrinks" -> shrinks = Integer.parseInt(value);
        case "--out" -> out = Path.of(value);
        case "--without" -> features.removeAll(features(value));
        case "--with" -> features.retainAll(features(value));
        case "--form" -> form = Form.valueOf(value.toUpperCase(Locale.ROOT));
        default -> throw new IllegalArgumentException("unknown option " + name);
      }
    }
    return new Options(
        programs, seed, minutes, batch, shrinkSeconds, shrinks, out, self, features, form);
  }

  private static Set<Feature> features(String names) {
    Set<Feature> result = EnumSet.noneOf(Feature.class);
    for (String name : names.split(",")) {
      result.add(Feature.valueOf(name.trim().toUpperCase(Locale.ROOT)));
    }
    return result;
  }
}
