package muster.markdown;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.DayWindow;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// The work under one heading.
///
/// @param title the heading without days and parentheses
/// @param owners those that the heading names
/// @param dependencies what must be done before, in words, from lines without a box
/// @param until when a loop ends, in words
record Group(
        Section section,
        String title,
        @Nullable DayWindow days,
        List<AgentId> owners,
        List<Work> work,
        List<Gated> gates,
        List<Passed> passed,
        List<String> dependencies,
        @Nullable RiskLevel risk,
        @Nullable String until) {
    /// A gate that the heading's lines announce.
    ///
    /// @param box the task that ticks it, if it has a box
    record Gated(
            String title, List<AgentId> approvers, @Nullable Work box, int line) {}

    /// A hand-off that the heading's lines announce: `to whom for what`.
    record Passed(String phrase, int line) {}

    Group {
        owners = List.copyOf(owners);
        work = List.copyOf(work);
        gates = List.copyOf(gates);
        passed = List.copyOf(passed);
        dependencies = List.copyOf(dependencies);
    }

    boolean isEmpty() {
        return work.isEmpty() && gates.isEmpty();
    }

    /// Lines of one part.
    List<Work> parts(Work.Part part) {
        return work.stream().filter(line -> line.part() == part).toList();
    }
}
