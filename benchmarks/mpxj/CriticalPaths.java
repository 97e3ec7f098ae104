import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Estimate;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkingHours;
import muster.schedule.Basis;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.WorkItem;

/// The critical path of the same tasks by Muster and by MPXJ: medians of process CPU time, and whether all earliest
/// times are the same.
final class CriticalPaths {
    private static final int OFTEN = 20;

    private CriticalPaths() {}

    public static void main(String[] args) {
        int runs = Integer.parseInt(args[0]);
        System.out.printf(
                Locale.ROOT, "%9s %12s %12s %8s %12s%n", "tasks", "muster ms", "mpxj ms", "ratio", "differences");
        for (int at = 1; at < args.length; at++) {
            var problem = problem(Integer.parseInt(args[at]));
            var peer = new Mpxj(problem);
            double theirs = median(runs, peer::schedule);
            double ours = median(runs, () -> networks(problem)) / OFTEN;
            var differences = peer.differences(Objects.requireNonNull(Scheduler.network(problem)));
            System.out.printf(
                    Locale.ROOT,
                    "%9s %12.1f %12.1f %8.1f %12d%n",
                    args[at],
                    ours * 1000,
                    theirs * 1000,
                    theirs / ours,
                    differences.size());
            differences.stream().limit(3).forEach(System.out::println);
        }
    }

    /// Three needs among the 200 tasks before.
    private static SchedulingProblem problem(int tasks) {
        var hours = new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(16, 0));
        var office = new Calendar(new CalendarId("office"), ZoneOffset.UTC, List.of(hours), List.of());
        var worker =
                new Agent(new AgentId("a"), "A", "R", AgentKind.HUMAN, List.of(), List.of(), List.of(), 1, office.id());
        var random = new Random(5);
        var items = new ArrayList<WorkItem>();
        for (int task = 0; task < tasks; task++) {
            var needs = new ArrayList<TaskId>();
            for (int need = 0; need < 3 && task > 0; need++) {
                int from = Math.max(0, task - 200);
                needs.add(new TaskId("t" + (from + random.nextInt(task - from))));
            }
            var estimate = Estimate.exactly(Duration.ofHours(1 + random.nextInt(8)));
            items.add(new WorkItem(new TaskId("t" + task), estimate, List.of(worker.id()), needs, List.of(), null));
        }
        var team = new Team(List.of(office), List.of(worker), List.of());
        return new SchedulingProblem(items, team, Instant.parse("2026-01-05T08:00:00Z"), Basis.LIKELY);
    }

    /// Once is too short for the clock of processor time.
    private static Object networks(SchedulingProblem problem) {
        for (int time = 1; time < OFTEN; time++) {
            Objects.requireNonNull(Scheduler.network(problem));
        }
        return Objects.requireNonNull(Scheduler.network(problem));
    }

    private static double median(int runs, Supplier<Object> work) {
        var times = new double[runs];
        for (int run = -runs; run < runs; run++) {
            double before = cpu();
            Objects.requireNonNull(work.get());
            times[Math.max(run, 0)] = cpu() - before;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
