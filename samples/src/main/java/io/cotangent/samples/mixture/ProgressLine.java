package io.cotangent.samples.mixture;

import java.io.Console;
import java.io.PrintStream;

/**
 * A line that is written over as work goes on; where the output is no screen, every tenth report
 * and the last get a line of their own.
 */
final class ProgressLine {

  private static final int KEPT_WITHOUT_SCREEN = 10;

  private final PrintStream out;
  private final boolean overwrite;
  private String shown = "";
  private int reports;

  ProgressLine(PrintStream out) {
    this.out = out;
    this.overwrite = out == System.out && onTerminal();
  }

  /** Shows {@code text} in place of what the line showed. */
  void show(String text) {
    if (overwrite) {
      out.print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
      out.flush();
    } else if (reports % KEPT_WITHOUT_SCREEN == 0) {
      out.println(text);
    }
    shown = text;
    reports++;
  }

  /** Leaves the line as it stands. */
  void end() {
    if (overwrite) {
      out.println();
    } else if (reports % KEPT_WITHOUT_SCREEN != 1) {
      out.println(shown);
    }
  }

  /** Newer Java has a console also where there is no terminal, and a method that tells. */
  private static boolean onTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
