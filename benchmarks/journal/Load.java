import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/// Clients that each do one thing after the other for a time, and how long each took.
final class Load {
    /// Something durable that a client does.
    interface Work {
        void once() throws Exception;
    }

    /// @param cpu processor time of the whole process, in microseconds for each operation, those of warming up too
    record Figures(String what, int clients, double perSecond, double p50, double p99, double cpu) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-28s %4d clients %9.0f /s   p50 %8.3f ms   p99 %8.3f ms   CPU %6.1f us",
                    what,
                    clients,
                    perSecond,
                    p50,
                    p99,
                    cpu);
        }
    }

    private Load() {}

    /// A third of the time is warming up.
    static Figures of(String what, int clients, double seconds, IntFunction<Work> client) throws Exception {
        var warm = System.nanoTime() + (long) (seconds / 3 * 1e9);
        var end = warm + (long) (seconds * 1e9);
        var cpu = cpu();
        var all = new ArrayList<Measured>();
        var failure = new AtomicReference<Throwable>();
        var left = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            var work = client.apply(i);
            Thread.ofVirtual().start(() -> {
                try {
                    var mine = measured(work, warm, end);
                    synchronized (all) {
                        all.add(mine);
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            });
        }
        left.await();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return figures(what, clients, seconds, all, cpu() - cpu);
    }

    /// @param times nanoseconds of each operation that was measured
    /// @param count of all operations
    private record Measured(long[] times, long count) {}

    private static Measured measured(Work work, long warm, long end) throws Exception {
        var times = new long[1024];
        var count = 0;
        var all = 0L;
        for (var now = System.nanoTime(); now < end; ) {
            work.once();
            all++;
            var then = System.nanoTime();
            if (now >= warm) {
                times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                times[count++] = then - now;
            }
            now = then;
        }
        return new Measured(Arrays.copyOf(times, count), all);
    }

    private static Figures figures(String what, int clients, double seconds, List<Measured> all, double cpu) {
        var times = all.stream()
                .flatMapToLong(each -> Arrays.stream(each.times()))
                .sorted()
                .toArray();
        var count = all.stream().mapToLong(Measured::count).sum();
        return new Figures(what, clients, times.length / seconds, at(times, 0.5), at(times, 0.99), cpu / count * 1e6);
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double at(long[] times, double share) {
        return times.length == 0 ? 0 : times[(int) (share * (times.length - 1))] / 1e6;
    }
}
