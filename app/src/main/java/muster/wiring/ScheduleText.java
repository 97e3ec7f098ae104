package muster.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.schedule.AgentLoad;
import muster.schedule.Breach;
import muster.schedule.Health;
import muster.schedule.ScheduleDifference;
import muster.schedule.SchedulingResult;
import muster.schedule.Slot;
import muster.schedule.StatedDays;

/// A schedule as lines of text.
public final class ScheduleText {
    private ScheduleText() {}

    /// All of it, line by line: slots with what they wait for, critical path, dates missed, loads, health.
    public static void write(PlanSchedule planned, Consumer<String> lines) {
        if (planned.result() instanceof SchedulingResult.Scheduled scheduled) {
            write(planned, scheduled, lines);
        }
        planned.health().stream()
                .filter(check -> !check.holds())
                .forEach(check -> lines.accept("health         " + health(check)));
    }

    private static void write(PlanSchedule planned, SchedulingResult.Scheduled scheduled, Consumer<String> lines) {
        var schedule = scheduled.schedule();
        var network = scheduled.network();
        schedule.slots().forEach(slot -> slot(slot, lines));
        lines.accept("");
        lines.accept("finish         " + schedule.finish() + ", " + WaitWords.hours(schedule.makespan()) + " after "
                + schedule.start());
        lines.accept("bound          " + network.finish()
                + (scheduled.gap() == 0
                        ? ": no schedule is shorter"
                        : String.format(Locale.ROOT, ": gap at most %.1f %%", 100 * scheduled.gap())));
        lines.accept("critical path  " + ids(schedule.criticalPath(), " -> "));
        scheduled.breaches().forEach(breach -> lines.accept("late           " + breach(breach)));
        AgentLoad.of(planned.problem(), schedule).forEach(load -> lines.accept(load(load)));
        StatedDays.of(planned.plan(), planned.problem(), schedule)
                .forEach(finding -> lines.accept("stated days    " + finding.words()));
    }

    private static void slot(Slot slot, Consumer<String> lines) {
        var owners = slot.owners().isEmpty()
                ? "-"
                : slot.owners().stream().map(AgentId::value).collect(Collectors.joining("+"));
        var slack = WaitWords.hours(slot.totalSlack());
        lines.accept(slot.start() + "  " + slot.finish() + "  " + padded(owners, 12) + " slack " + padded(slack, 8)
                + " " + slot.item());
        slot.waits().forEach(wait -> lines.accept("    " + WaitWords.of(wait)));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String breach(Breach breach) {
        return breach.item() + " misses its " + WaitWords.words(breach.asked()) + " " + breach.due() + " by "
                + WaitWords.hours(breach.late())
                + (breach.proof() == Breach.Proof.PROVEN ? ": certain" : ": perhaps avoidable");
    }

    private static String load(AgentLoad load) {
        var most = load.days().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return "load           " + load.agent() + ": " + WaitWords.hours(load.work()) + " in " + load.items()
                + " items on " + load.days().size() + " days, at most " + WaitWords.hours(most) + " a day";
    }

    private static String health(Health.Check check) {
        return check.name() + ": " + check.count() + " of " + check.of() + " (" + check.says() + "; limit "
                + String.format(Locale.ROOT, "%.0f %%", 100 * check.limit()) + ", " + check.source() + ")"
                + (check.items().isEmpty()
                        ? ""
                        : ": " + ids(check.items().stream().limit(10).toList(), ", "));
    }

    /// What moved, and what that means for the end.
    public static List<String> of(ScheduleDifference difference) {
        var lines = new ArrayList<String>();
        for (var move : difference.moved()) {
            lines.add(move.item() + ": " + move.start() + ".." + move.finish() + " -> " + move.newStart() + ".."
                    + move.newFinish() + " (" + WaitWords.hours(move.variance()) + ")");
        }
        lines.add("finish " + WaitWords.hours(difference.finish())
                + (difference.finish().isNegative() ? " (earlier)" : ""));
        list("added", difference.added(), lines);
        list("dropped", difference.dropped(), lines);
        list("now critical", difference.nowCritical(), lines);
        list("no longer critical", difference.noLongerCritical(), lines);
        return lines;
    }

    private static void list(String name, List<TaskId> items, List<String> lines) {
        if (!items.isEmpty()) {
            lines.add(name + " " + ids(items, ", "));
        }
    }

    private static String ids(List<TaskId> items, String between) {
        return items.stream().map(TaskId::value).collect(Collectors.joining(between));
    }
}
