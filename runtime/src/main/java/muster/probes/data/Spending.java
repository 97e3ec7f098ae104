package muster.probes.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Money;
import muster.plan.Probing;
import org.jspecify.annotations.Nullable;

/// Whether a probe may be made with the budget it has.
public sealed interface Spending {
    /// The kind of what is told of probes that are not made.
    String FORECAST = "estimate";

    Estimated estimated();

    /// It stays within every limit that the budget sets.
    record Within(Estimated estimated) implements Spending {}

    /// It goes over a limit, or nobody can tell whether it does.
    ///
    /// @param why one clause for each limit
    record Over(Estimated estimated, List<String> why) implements Spending {
        public Over {
            why = List.copyOf(why);
        }
    }

    /// What is done if there is enough.
    @FunctionalInterface
    interface Made {
        List<Observation> now() throws SQLException;
    }

    static Spending of(Probing.Budget budget, Estimated estimated) {
        var why = new ArrayList<String>();
        compared("rows", budget.rows(), estimated.rows(), why);
        compared("bytes", budget.bytes(), estimated.bytes(), why);
        var over = cost(budget.cost(), estimated.cost());
        if (!over.isEmpty()) {
            why.add(over);
        }
        return why.isEmpty() ? new Within(estimated) : new Over(estimated, why);
    }

    private static void compared(String what, @Nullable Long most, @Nullable Long likely, List<String> why) {
        if (most == null) {
            return;
        }
        if (likely == null) {
            why.add("nobody can tell how many " + what + " it reads, allowed are " + most);
        } else if (likely > most) {
            why.add(likely + " " + what + ", allowed are " + most);
        }
    }

    private static String cost(@Nullable Money most, @Nullable Money likely) {
        if (most == null) {
            return "";
        }
        if (likely == null) {
            return "nobody can tell what it costs, allowed are " + most;
        }
        if (likely.amount().signum() == 0) {
            return "";
        }
        if (!likely.currency().equals(most.currency())) {
            return "it costs " + likely + ", which cannot be compared with " + most;
        }
        return likely.amount().compareTo(most.amount()) > 0 ? likely + ", allowed are " + most : "";
    }

    /// Makes the probe if there is enough, and says in either case what it was estimated to use. Without a budget
    /// nothing is estimated.
    static List<Observation> within(Probing.@Nullable Budget budget, Need need, Made made) throws SQLException {
        if (budget == null) {
            return made.now();
        }
        return switch (of(budget, need.estimated())) {
            case Within within ->
                made.now().stream()
                        .map(seen -> attributed(seen, within.estimated()))
                        .toList();
            case Over over -> List.of(refused(need, over));
        };
    }

    /// Not made, with the estimate and the budget.
    static Observation refused(Need need, Over over) {
        return attributed(
                Observation.notRun(
                        need.kind(), need.subject(), "it would go over its budget: " + String.join("; ", over.why())),
                over.estimated());
    }

    /// What is told of a probe that is not made: it passes if it stays within its budget.
    static Observation forecast(String target, Probing.Budget budget, Estimated estimated) {
        return switch (of(budget, estimated)) {
            case Within _ ->
                attributed(
                        Observation.pass(
                                FORECAST, target, AssuranceLevel.CLAIMED, "within its budget: " + words(estimated)),
                        estimated);
            case Over(var _, var why) ->
                attributed(
                        Observation.notRun(FORECAST, target, "it would go over its budget: " + String.join("; ", why)),
                        estimated);
        };
    }

    private static String words(Estimated estimated) {
        return word(estimated.rows()) + " rows, " + word(estimated.bytes()) + " bytes, " + word(estimated.cost()) + ", "
                + word(estimated.time());
    }

    /// The same with the estimate as attributes.
    static Observation attributed(Observation seen, Estimated estimated) {
        return seen.with("estimated-rows", word(estimated.rows()))
                .with("estimated-bytes", word(estimated.bytes()))
                .with("estimated-cost", word(estimated.cost()))
                .with("estimated-time", word(estimated.time()));
    }

    private static String word(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }

    /// What a probe is going to ask.
    record Need(String kind, String subject, CostEstimate estimate, List<String> statements) {
        public Need {
            statements = List.copyOf(statements);
        }

        /// @throws SQLException if a statement cannot be planned
        public Estimated estimated() throws SQLException {
            var sum = Estimated.NOTHING;
            for (var sql : statements) {
                sum = sum.plus(estimate.of(sql));
            }
            return sum;
        }
    }
}
