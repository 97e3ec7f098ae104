package muster.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import muster.schedule.Schedule;
import muster.schedule.SchedulingProblem;
import muster.schedule.Slot;
import org.jspecify.annotations.Nullable;

/// Who hands agents and resources on to whom in a schedule: the resource flow of Artigues, Michelon and Reusser (2003).
/// Whoever keeps to these arcs never needs more of anything than there is, however long things take.
final class ResourceFlow {
    private final Map<TaskId, Slot> slots;
    private final Set<Arc> arcs = new LinkedHashSet<>();

    /// An amount that is free once something is finished; null means from the start.
    private record Free(@Nullable TaskId after, BigDecimal amount) {}

    /// What takes an amount, and what gives it back; null means never.
    private record Hold(
            TaskId item, BigDecimal amount, @Nullable TaskId until) {}

    private ResourceFlow(Schedule schedule) {
        slots = schedule.byItem();
    }

    static List<Arc> of(SchedulingProblem problem, Schedule schedule) {
        var flow = new ResourceFlow(schedule);
        problem.team()
                .agents()
                .forEach(agent -> flow.run(
                        schedule.slots().stream()
                                .filter(slot -> slot.owners().contains(agent.id()))
                                .map(slot -> new Hold(slot.item(), BigDecimal.ONE, slot.item()))
                                .toList(),
                        BigDecimal.valueOf(agent.capacity())));
        problem.team().resources().stream()
                .filter(resource -> resource.kind() != ResourceKind.CONSUMABLE)
                .forEach(resource -> {
                    var holds = new ArrayList<Hold>();
                    problem.items()
                            .forEach(item -> item.demands().stream()
                                    .filter(demand -> demand.resource().equals(resource.id()))
                                    .forEach(demand -> holds.add(new Hold(
                                            item.id(),
                                            demand.amount(),
                                            resource.kind() == ResourceKind.RENEWABLE ? item.id() : demand.until()))));
                    flow.run(holds, resource.amount());
                });
        return List.copyOf(flow.arcs);
    }

    private Slot slot(TaskId item) {
        return Objects.requireNonNull(slots.get(item));
    }

    /// In the order of the starts, each takes from those that were finished last, which bind least.
    private void run(List<Hold> holds, BigDecimal all) {
        var free = new ArrayList<Free>();
        free.add(new Free(null, all));
        var holding = new ArrayList<Hold>();
        holds.stream()
                .filter(hold -> hold.amount.signum() > 0)
                .filter(hold -> !hold.item.equals(hold.until)
                        || slot(hold.item).start().isBefore(slot(hold.item).finish()))
                .sorted(Comparator.comparing((Hold hold) -> slot(hold.item).start())
                        .thenComparing(hold -> slot(hold.item).finish())
                        .thenComparing(Hold::item))
                .forEach(hold -> {
                    giveBack(holding, free, hold.item);
                    take(free, hold);
                    holding.add(hold);
                });
    }

    private void giveBack(List<Hold> holding, List<Free> free, TaskId before) {
        var start = slot(before).start();
        for (var each : List.copyOf(holding)) {
            if (each.until != null && !slot(each.until).finish().isAfter(start)) {
                holding.remove(each);
                free.addFirst(new Free(each.until, each.amount));
            }
        }
    }

    private void take(List<Free> free, Hold hold) {
        free.sort(Comparator.comparing(
                (Free each) ->
                        each.after == null ? Instant.MIN : slot(each.after).finish(),
                Comparator.reverseOrder()));
        var left = hold.amount;
        while (left.signum() > 0 && !free.isEmpty()) {
            var first = free.removeFirst();
            var taken = first.amount.min(left);
            left = left.subtract(taken);
            if (first.after != null) {
                arcs.add(Arc.of(first.after, hold.item));
            }
            if (first.amount.compareTo(taken) > 0) {
                free.addFirst(new Free(first.after, first.amount.subtract(taken)));
            }
        }
    }
}
