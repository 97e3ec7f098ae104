package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import muster.plan.AgentId;
import muster.plan.ConstraintKind;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.ResourceKind;
import muster.plan.WorkMode.Who;

/// Random small projects with everything that timing knows.
public final class RandomTiming {
    private static final Instant START = Instant.parse("2026-03-27T05:00:00Z");

    private RandomTiming() {}

    public static SmallProject project(Random random) {
        var project = new SmallProject(START.toString())
                .calendar("day", "Europe/Berlin", SmallProject.WEEKDAYS, "09:00-12:00", "13:00-17:00")
                .calendar("late", "America/New_York", SmallProject.ALL_DAYS, "12:00-20:00")
                .agent("p0", 1, "day")
                .able("sql")
                .agent("p1", 1 + random.nextInt(2), random.nextBoolean() ? "late" : null)
                .away("2026-03-28", "2026-03-30")
                .able("sql")
                .agent("p2", 1, "day")
                .extra("2026-03-28", "10:00", "16:00")
                .resource("disk", ResourceKind.RESERVOIR, "8")
                .resource("runner", ResourceKind.RENEWABLE, "2")
                .levels(day(2) + " 3", day(4) + " 2")
                .resource("bench", ResourceKind.RENEWABLE, "1");
        if (random.nextBoolean()) {
            project.inTurn();
        }
        project.resource("quota", ResourceKind.CONSUMABLE, "6").levels(day(3) + " 20", day(5) + " 60");
        int count = 3 + random.nextInt(8);
        for (int item = 0; item < count; item++) {
            item(random, project, item, count);
        }
        return project;
    }

    private static void item(Random random, SmallProject project, int item, int count) {
        var owners = random.nextInt(3) == 0 ? "" : "p" + random.nextInt(3);
        project.item("i" + item, Duration.ofMinutes(30L * random.nextInt(9)), owners, "");
        for (int other = 0; other < item; other++) {
            if (random.nextInt(5) == 0) {
                project.link(
                        "i" + other,
                        pick(random, LinkKind.values()),
                        Duration.ofHours(random.nextInt(7) - 2L),
                        pick(random, Lag.Passing.values()));
            }
        }
        if (random.nextInt(4) == 0) {
            project.date(
                    pick(random, ConstraintKind.values()),
                    START.plus(Duration.ofHours(random.nextInt(100))).toString());
        }
        if (random.nextInt(5) == 0) {
            project.deadline(START.plus(Duration.ofHours(random.nextInt(100))).toString());
        }
        if (random.nextInt(4) == 0) {
            project.mode(new Who.Capable("sql"), "2").mode(new Who.Together(List.of(new AgentId("p2"))), "0.5");
        }
        demands(random, project, item, count);
    }

    private static void demands(Random random, SmallProject project, int item, int count) {
        if (random.nextInt(4) == 0 && item + 1 < count) {
            project.holdsUntil("disk", String.valueOf(1 + random.nextInt(4)), "i" + (item + 1));
        }
        if (random.nextInt(4) == 0) {
            project.demands("runner", String.valueOf(1 + random.nextInt(2)));
        }
        if (random.nextInt(4) == 0) {
            project.demands("bench", "1");
        }
        if (random.nextInt(4) == 0) {
            project.demands("quota", String.valueOf(random.nextInt(6)));
        }
    }

    private static <T> T pick(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String day(int after) {
        return START.plus(Duration.ofDays(after)).toString();
    }

    /// The schedule with one item moved by its free slack.
    static Schedule slipped(SchedulingProblem problem, Schedule schedule, Slot slot) {
        var item = problem.items().stream()
                .filter(each -> each.id().equals(slot.item()))
                .findFirst()
                .orElseThrow();
        var open = new TeamTime(problem, Model.second(problem.start())).of(slot.owners(), item.demands());
        long by = slot.freeSlack().toSeconds();
        long work = open.between(slot.start().getEpochSecond(), slot.finish().getEpochSecond());
        long finish = open.moved(slot.finish().getEpochSecond(), by);
        long start = work == 0 ? finish : open.latestStart(finish, work);
        var slots = new ArrayList<>(schedule.slots());
        slots.remove(slot);
        slots.add(new Slot(
                slot.item(),
                Model.instant(start),
                Model.instant(finish),
                slot.waits(),
                slot.totalSlack(),
                slot.freeSlack(),
                slot.owners(),
                slot.mode()));
        var end = slots.stream().map(Slot::finish).max(Instant::compareTo).orElseThrow();
        return new Schedule(schedule.start(), end, slots, schedule.criticalPath());
    }
}
