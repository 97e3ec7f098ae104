package muster.schedule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.plan.Agent;
import muster.plan.Calendar;
import muster.plan.Demand;
import muster.plan.Resource;
import muster.plan.TaskId;

/// Checks a schedule against its problem without any part of the scheduler: needs, releases, calendars (by asking of
/// every minute, or second where times are not on the minute, whether it is open), agents and resources.
public final class ScheduleCheck {
    private final SchedulingProblem problem;
    private final Map<TaskId, Slot> slots = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ScheduleCheck(SchedulingProblem problem) {
        this.problem = problem;
    }

    /// What is wrong with the schedule, in words; empty if nothing is.
    public static List<String> faults(SchedulingProblem problem, Schedule schedule) {
        var check = new ScheduleCheck(problem);
        schedule.slots().forEach(slot -> check.slots.put(slot.item(), slot));
        check.expect(
                check.slots.size() == problem.items().size()
                        && schedule.slots().size() == check.slots.size()
                        && problem.items().stream().allMatch(item -> check.slots.containsKey(item.id())),
                "slots and items do not correspond");
        if (check.faults.isEmpty()) {
            problem.items().forEach(check::item);
            problem.team().agents().forEach(check::agent);
            problem.team().resources().forEach(check::resource);
            check.expect(
                    schedule.slots().stream().noneMatch(slot -> slot.finish().isAfter(schedule.finish())),
                    "the schedule finishes before its last item");
        }
        return List.copyOf(check.faults);
    }

    private void item(WorkItem item) {
        var slot = slot(item);
        expect(!slot.start().isBefore(problem.start()), item.id() + " starts before the project");
        expect(
                item.earliest() == null || !slot.start().isBefore(item.earliest()),
                item.id() + " starts before it is released");
        for (var need : item.needs()) {
            var needed = Objects.requireNonNull(slots.get(need));
            expect(!slot.start().isBefore(needed.finish()), item.id() + " starts before " + need + " is finished");
        }
        var work = problem.basis().of(item.estimate());
        expect(openTime(item, slot, work).equals(work), item.id() + " does not get " + work + " of open time");
    }

    private Duration openTime(WorkItem item, Slot slot, Duration work) {
        var calendars = problem.team().agents().stream()
                .filter(agent -> item.owners().contains(agent.id()))
                .flatMap(agent -> problem.team().calendars().stream()
                        .filter(calendar -> calendar.id().equals(agent.calendar())))
                .toList();
        if (calendars.isEmpty()) {
            return Duration.between(slot.start(), slot.finish());
        }
        var step = Duration.ofSeconds(onMinute(slot.start(), slot.finish(), work) ? 60 : 1);
        var open = Duration.ZERO;
        for (var time = slot.start(); time.isBefore(slot.finish()); time = time.plus(step)) {
            open = open.plus(isOpen(calendars, time) ? step : Duration.ZERO);
        }
        return open;
    }

    private static boolean onMinute(Instant start, Instant finish, Duration work) {
        return start.getEpochSecond() % 60 == 0 && finish.getEpochSecond() % 60 == 0 && work.toSecondsPart() == 0;
    }

    private static boolean isOpen(List<Calendar> calendars, Instant time) {
        return calendars.stream().allMatch(calendar -> isOpen(calendar, time));
    }

    private static boolean isOpen(Calendar calendar, Instant time) {
        var local = time.atZone(calendar.zone());
        return !calendar.holidays().contains(local.toLocalDate())
                && (calendar.hours().isEmpty()
                        || calendar.hours().stream()
                                .anyMatch(hours -> hours.days().contains(local.getDayOfWeek())
                                        && !local.toLocalTime().isBefore(hours.from())
                                        && (hours.until().equals(LocalTime.MIDNIGHT)
                                                || local.toLocalTime().isBefore(hours.until()))));
    }

    private void agent(Agent agent) {
        var busy = problem.items().stream()
                .filter(item -> item.owners().contains(agent.id()))
                .toList();
        for (var item : busy) {
            long together = busy.stream()
                    .filter(other -> isOn(other, slot(item).start()))
                    .count();
            expect(together <= agent.capacity(), agent.id() + " has too much to do when " + item.id() + " starts");
        }
    }

    private void resource(Resource resource) {
        switch (resource.kind()) {
            case RENEWABLE, RESERVOIR ->
                problem.items().forEach(item -> {
                    var held = problem.items().stream()
                            .filter(other -> isOn(other, slot(item).start()))
                            .toList();
                    expect(
                            total(held, resource).compareTo(resource.amount()) <= 0,
                            "too much of " + resource.id() + " is held when " + item.id() + " starts");
                });
            case CONSUMABLE ->
                expect(
                        total(problem.items(), resource).compareTo(resource.amount()) <= 0,
                        "too much of " + resource.id() + " is used up");
        }
    }

    private static BigDecimal total(List<WorkItem> items, Resource resource) {
        return items.stream()
                .flatMap(item -> item.demands().stream())
                .filter(demand -> demand.resource().equals(resource.id()))
                .map(Demand::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isOn(WorkItem item, Instant time) {
        return !slot(item).start().isAfter(time) && slot(item).finish().isAfter(time);
    }

    private Slot slot(WorkItem item) {
        return Objects.requireNonNull(slots.get(item.id()));
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
