package muster.monitor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import muster.coordination.CoordinationState;
import muster.coordination.GateRule;
import muster.coordination.GateWatch;
import muster.plan.GateTerms;
import muster.run.GateCondition;
import muster.run.GateState;
import org.jspecify.annotations.Nullable;

/// What open gates ask of metrics. Names are compared without regard to case, as gates do.
public final class GateMetrics {
    private GateMetrics() {}

    /// True if an open gate waits for the metric, or its policy speaks of it.
    public static boolean isWanted(CoordinationState state, String metric) {
        return wanting(state, metric).findAny().isPresent();
    }

    /// True if a gate goes another way once the team is told this value: the bound was crossed, or has held for long
    /// enough, or a policy sees another number. Anything else would only lengthen the journal.
    public static boolean isNews(CoordinationState state, String metric, BigDecimal value, Instant now) {
        return wanting(state, metric).anyMatch(gate -> {
            var asked = asked(gate, metric);
            return (asked != null
                            && moves(
                                    state.gate(gate.gate()),
                                    asked,
                                    asked.threshold().holds(value),
                                    now))
                    || (names(gate, metric) && isOther(last(state, metric), value));
        });
    }

    private static Stream<GateRule> wanting(CoordinationState state, String metric) {
        return state.charter().gates().stream()
                .filter(gate -> state.run().gates().get(gate.gate()) instanceof GateState.Open)
                .filter(gate -> asked(gate, metric) != null || names(gate, metric));
    }

    private static boolean moves(GateWatch watch, GateTerms.Measured asked, boolean holds, Instant now) {
        var since = watch.metricSince();
        return since == null
                ? holds
                : !holds || (!watch.met().contains(GateCondition.METRIC) && !now.isBefore(since.plus(asked.window())));
    }

    private static GateTerms.@Nullable Measured asked(GateRule gate, String metric) {
        var asked = gate.terms().awaited().metric();
        return asked != null && asked.threshold().metric().equalsIgnoreCase(metric) ? asked : null;
    }

    private static boolean names(GateRule gate, String metric) {
        var policy = gate.policy();
        return policy != null && policy.toLowerCase(Locale.ROOT).contains(metric.toLowerCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal last(CoordinationState state, String metric) {
        return state.outside().metrics().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(metric))
                .map(each -> each.getValue())
                .findFirst()
                .orElse(null);
    }

    private static boolean isOther(@Nullable BigDecimal last, BigDecimal value) {
        return last == null || last.compareTo(value) != 0;
    }
}
