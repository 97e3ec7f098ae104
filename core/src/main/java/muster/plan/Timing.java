package muster.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a task may be done, beyond what it needs, and in which ways.
///
/// @param constraints dates it is tied to, at most one of each kind
/// @param deadline when it should be finished; missing it is reported, it moves nothing
/// @param priority 0 to 1000; among schedules that end at the same time, tasks of higher priority finish earlier
/// @param modes ways to do it, beside that of its owners
public record Timing(
        List<Link> links,
        List<DateConstraint> constraints,
        @Nullable Instant deadline,
        TaskKind kind,
        int priority,
        List<WorkMode> modes) {
    /// Priority of a task that states none; range and middle are those of Microsoft Project.
    public static final int MIDDLE_PRIORITY = 500;

    /// Highest priority.
    public static final int TOP_PRIORITY = 1000;

    /// No links, no dates, work of middle priority, done by the owners.
    public static final Timing FREE = new Timing(List.of(), List.of(), null, TaskKind.WORK, MIDDLE_PRIORITY, List.of());

    public Timing {
        links = List.copyOf(links);
        constraints = List.copyOf(constraints);
        modes = List.copyOf(modes);
        if (priority < 0 || priority > TOP_PRIORITY) {
            throw new IllegalArgumentException("priority must be between 0 and " + TOP_PRIORITY + ", got " + priority);
        }
        if (constraints.size() > 1
                && constraints.stream().map(DateConstraint::kind).distinct().count() < constraints.size()) {
            throw new IllegalArgumentException("two constraints of one kind: " + constraints);
        }
    }

    /// A milestone, free otherwise.
    public static Timing milestone() {
        return new Timing(List.of(), List.of(), null, TaskKind.MILESTONE, MIDDLE_PRIORITY, List.of());
    }

    /// The same with other links.
    public Timing linking(List<Link> others) {
        return new Timing(others, constraints, deadline, kind, priority, modes);
    }

    /// The speed of the slowest way to do it, at most 1.
    public BigDecimal slowest() {
        return modes.stream().map(WorkMode::speed).reduce(BigDecimal.ONE, BigDecimal::min);
    }

    /// The date of a constraint; null if there is none of the kind.
    public @Nullable Instant at(ConstraintKind wanted) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == wanted)
                .map(DateConstraint::at)
                .findFirst()
                .orElse(null);
    }
}
