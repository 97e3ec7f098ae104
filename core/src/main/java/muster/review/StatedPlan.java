package muster.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan says of its own size, before anything is computed. What is not stated is null.
///
/// @param totals what is stated of the whole plan, several statements of one measure possible
/// @param criticalPath ids of phases, in order; empty if none is stated
/// @param texts everything else that is stated in words
public record StatedPlan(
        List<Phase> phases, List<Agent> agents, List<Total> totals, List<String> criticalPath, List<Text> texts) {
    public StatedPlan {
        phases = List.copyOf(phases);
        agents = List.copyOf(agents);
        totals = List.copyOf(totals);
        criticalPath = List.copyOf(criticalPath);
        texts = List.copyOf(texts);
    }

    /// What is measured of a whole plan.
    public enum Measure {
        SPAN("weeks"),
        EFFORT("hours"),
        COST("USD");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /// Such as `weeks`.
        public String unit() {
            return unit;
        }
    }

    /// One statement of the whole.
    ///
    /// @param name as the document calls it: its key, then in brackets where that stands
    public record Total(Measure measure, String name, Range range, int line) {

        /// True if both say the same thing of the same measure, so that different numbers contradict each other.
        boolean isOfSame(Total other) {
            return measure == other.measure && key().equals(other.key());
        }

        private String key() {
            int open = name.indexOf('(');
            return open < 0 ? name : name.substring(0, open).strip();
        }
    }

    /// One phase.
    ///
    /// @param span weeks from its start to its end
    /// @param effort hours of work
    /// @param cost in USD
    /// @param priority such as `P0`
    /// @param team all who take part, the lead first
    /// @param validation who checks it
    /// @param outputs what it writes
    public record Phase(
            String id,
            String name,
            @Nullable Range span,
            @Nullable Range effort,
            @Nullable Range cost,
            @Nullable String priority,
            List<String> needs,
            List<String> team,
            @Nullable String validation,
            List<String> outputs,
            int line) {
        public Phase {
            needs = List.copyOf(needs);
            team = List.copyOf(team);
            outputs = List.copyOf(outputs);
        }
    }

    /// What is stated of one agent.
    ///
    /// @param weekly hours in a usual week
    /// @param peak hours in the busiest week
    /// @param total hours in all
    /// @param share percent of all work
    public record Agent(
            String id,
            @Nullable Range weekly,
            @Nullable Range peak,
            @Nullable Range total,
            @Nullable Range share,
            int line) {}

    /// Words of the document.
    public record Text(String words, int line) {}
}
