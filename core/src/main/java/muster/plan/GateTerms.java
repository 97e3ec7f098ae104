package muster.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a gate asks for beside its policy, and how those whom it waits for are reminded.
public record GateTerms(Votes votes, Awaited awaited, Reminders reminders) {
    /// Every approver, nothing else, reminders as usual.
    public static final GateTerms USUAL = new GateTerms(Votes.ALL, Awaited.NOTHING, Reminders.USUAL);

    /// Who has to agree.
    ///
    /// @param quorum how many approvers, at least 1; 0 means all
    public record Votes(int quorum, Rule rule) {
        public static final Votes ALL = new Votes(0, Rule.EACH_FOR_ONE);

        /// How many of these have to agree.
        public int of(List<AgentId> approvers) {
            return quorum == 0 ? approvers.size() : quorum;
        }

        public Votes {
            if (quorum < 0) {
                throw new IllegalArgumentException("quorum must be at least 0, got " + quorum);
            }
        }
    }

    /// Whose votes count.
    public enum Rule {
        /// Whoever has several votes, such as by delegation, may give them all.
        EACH_FOR_ONE,
        /// At least two, each with one vote, and none who did the work before the gate.
        TWO_PEOPLE
    }

    /// What must have come about.
    ///
    /// @param delay time since the gate opened
    /// @param event name of something that happens outside
    /// @param audit worst verdict of the last audit that lets it pass
    public record Awaited(
            @Nullable Duration delay,
            @Nullable Measured metric,
            @Nullable ItemId event,
            @Nullable Grade audit) {
        public static final Awaited NOTHING = new Awaited(null, null, null, null);
    }

    /// A bound on a metric that must have held for a while.
    ///
    /// @param window zero means at once
    public record Measured(Threshold threshold, Duration window) {}

    /// Verdicts of an audit that let something pass.
    public enum Grade {
        GO,
        GO_WITH_CONDITIONS
    }

    /// When those are reminded who keep others waiting, and when it goes to somebody else.
    ///
    /// @param to null means as the plan's escalations say
    public record Reminders(
            Duration every,
            Duration escalateAfter,
            @Nullable AgentId to) {
        /// Seed 004: the longest time for one agent at one task, and how long a conflict may persist.
        public static final Reminders USUAL = new Reminders(Duration.ofHours(4), Duration.ofDays(1), null);
    }
}
