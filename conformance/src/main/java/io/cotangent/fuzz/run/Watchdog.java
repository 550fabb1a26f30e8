package io.cotangent.fuzz.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs things that may not come back. */
public final class Watchdog {
  private static final long STACK = 64L << 20;

  private Watchdog() {}

  /** The time was up; the thread that was late is left to itself. */
  public static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Late(String message) {
      super(message);
    }
  }

  /** The task's result, if it comes within a number of seconds. */
  public static <T> T within(int seconds, Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "fuzz", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new Late("not done after " + seconds + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Late("interrupted");
    }
  }
}
