package io.cotangent.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, writes JMH's JSON and prints how the methods' times relate. */
public final class BenchmarkMain {
  private BenchmarkMain() {}

  /**
   * Runs.
   *
   * @param args {@code short} or {@code long}; the folder for the JSON; optionally a regular
   *     expression for the benchmarks wanted, then {@code parameter=value,value} as often as needed
   */
  public static void main(String[] args) throws RunnerException, IOException {
    if (args.length < 2 || !(args[0].equals("short") || args[0].equals("long"))) {
      throw new IllegalArgumentException(
          "usage: BenchmarkMain short|long <folder> [<benchmarks> [<parameter>=<value>,...]...]");
    }
    Path folder = Files.createDirectories(Path.of(args[1]));
    Path json = folder.resolve("jmh-" + args[0] + ".json");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(args.length > 2 && !args[2].isBlank() ? args[2] : "io.cotangent.benchmarks")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .resultFormat(ResultFormatType.JSON)
            .result(json.toString());
    for (int i = 3; i < args.length; i++) {
      int at = args[i].indexOf('=');
      options.param(args[i].substring(0, at), args[i].substring(at + 1).split(","));
    }
    List<Measurement> measurements = new ArrayList<>();
    for (RunResult run : new Runner(form(options, args[0].equals("long")).build()).run()) {
      measurements.add(Measurement.of(run));
    }
    System.out.println();
    System.out.println(
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + ", "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    System.out.print(RatioTable.of(measurements));
    System.out.println("JMH's figures: " + json);
  }

  /** The short form tells what is wildly wrong; the long one is for figures to be quoted. */
  private static ChainedOptionsBuilder form(ChainedOptionsBuilder options, boolean isLong) {
    if (isLong) {
      return options
          .forks(3)
          .warmupIterations(5)
          .warmupTime(TimeValue.seconds(1))
          .measurementIterations(5)
          .measurementTime(TimeValue.seconds(1));
    }
    return options
        .forks(1)
        .warmupIterations(5)
        .warmupTime(TimeValue.milliseconds(500))
        .measurementIterations(5)
        .measurementTime(TimeValue.milliseconds(300));
  }
}
