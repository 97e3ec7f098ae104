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

    /// @param tasks of the operations that ended a task; 0 if that is not counted
    record Figures(String what, int clients, double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-28s %4d clients %9.0f /s   p50 %8.3f ms   p99 %8.3f ms",
                    what,
                    clients,
                    perSecond,
                    p50,
                    p99);
        }
    }

    private Load() {}

    /// A third of the time is warming up.
    static Figures of(String what, int clients, double seconds, IntFunction<Work> client) throws Exception {
        var warm = System.nanoTime() + (long) (seconds / 3 * 1e9);
        var end = warm + (long) (seconds * 1e9);
        var all = new ArrayList<long[]>();
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
        return figures(what, clients, seconds, all);
    }

    private static long[] measured(Work work, long warm, long end) throws Exception {
        var times = new long[1024];
        var count = 0;
        for (var now = System.nanoTime(); now < end; ) {
            work.once();
            var then = System.nanoTime();
            if (now >= warm) {
                times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                times[count++] = then - now;
            }
            now = then;
        }
        return Arrays.copyOf(times, count);
    }

    private static Figures figures(String what, int clients, double seconds, List<long[]> all) {
        var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(what, clients, times.length / seconds, at(times, 0.5), at(times, 0.99));
    }

    private static double at(long[] times, double share) {
        return times.length == 0 ? 0 : times[(int) (share * (times.length - 1))] / 1e6;
    }
}
