package io.cotangent.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DevicesTest {
  private final ForkJoinPool pool = new ForkJoinPool(4);

  @AfterEach
  void stop() {
    pool.shutdown();
  }

  private List<Device> devices() {
    return List.of(Device.sequential(), Device.parallel(), Device.parallel(pool), Device.best());
  }

  @Test
  void everyItemRunsOnce() {
    for (Device device : devices()) {
      for (int n : new int[] {0, 1, 1023, 1024, 1025, 200_000}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(n);
        device.run(
            new Operation(
                "test",
                n,
                0,
                (from, to, sums) -> {
                  for (int i = from; i < to; i++) {
                    runs.incrementAndGet(i);
                  }
                }));
        for (int i = 0; i < n; i++) {
          assertEquals(1, runs.get(i));
        }
      }
    }
  }

  private static Operation sums(int n, int width) {
    return new Operation(
        "test",
        n,
        width,
        (from, to, sums) -> {
          for (int i = from; i < to; i++) {
            for (int j = 0; j < width; j++) {
              sums[j] += Math.sin(i * 1e3 + j);
            }
          }
        });
  }

  @Test
  void sumsHaveTheSameBitsOnEveryDevice() {
    for (int width : new int[] {1, 3, 9000}) {
      int n = width > 3 ? 1500 : 100_003;
      double[] expected = Device.sequential().run(sums(n, width));
      for (Device device : devices()) {
        assertArrayEquals(expected, device.run(sums(n, width)), 0);
      }
    }
    assertArrayEquals(new double[2], Device.parallel(pool).run(sums(0, 2)), 0);
  }

  @Test
  void theFirstFailureIsThrownAndNothingRunsAfterwards() {
    for (Device device : devices()) {
      AtomicInteger running = new AtomicInteger();
      Operation failing =
          new Operation(
              "test",
              100_000,
              0,
              (from, to, sums) -> {
                running.incrementAndGet();
                try {
                  for (int i = from; i < to; i++) {
                    if (i == 30_000 || i == 3000 || i > 90_000) {
                      throw new java.io.IOException("item " + i);
                    }
                  }
                } finally {
                  running.decrementAndGet();
                }
              });
      Exception e = assertThrows(java.io.IOException.class, () -> device.run(failing));
      assertEquals("item 3000", e.getMessage());
      assertEquals(0, running.get());
    }
  }

  @Test
  void anInterruptCancelsOnceAllThreadsHaveLetGo() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger blocks = new AtomicInteger();
    Thread[] caller = new Thread[1];
    boolean[] cancelled = new boolean[1];
    caller[0] =
        new Thread(
            () -> {
              try {
                Device.parallel(pool)
                    .run(
                        new Operation(
                            "test",
                            1 << 20,
                            0,
                            (from, to, sums) -> {
                              running.incrementAndGet();
                              blocks.incrementAndGet();
                              started.countDown();
                              busy(20);
                              running.decrementAndGet();
                            }));
              } catch (CancellationException e) {
                cancelled[0] = Thread.currentThread().isInterrupted() && running.get() == 0;
              }
            });
    caller[0].start();
    assertTrue(started.await(30, TimeUnit.SECONDS));
    caller[0].interrupt();
    caller[0].join();
    assertTrue(cancelled[0]);
    assertTrue(blocks.get() < 1024, () -> "ran all of " + blocks);
  }

  private static void busy(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aBatchInABatchOnABusyPoolGetsDone() {
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Device device = Device.parallel(one);
      double[] outer =
          device.run(
              new Operation(
                  "outer", 5000, 1, (from, to, sums) -> sums[0] += device.run(sums(5000, 1))[0]));
      assertTrue(Double.isFinite(outer[0]));
    } finally {
      one.shutdown();
    }
  }

  @Test
  void openClWithoutItsModuleSaysWhatToAdd() {
    DeviceException e = assertThrows(DeviceException.class, Device::openCl);
    assertTrue(e.getMessage().contains("io.cotangent:cotangent-gpu-aparapi"), e.getMessage());
  }

  @Test
  void javaDevicesAreListed() {
    List<DeviceInfo> list = Devices.list();
    assertEquals(2, list.size());
    assertTrue(list.get(0).toString().startsWith("sequential (JAVA, double precision, "));
    assertFalse(list.get(1).memory() < 1);
  }
}
