package muster.coordination;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Who decides a conflict, on which figures, and what follows of itself.
final class Deciding {
    private Deciding() {}

    static Ruling decide(CoordinationState state, ConflictCommand.Decide c, Instant now) {
        var why = ConflictRules.closed(state, c.id());
        if (!why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        var conflict = Objects.requireNonNull(state.conflicts().get(c.id()));
        var fault = fault(state, conflict, c);
        if (!fault.isEmpty()) {
            return new Ruling.Denied(fault);
        }
        return switch (conflict.course()) {
            case Conflict.Analysis(var impacts) -> decided(state, conflict, c, Advice.of(impacts));
            case Conflict.Turns _ -> decided(state, conflict, c, Advice.NONE);
            case Conflict.Trial _ -> byMetrics(state, conflict, c, now);
        };
    }

    /// What analysis or metrics say.
    ///
    /// @param side counts from 0; null if they say nothing
    private record Advice(@Nullable Integer side, String basis) {
        static final Advice NONE = new Advice(null, "");

        /// The task on which the longest chain of open work hangs comes first: it is nearest to the critical path.
        static Advice of(List<Impact> impacts) {
            var side = IntStream.range(0, impacts.size())
                    .boxed()
                    .max(Comparator.comparing(
                                    (Integer each) -> impacts.get(each).chain())
                            .thenComparingInt(each -> impacts.get(each).waiting())
                            .thenComparing(Comparator.reverseOrder()))
                    .orElse(null);
            var basis = impacts.stream()
                    .map(impact -> impact.chain() + " of work and " + impact.waiting() + " tasks hang on it")
                    .collect(Collectors.joining("; "));
            return new Advice(side, basis);
        }
    }

    private static String fault(CoordinationState state, Conflict conflict, ConflictCommand.Decide c) {
        if (conflict.decision() != null) {
            return c.id() + " was decided before by " + conflict.decision().by();
        }
        if (c.rationale().isBlank()) {
            return "a decision needs a rationale, for future reference";
        }
        var sides = conflict.note().sides();
        if (c.side() != null && (c.side() < 0 || c.side() >= sides.size())) {
            return "there are " + sides.size() + " sides";
        }
        var others = state.charter().members().stream()
                .map(Charter.Member::id)
                .anyMatch(
                        member -> sides.stream().noneMatch(side -> side.agent().equals(member)));
        return others && sides.stream().anyMatch(side -> side.agent().equals(c.by()))
                ? c.by() + " is a side of it; somebody else decides"
                : "";
    }

    private static Ruling byMetrics(CoordinationState state, Conflict conflict, ConflictCommand.Decide c, Instant now) {
        var trial = ConflictRules.trial(conflict);
        if (trial.begun() == null || trial.reviewAt() == null) {
            return new Ruling.Denied("both sides give data first");
        }
        if (now.isBefore(trial.reviewAt())) {
            return new Ruling.Denied("the results are reviewed at " + trial.reviewAt() + ", not before");
        }
        var lacking = IntStream.range(0, conflict.note().sides().size())
                .filter(side -> tried(trial, side).isEmpty())
                .mapToObj(side -> conflict.note().sides().get(side).agent().value())
                .toList();
        if (!lacking.isEmpty()) {
            return new Ruling.Denied("no data since the trial began from " + String.join(", ", lacking));
        }
        var advice = better(conflict, trial);
        return advice.side() != null && c.side() != null && !advice.side().equals(c.side())
                ? new Ruling.Denied("the metrics say otherwise: " + advice.basis())
                : decided(state, conflict, c, advice);
    }

    private static List<Measurement> tried(Conflict.Trial trial, int side) {
        return trial.data().stream()
                .filter(each -> each.side() == side && each.at().isAfter(Objects.requireNonNull(trial.begun())))
                .toList();
    }

    /// The first yardstick on which the means differ decides.
    private static Advice better(Conflict conflict, Conflict.Trial trial) {
        var words = new ArrayList<String>();
        for (var yardstick : conflict.note().yardsticks()) {
            var means = IntStream.range(0, conflict.note().sides().size())
                    .mapToObj(side -> mean(tried(trial, side), yardstick.metric()))
                    .toList();
            words.add(yardstick.metric() + " "
                    + means.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" against ")));
            var best = best(means, yardstick.better());
            if (best != null) {
                return new Advice(best, String.join("; ", words));
            }
        }
        return new Advice(null, String.join("; ", words));
    }

    private static @Nullable Integer best(List<BigDecimal> means, Yardstick.Better better) {
        Comparator<BigDecimal> order = Comparator.naturalOrder();
        var by = better == Yardstick.Better.HIGHER ? order : order.reversed();
        var best = means.stream().max(by).orElseThrow();
        var winners = IntStream.range(0, means.size())
                .filter(side -> means.get(side).compareTo(best) == 0)
                .boxed()
                .toList();
        return winners.size() == 1 ? winners.getFirst() : null;
    }

    private static BigDecimal mean(List<Measurement> data, String metric) {
        var sum = data.stream()
                .map(each -> each.values().getOrDefault(metric, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(data.size()), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    private static Ruling decided(CoordinationState state, Conflict conflict, ConflictCommand.Decide c, Advice advice) {
        var side = c.side() == null ? advice.side() : c.side();
        if (side == null) {
            return new Ruling.Denied("neither analysis nor metrics say which; name the side");
        }
        var against = advice.side() != null && !advice.side().equals(side) ? " (decided against it)" : "";
        var why = new ConflictEvent.Reasons(c.rationale(), advice.basis() + against);
        var events = new ArrayList<CoordinationEvent>();
        events.add(new ConflictEvent.ConflictDecided(c.id(), side, c.by(), why));
        events.add(new ConflictEvent.DecisionTold(
                c.id(),
                state.charter().members().stream().map(Charter.Member::id).toList()));
        if (conflict.course() instanceof Conflict.Trial) {
            events.add(new ConflictEvent.ConflictResolved(c.id(), c.by(), c.rationale()));
        }
        return new Ruling.Granted(events);
    }

    /// What follows of itself by now: reviews fall due, and what came first is done.
    static Ruling.Granted due(CoordinationState state, Conflict conflict, Instant now) {
        if (conflict.settled() != null) {
            return new Ruling.Granted();
        }
        if (conflict.course() instanceof Conflict.Trial(var _, var _, var reviewAt, var told)) {
            return reviewAt != null && told == null && !now.isBefore(reviewAt)
                    ? new Ruling.Granted(new ConflictEvent.ReviewDue(conflict.id()))
                    : new Ruling.Granted();
        }
        var done = over(state, conflict);
        return done == null
                ? new Ruling.Granted()
                : new Ruling.Granted(new ConflictEvent.ConflictResolved(
                        conflict.id(), CoordinationRules.SYSTEM, done + " came first and is done"));
    }

    /// The task whose end settles it: the chosen one, or any while priorities are not decided.
    private static @Nullable TaskId over(CoordinationState state, Conflict conflict) {
        boolean priorities = conflict.course() instanceof Conflict.Analysis;
        return IntStream.range(0, conflict.note().sides().size())
                .filter(side -> conflict.decision() == null
                        ? priorities
                        : conflict.decision().side() == side)
                .mapToObj(side -> conflict.note().sides().get(side).task())
                .filter(task -> task != null && state.run().step(task).settled())
                .findFirst()
                .orElse(null);
    }
}
