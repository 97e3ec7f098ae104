package muster.schedule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import muster.plan.Agent;
import muster.plan.DateConstraint;
import muster.plan.Lag;
import muster.plan.Level;
import muster.plan.Link;
import muster.plan.Resource;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Checks a schedule against its problem without any part of the scheduler: links, dates, calendars (by asking of every
/// quarter of an hour, or less where times are finer, whether it is open), agents, resources and turns. A date that is
/// missed is a fault; a deadline that is missed is none.
public final class ScheduleCheck {
    private final SchedulingProblem problem;
    private final Map<TaskId, Slot> slots;
    private final OpenCheck hours;
    private final List<String> faults = new ArrayList<>();

    private ScheduleCheck(SchedulingProblem problem, Schedule schedule) {
        this.problem = problem;
        this.slots = schedule.byItem();
        this.hours = new OpenCheck(problem.team());
    }

    /// What is wrong with the schedule, in words; empty if nothing is.
    public static List<String> faults(SchedulingProblem problem, Schedule schedule) {
        var check = new ScheduleCheck(problem, schedule);
        check.correspond(schedule);
        if (check.faults.isEmpty()) {
            problem.items().forEach(check::item);
        }
        if (check.faults.isEmpty()) {
            problem.team().agents().forEach(check::agent);
            problem.team().resources().forEach(check::resource);
            check.ends(schedule);
        }
        return List.copyOf(check.faults);
    }

    private void correspond(Schedule schedule) {
        var left = new HashSet<TaskId>();
        problem.items().forEach(item -> left.add(item.id()));
        for (var slot : schedule.slots()) {
            expect(left.remove(slot.item()), slot.item() + " has another slot already, or is no item of the plan");
        }
        problem.items().stream()
                .filter(item -> left.contains(item.id()))
                .forEach(item -> faults.add(item.id() + " has no slot"));
    }

    private void ends(Schedule schedule) {
        var last = schedule.slots().stream().map(Slot::finish).max(Comparator.naturalOrder());
        last.ifPresent(finish -> {
            expect(!finish.isAfter(schedule.finish()), "the schedule finishes before its last item");
            expect(
                    !finish.isBefore(schedule.finish()),
                    "the schedule states a later finish than that of its last item");
        });
    }

    private void item(WorkItem item) {
        var slot = slot(item.id());
        var ways = WorkWays.of(item, problem.team());
        if (slot.mode() < 0
                || slot.mode() >= ways.size()
                || !slot.owners().equals(ways.get(slot.mode()).owners())) {
            faults.add(item.id() + " is done by " + slot.owners() + ", which is not its way " + slot.mode());
            return;
        }
        expect(!slot.start().isBefore(problem.start()), item.id() + " starts before the project");
        expect(
                item.earliest() == null || !slot.start().isBefore(item.earliest()),
                item.id() + " starts before it is released");
        item.timing().constraints().forEach(date -> date(item, slot, date));
        for (var need : item.needs()) {
            expect(!slot.start().isBefore(slot(need).finish()), item.id() + " starts before " + need + " is finished");
        }
        item.timing().links().forEach(link -> link(item, slot, link));
        var work = wholeSeconds(problem.basis().of(ways.get(slot.mode()).estimate()));
        expect(
                hours.open(slot.owners(), slot.start(), slot.finish(), work).equals(work),
                item.id() + " does not get " + work + " of open time");
    }

    private static Duration wholeSeconds(Duration time) {
        return Duration.ofSeconds(time.getSeconds() + (time.getNano() > 0 ? 1 : 0));
    }

    private void date(WorkItem item, Slot slot, DateConstraint date) {
        boolean kept = switch (date.kind()) {
            case START_NO_EARLIER_THAN -> !slot.start().isBefore(date.at());
            case START_NO_LATER_THAN -> !slot.start().isAfter(date.at());
            case FINISH_NO_EARLIER_THAN -> !slot.finish().isBefore(date.at());
            case FINISH_NO_LATER_THAN -> !slot.finish().isAfter(date.at());
            case MUST_START_ON -> slot.start().equals(date.at());
            case MUST_FINISH_ON -> slot.finish().equals(date.at());
        };
        expect(kept, item.id() + " does not keep " + date.kind() + " " + date.at());
    }

    private void link(WorkItem item, Slot slot, Link link) {
        var other = slot(link.after());
        boolean kept = switch (link.kind()) {
            case FINISH_TO_START -> apart(slot, other.finish(), slot.start(), link.lag());
            case START_TO_START -> apart(slot, other.start(), slot.start(), link.lag());
            case FINISH_TO_FINISH -> apart(slot, other.finish(), slot.finish(), link.lag());
            case START_TO_FINISH -> apart(slot, other.start(), slot.finish(), link.lag());
        };
        expect(kept, item.id() + " does not keep its link " + link.kind() + " to " + link.after());
    }

    /// True if the lag, or more, lies between the two ends.
    private boolean apart(Slot slot, Instant end, Instant later, Lag lag) {
        if (lag.isZero() || lag.passing() == Lag.Passing.ELAPSED) {
            return !later.isBefore(end.plus(lag.time()));
        }
        return later.isBefore(end)
                ? hours.open(slot.owners(), later, end, lag.time())
                                .compareTo(lag.time().negated())
                        <= 0
                : hours.open(slot.owners(), end, later, lag.time()).compareTo(lag.time()) >= 0;
    }

    private void agent(Agent agent) {
        var load = new Load();
        for (var item : problem.items()) {
            var slot = slot(item.id());
            if (slot.owners().contains(agent.id())) {
                load.hold(slot.start(), slot.finish(), BigDecimal.ONE);
            }
        }
        var capacity = BigDecimal.valueOf(agent.capacity());
        load.above(List.of(), _ -> capacity).forEach(at -> faults.add(agent.id() + " has too much to do at " + at));
    }

    private void resource(Resource resource) {
        var load = new Load();
        for (var item : problem.items()) {
            var slot = slot(item.id());
            item.demands().stream()
                    .filter(demand -> demand.resource().equals(resource.id()))
                    .forEach(demand ->
                            load.hold(slot.start(), heldUntil(resource, demand.until(), slot), demand.amount()));
        }
        var steps = resource.profile().stream().map(Level::from).toList();
        load.above(steps, at -> amount(resource, at))
                .forEach(at -> faults.add("too much of " + resource.id() + " is taken at " + at));
        if (resource.rotation() == Rotation.DAILY && resource.kind() == ResourceKind.RENEWABLE) {
            turns(resource);
        }
    }

    private Instant heldUntil(Resource resource, @Nullable TaskId until, Slot slot) {
        return switch (resource.kind()) {
            case RENEWABLE -> slot.finish();
            case CONSUMABLE -> Instant.MAX;
            case RESERVOIR -> until == null ? Instant.MAX : slot(until).finish();
        };
    }

    private static BigDecimal amount(Resource resource, Instant at) {
        return resource.profile().stream()
                .filter(level -> !level.from().isAfter(at))
                .map(Level::amount)
                .reduce(resource.amount(), (_, later) -> later);
    }

    /// Each day it is one agent's, if several together could want more than there is.
    private void turns(Resource resource) {
        var largest = Contention.largest(problem.items(), problem.team(), resource.id());
        if (!Contention.exists(largest.values(), resource)) {
            return;
        }
        var inTurn = problem.team().agents().stream()
                .map(Agent::id)
                .filter(largest::containsKey)
                .toList();
        for (var item : problem.items()) {
            var slot = slot(item.id());
            if (Contention.demand(item, resource.id()).signum() > 0
                    && !slot.owners().isEmpty()
                    && slot.start().isBefore(slot.finish())) {
                long first = day(slot.start());
                var turn = inTurn.get(Math.floorMod(first - day(problem.start()), inTurn.size()));
                expect(
                        day(slot.finish().minusSeconds(1)) == first
                                && slot.owners().contains(turn),
                        item.id() + " has " + resource.id() + " when it is the turn of " + turn);
            }
        }
    }

    private static long day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private Slot slot(TaskId item) {
        return Objects.requireNonNull(slots.get(item));
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /// How much is taken over time.
    private static final class Load {
        private final TreeMap<Instant, BigDecimal> changes = new TreeMap<>();

        void hold(Instant from, Instant until, BigDecimal amount) {
            if (from.isBefore(until)) {
                changes.merge(from, amount, BigDecimal::add);
                changes.merge(until, amount.negate(), BigDecimal::add);
            }
        }

        /// The instants at which more is taken than there is.
        List<Instant> above(List<Instant> steps, Function<Instant, BigDecimal> amount) {
            var instants = new TreeSet<>(changes.keySet());
            instants.addAll(steps);
            var above = new ArrayList<Instant>();
            var taken = BigDecimal.ZERO;
            for (var at : instants) {
                taken = taken.add(changes.getOrDefault(at, BigDecimal.ZERO));
                if (taken.compareTo(amount.apply(at)) > 0) {
                    above.add(at);
                }
            }
            return above;
        }
    }
}
