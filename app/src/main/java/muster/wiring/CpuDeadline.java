package muster.wiring;

import java.time.Duration;

/// Passes once this process has used some CPU time in all, or by the clock after twice as long from now on, so that
/// what waits ends too.
public final class CpuDeadline implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Duration cpu;
    private final long latest;
    private final Thread watch;
    private volatile boolean passed;

    private CpuDeadline(Duration cpu) {
        this.cpu = cpu;
        this.latest = System.nanoTime() + cpu.multipliedBy(2).toNanos();
        this.watch = Thread.ofPlatform().daemon().name("cpu-deadline").unstarted(this::watch);
    }

    /// Looks at the time from now until it is closed.
    ///
    /// @param cpu from the start of the process, not from now
    public static CpuDeadline at(Duration cpu) {
        var deadline = new CpuDeadline(cpu);
        deadline.passed = deadline.isOver();
        deadline.watch.start();
        return deadline;
    }

    /// True from the deadline on.
    public boolean passed() {
        return passed;
    }

    private boolean isOver() {
        return CpuTime.used().compareTo(cpu) >= 0 || System.nanoTime() >= latest;
    }

    private void watch() {
        try {
            while (!passed) {
                Thread.sleep(BETWEEN_LOOKS);
                passed = isOver();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
