package io.cotangent.batch;

import io.cotangent.runtime.Exceptions;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Threads that take the blocks of one operation in order until none is left. The leader needs no
 * helper to get done, so a busy pool or a batch inside a batch can't stall it; when it returns, no
 * thread touches the operation's arrays any more.
 */
final class BlockRace {
  private final Blocks blocks;
  private int next;
  private int running;
  private int failedBlock = Integer.MAX_VALUE;
  private Throwable failure;
  private boolean over;

  BlockRace(Blocks blocks) {
    this.blocks = blocks;
  }

  /** Takes part until no block is left. */
  void help() {
    work(() -> false);
  }

  /**
   * Takes part, then waits for the others.
   *
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  void lead() {
    work(Thread.currentThread()::isInterrupted);
    if (await(Thread.interrupted())) {
      Thread.currentThread().interrupt();
      if (!finished()) {
        throw new CancellationException("interrupted: the batch is not finished");
      }
    }
    if (failure != null) {
      throw Exceptions.rethrow(failure);
    }
  }

  private void work(BooleanSupplier stop) {
    for (int block = take(); block >= 0; block = stop.getAsBoolean() ? -1 : take()) {
      try {
        blocks.run(block);
      } catch (Throwable e) {
        failed(block, e);
      } finally {
        done();
      }
    }
  }

  private synchronized int take() {
    if (over || next == blocks.count()) {
      return -1;
    }
    running++;
    return next++;
  }

  private synchronized void done() {
    running--;
    notifyAll();
  }

  /** Lower blocks were taken earlier and run to their end: the lowest failure is always found. */
  private synchronized void failed(int block, Throwable e) {
    over = true;
    if (block < failedBlock) {
      failedBlock = block;
      failure = e;
    }
  }

  /** Waits until no block runs; whether the thread was interrupted. */
  private synchronized boolean await(boolean interruptedBefore) {
    boolean interrupted = interruptedBefore;
    over |= interrupted;
    while (running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
        over = true;
      }
    }
    return interrupted;
  }

  private synchronized boolean finished() {
    return failure != null || next == blocks.count();
  }
}
