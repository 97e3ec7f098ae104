package muster.run;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import muster.plan.AgentId;

/// Where a step of a run stands.
public sealed interface StepState {

    /// Attempts that failed since the step became ready for the first time or a retry was granted.
    default int failures() {
        return 0;
    }

    /// True if what needs this step may begin.
    default boolean settled() {
        return this instanceof Done || this instanceof Skipped;
    }

    /// True if somebody can do something with the step itself: begin, go on with, answer or check it.
    default boolean inHand() {
        return switch (this) {
            case Ready _, Running _, Blocked _, Submitted _ -> true;
            case Waiting _, Done _, Failed _, Undone _, Kept _, Skipped _ -> false;
        };
    }

    /// What its attempts are for.
    default Purpose purpose() {
        return Purpose.DO;
    }

    /// A need, fact or gate is missing.
    record Waiting(int failures) implements StepState {}

    /// It may be claimed, though not before an instant: the end of the back-off after a failure.
    record Ready(Purpose purpose, int failures, Instant notBefore) implements StepState {}

    /// An attempt was started and has no outcome yet.
    record Running(Purpose purpose, int failures, Attempt attempt) implements StepState {}

    /// Somebody has to answer before it can go on.
    record Blocked(Purpose purpose, int failures, List<String> questions) implements StepState {
        public Blocked {
            questions = List.copyOf(questions);
        }
    }

    /// The agent says that it is done; somebody else has to check it.
    record Submitted(Purpose purpose, int failures, Attempt attempt, SortedMap<String, String> outputs)
            implements StepState {
        public Submitted {
            outputs = SharedMap.of(outputs);
        }
    }

    /// The run does without it.
    record Skipped(AgentId by, String reason) implements StepState {}

    /// Carried out.
    record Done(SortedMap<String, String> outputs) implements StepState {
        public Done {
            outputs = SharedMap.of(outputs);
        }
    }

    /// Its last attempt failed; without a scheduled retry it stays so.
    record Failed(Purpose purpose, int failures, String why) implements StepState {}

    /// Its compensation was carried out.
    record Undone() implements StepState {}

    /// Rolled back as far as possible: it has no compensation, so what it did stays.
    record Kept() implements StepState {}

    /// One attempt.
    ///
    /// @param fence grows from attempt to attempt over the whole run; an outcome with a smaller one is refused
    record Attempt(long fence, AgentId by, Place place) {}
}
