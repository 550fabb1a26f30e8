package io.cotangent.fuzz;

/**
 * The command: writes random programs, differentiates them with the processor and with an
 * independent differentiator, and reports where the two part.
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
