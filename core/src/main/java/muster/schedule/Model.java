package muster.schedule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Demand;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;

/// A problem with its items numbered as they are written, time in seconds since the epoch and every amount a whole
/// number of the smallest unit that occurs.
final class Model {
    final SchedulingProblem problem;
    final long start;
    final List<WorkItem> items;
    final long[] work;
    final long[] release;
    final List<List<Integer>> before = new ArrayList<>();
    final List<List<Integer>> after = new ArrayList<>();
    final List<OpenTime> open = new ArrayList<>();
    final List<Capacity> capacities = new ArrayList<>();
    final List<List<Hold>> holds = new ArrayList<>();

    /// How much of an agent or a renewable resource there is.
    record Capacity(Holder holder, long amount) {}

    /// What is held while an item lasts.
    sealed interface Holder {
        record OfAgent(AgentId agent) implements Holder {}

        record OfResource(ResourceId resource) implements Holder {}
    }

    /// How much of a capacity an item holds.
    record Hold(int capacity, long amount) {}

    Model(SchedulingProblem problem) {
        this.problem = problem;
        this.items = problem.items();
        this.start = second(problem.start());
        this.work = items.stream()
                .mapToLong(item -> seconds(problem.basis().of(item.estimate())))
                .toArray();
        this.release = items.stream()
                .mapToLong(item -> item.earliest() == null ? start : Math.max(start, second(item.earliest())))
                .toArray();
        items.forEach(_ -> {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
            holds.add(new ArrayList<>());
        });
        link();
        openTimes();
        holdAgents();
        problem.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.RENEWABLE)
                .forEach(this::hold);
    }

    /// Whole seconds, rounded up.
    static long second(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }

    static Instant instant(long second) {
        return Instant.ofEpochSecond(second);
    }

    /// Items in an order in which each comes after what it needs; those on or behind a ring are left out.
    List<Integer> inOrder() {
        int[] waiting = before.stream().mapToInt(List::size).toArray();
        var order = new ArrayList<Integer>();
        IntStream.range(0, waiting.length).filter(item -> waiting[item] == 0).forEach(order::add);
        for (int next = 0; next < order.size(); next++) {
            order.addAll(freedBy(order.get(next), waiting));
        }
        return order;
    }

    /// Counts an item as finished and gives those that wait for nothing else any more.
    List<Integer> freedBy(int item, int[] waiting) {
        return after.get(item).stream().filter(later -> --waiting[later] == 0).toList();
    }

    /// What all demands of an item on a resource add up to.
    static BigDecimal demand(WorkItem item, Resource resource) {
        return item.demands().stream()
                .filter(demand -> demand.resource().equals(resource.id()))
                .map(Demand::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long seconds(Duration duration) {
        return duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
    }

    private void link() {
        Map<TaskId, Integer> number = new HashMap<>();
        items.forEach(item -> number.put(item.id(), number.size()));
        for (int item = 0; item < items.size(); item++) {
            for (var need : items.get(item).needs()) {
                int earlier = Objects.requireNonNull(number.get(need));
                before.get(item).add(earlier);
                after.get(earlier).add(item);
            }
        }
    }

    private void openTimes() {
        Map<List<Calendar>, OpenTime> known = new HashMap<>();
        for (var item : items) {
            open.add(known.computeIfAbsent(calendars(problem, item), all -> new OpenTime(all, start)));
        }
    }

    /// The calendars that must all be open for an item to be worked on.
    static List<Calendar> calendars(SchedulingProblem problem, WorkItem item) {
        Map<CalendarId, Calendar> byId = new HashMap<>();
        problem.team().calendars().forEach(calendar -> byId.put(calendar.id(), calendar));
        return problem.team().agents().stream()
                .filter(agent -> item.owners().contains(agent.id()))
                .flatMap(agent -> agent.calendar() == null ? Stream.empty() : Stream.of(agent.calendar()))
                .distinct()
                .sorted()
                .map(id -> Objects.requireNonNull(byId.get(id), () -> "no calendar " + id))
                .toList();
    }

    private void holdAgents() {
        for (Agent agent : problem.team().agents()) {
            hold(item -> item.owners().contains(agent.id()) ? 1 : 0);
            capacities.add(new Capacity(new Holder.OfAgent(agent.id()), agent.capacity()));
        }
    }

    private void hold(Resource resource) {
        int scale = Stream.concat(Stream.of(resource.amount()), items.stream().map(item -> demand(item, resource)))
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        hold(item -> units(demand(item, resource), scale));
        capacities.add(new Capacity(new Holder.OfResource(resource.id()), units(resource.amount(), scale)));
    }

    private void hold(ToLongFunction<WorkItem> amount) {
        for (int item = 0; item < items.size(); item++) {
            long held = amount.applyAsLong(items.get(item));
            if (held > 0 && work[item] > 0) {
                holds.get(item).add(new Hold(capacities.size(), held));
            }
        }
    }

    private static long units(BigDecimal amount, int scale) {
        return amount.movePointRight(scale).longValueExact();
    }
}
