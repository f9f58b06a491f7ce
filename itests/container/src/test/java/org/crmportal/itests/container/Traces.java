package org.crmportal.itests.container;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** What is left of modules that were replaced. */
final class Traces {

  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private int classes;
  private int threads;
  private long heap;

  /**
   * More than at the start.
   *
   * @param loaders class loaders of replaced modules that are still there
   * @param kibibytes of the heap
   */
  record Left(long loaders, int classes, int threads, long kibibytes) {}

  /** Remembers a class loader that will be replaced. */
  void watch(ClassLoader loader) {
    loaders.add(new WeakReference<>(loader));
  }

  /** From now on growth counts. */
  void start() {
    collect();
    classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    threads = ManagementFactory.getThreadMXBean().getThreadCount();
    heap = used();
  }

  /** What has grown since the start. */
  Left end() {
    collect();
    return new Left(
        loaders.stream().filter(loader -> loader.get() != null).count(),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes,
        ManagementFactory.getThreadMXBean().getThreadCount() - threads,
        (used() - heap) / 1024);
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Twice, because what a finalizer lets go of is collected by the second. */
  private static void collect() {
    for (int i = 0; i < 2; i++) {
      System.gc();
      System.runFinalization();
    }
  }
}
