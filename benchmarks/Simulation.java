import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.TaskId;
import muster.plan.WorkingHours;
import muster.risk.Activity;
import muster.risk.Arc;
import muster.risk.Opening;
import muster.risk.RiskNetwork;
import muster.risk.Settings;
import muster.risk.SimulationResult;
import muster.risk.Simulator;
import muster.risk.Watch;
import muster.schedule.OpenHours;

/// Process CPU time of whole simulations (laying out, iterations, figures) of random networks with three arcs per task:
/// median, first run cold, and whether 1, 2 and 4 threads give the same forecast. Arguments: TASKS ITERATIONS RUNS.
class Simulation {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    public static void main(String[] arguments) {
        int tasks = Integer.parseInt(arguments[0]);
        int iterations = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        System.out.printf("%d tasks, %d arcs, %d iterations%n", tasks, 3 * (tasks - 1), iterations);
        for (var kind : List.of("round the clock", "correlated", "calendars", "calendars, correlated")) {
            var network = network(tasks, kind);
            var seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                double before = cpu();
                forecast(network, iterations, 1);
                seconds[run] = cpu() - before;
            }
            double first = seconds[0];
            Arrays.sort(seconds);
            System.out.printf(
                    Locale.ROOT,
                    "%-22s median %.2f CPU-s (%.1f million samples per CPU-s), first %.2f CPU-s%n",
                    kind,
                    seconds[runs / 2],
                    (double) tasks * iterations / seconds[runs / 2] / 1e6,
                    first);
        }
        var network = network(tasks, "calendars, correlated");
        var one = forecast(network, iterations / 10, 1);
        boolean same =
                one.equals(forecast(network, iterations / 10, 2)) && one.equals(forecast(network, iterations / 10, 4));
        System.out.println("1, 2 and 4 threads give the same forecast: " + same);
    }

    private static SimulationResult forecast(RiskNetwork network, int iterations, int threads) {
        var settings = new Settings(1, iterations, threads, Settings.Stop.AT_THE_END);
        return Simulator.simulate(new Simulator.Question(network, START), settings, Watch.NOBODY);
    }

    private static RiskNetwork network(int tasks, String kind) {
        var hours = new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        var calendar = new Calendar(new CalendarId("c"), ZoneId.of("Europe/Berlin"), List.of(hours), List.of());
        Opening opening = (from, until) -> OpenHours.of(List.of(calendar), from, until);
        var random = new Random(7);
        var activities = new ArrayList<Activity>();
        var arcs = new ArrayList<Arc>();
        for (int task = 0; task < tasks; task++) {
            int min = 30 + random.nextInt(300);
            var estimate = new Estimate(
                    Duration.ofMinutes(min),
                    Duration.ofMinutes(min + random.nextInt(200)),
                    Duration.ofMinutes(min + 240));
            activities.add(new Activity(
                    new TaskId("t" + task),
                    estimate,
                    kind.startsWith("calendars") ? opening : null,
                    null,
                    null,
                    Activity.Price.NONE,
                    kind.endsWith("correlated") ? List.of(new Activity.Loading("agent" + task % 10, 0.5)) : List.of()));
            for (int arc = 0; arc < 3 && task > 0; arc++) {
                int from = Math.max(0, task - 200);
                arcs.add(Arc.of(new TaskId("t" + (from + random.nextInt(task - from))), new TaskId("t" + task)));
            }
        }
        return new RiskNetwork(START, Distribution.STANDARD, activities, arcs, List.of(), List.of());
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
