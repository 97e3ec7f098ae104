package muster.solver;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A stop signal that comes when this process has used so much processor time, on all cores together: what a search
/// may cost does not depend on what else the machine is doing.
public final class CpuBudget implements BooleanSupplier {
    private final long begin = used();
    private final Duration budget;

    /// Counts from now on.
    public CpuBudget(Duration budget) {
        this.budget = budget;
    }

    @Override
    public boolean getAsBoolean() {
        return spent().compareTo(budget) >= 0;
    }

    /// What has been used since it was made.
    public Duration spent() {
        return Duration.ofNanos(used() - begin);
    }

    /// What has been used of it, 0 to 1.
    public double share() {
        return budget.isZero() ? 1 : Math.min(1, (double) spent().toNanos() / budget.toNanos());
    }

    private static long used() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
