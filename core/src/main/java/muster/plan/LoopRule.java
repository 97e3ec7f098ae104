package muster.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// When the rounds of a loop end.
///
/// @param most rounds there are at most, 1 to [Repeat#MOST_ROUNDS]
/// @param converged what ends them before
/// @param exhausted what happens when the last round leaves it unmet
public record LoopRule(int most, Criterion converged, Exhausted exhausted) {
    /// Rounds of a loop that states no limit: more than any rework in the plans that Muster was built from.
    public static final int USUAL_ROUNDS = 10;

    /// A loop of which only words say when it is over: people decide after each round.
    public static final LoopRule JUDGED = new LoopRule(USUAL_ROUNDS, new Criterion.Judged(), Exhausted.STALL);

    public LoopRule {
        if (most < 1 || most > Repeat.MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds must be between 1 and " + Repeat.MOST_ROUNDS + ", got " + most);
        }
    }

    /// What is looked at when a round is over.
    public sealed interface Criterion {
        /// Somebody says after each round whether there is another.
        record Judged() implements Criterion {}

        /// The fact holds.
        record Holds(FactId fact) implements Criterion {}

        /// No output and no deliverable differs from the round before.
        record Unchanged() implements Criterion {}

        /// An output of a task is a number within bounds, at least one of which there is.
        record Reaches(
                TaskId task,
                String output,
                @Nullable BigDecimal least,
                @Nullable BigDecimal most) implements Criterion {
            public Reaches {
                if (least == null && most == null) {
                    throw new IllegalArgumentException("a criterion on an output needs a bound: at-least or at-most");
                }
            }
        }
    }

    /// What happens when the last round leaves the criterion unmet.
    public enum Exhausted {
        /// The run stalls until somebody grants another round or takes it as it is.
        STALL,
        /// It is taken as it is.
        ACCEPT
    }
}
