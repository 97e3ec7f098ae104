package muster.markdown;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.Mode;
import muster.plan.PhaseId;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// A phase before the order of its tasks is known.
///
/// @param number such as `3` or `4C`; empty if the phase has none
/// @param groups headings with work, in order; the n-th of phase 3 is what documents call `Phase 3.n`
/// @param headed headings without work of their own, for what they say of the whole phase
record PhaseDraft(
        PhaseId id,
        String number,
        String title,
        Mode mode,
        @Nullable Estimate estimate,
        int line,
        List<Group> groups,
        List<Group> headed) {
    PhaseDraft {
        groups = List.copyOf(groups);
        headed = List.copyOf(headed);
    }

    /// Its lines of work, in an order in which none needs a later one of its group.
    List<Work> work() {
        return groups.stream().flatMap(PhaseDraft::ordered).toList();
    }

    /// What the whole phase depends on, in words.
    List<String> dependencies() {
        return headed.stream().flatMap(group -> group.dependencies().stream()).toList();
    }

    /// What ends a loop, in words, or null.
    @Nullable
    String until() {
        return Stream.concat(headed.stream(), groups.stream())
                .map(Group::until)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The risk that the heading states for the whole phase, or null.
    @Nullable
    RiskLevel risk() {
        return headed.stream()
                .map(Group::risk)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static Stream<Work> ordered(Group group) {
        return group.work().stream().sorted(Comparator.comparing(Work::part));
    }

    /// From the first day to the last that its lines name, or null.
    @Nullable
    DayWindow days() {
        List<DayWindow> days = Stream.concat(
                        groups.stream().map(Group::days), work().stream().map(Work::days))
                .filter(java.util.Objects::nonNull)
                .toList();
        int first = days.stream().mapToInt(DayWindow::first).min().orElse(0);
        int last = days.stream().mapToInt(DayWindow::last).max().orElse(0);
        return first == 0 ? null : new DayWindow(first, last);
    }
}
