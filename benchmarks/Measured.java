import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Wall and CPU seconds of this process by what it did, one of each a round.
final class Measured {
    private final TreeMap<String, List<double[]>> times = new TreeMap<>();

    interface Work {
        void run() throws Exception;
    }

    /// Two things compared: how often the first time holds the second.
    record Ratio(String what, String of, String to) {}

    void time(String what, Work work) throws Exception {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = os.getProcessCpuTime();
        work.run();
        times.computeIfAbsent(what, _ -> new ArrayList<>())
                .add(new double[] {(System.nanoTime() - wall) / 1e9, (os.getProcessCpuTime() - cpu) / 1e9});
    }

    /// Medians, then the ratios of those that were measured, named by how their names begin.
    void print(List<Ratio> ratios) {
        times.forEach((what, _) ->
                System.out.printf(Locale.ROOT, "%-60s %8.2f %8.2f%n", what, median(what, 0), median(what, 1)));
        for (var ratio : ratios) {
            if (times.containsKey(named(ratio.of())) && times.containsKey(named(ratio.to()))) {
                System.out.printf(
                        Locale.ROOT,
                        "%-60s %7.2fx %7.2fx%n",
                        ratio.what(),
                        median(named(ratio.of()), 0) / median(named(ratio.to()), 0),
                        median(named(ratio.of()), 1) / median(named(ratio.to()), 1));
            }
        }
    }

    private String named(String beginning) {
        return times.keySet().stream()
                .filter(each -> each.startsWith(beginning + ". "))
                .findFirst()
                .orElse(beginning);
    }

    private double median(String what, int index) {
        var sorted = times.get(what).stream()
                .mapToDouble(each -> each[index])
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
