package io.cotangent.fuzz;

/**
 * The command: writes random programs, differentiates them with the processor and with an
 * independent differentiator, and reports where the two part.
 *
 * <p>From the project's root, after {@code mvn package}:
 *
 * <pre>{@code
 * java -cp conformance/target/classes:runtime/target/classes \
 *   -Dcotangent.processorPath=processor/target/cotangent-processor-0.1.0-SNAPSHOT.jar \
 *   io.cotangent.fuzz.FuzzMain --programs 20000 --seed 1 --out target/fuzz
 * }</pre>
 *
 * <p>Programs have consecutive seeds, each of which gives the same program and points everywhere;
 * {@code --only} runs one. {@code --without} leaves parts of the language out ({@link
 * io.cotangent.fuzz.gen.Feature}); {@code --self} tests the tester without the processor.
 *
 * <p>Exit status: 0 where nothing failed, 1 where something did, 2 for a wrong command line.
 */
public final class FuzzMain {
  private FuzzMain() {}

  /** Runs the command; {@link Options#USAGE} says what it takes. */
  public static void main(String[] args) {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Campaign campaign = new Campaign(options, System.out);
    campaign.run();
    System.out.println(campaign.summary());
    System.exit(campaign.failing() == 0 ? 0 : 1);
  }
}
