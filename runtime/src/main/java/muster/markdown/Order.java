package muster.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.markdown.DependencyPhrases.Meant;
import muster.markdown.Work.Part;
import muster.plan.DayWindow;
import muster.plan.Mode;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// The order of work: from declared dependencies, and from days where none are declared.
final class Order {
    /// Beyond this many lines or headings in one place they are not compared with each other.
    private static final int MOST_COMPARED = 500;

    private final Reading reading;
    private final List<PhaseDraft> drafts;
    private final DependencyPhrases phrases;
    private final Precedence precedence;
    private final Map<TaskId, Integer> phaseOf = new HashMap<>();
    private final Map<TaskId, Integer> place = new HashMap<>();

    private Order(Reading reading, List<PhaseDraft> drafts) {
        this.reading = reading;
        this.drafts = drafts;
        this.phrases = new DependencyPhrases(reading, drafts);
        this.precedence = new Precedence(
                drafts.stream().flatMap(draft -> draft.work().stream()).toList());
        for (int at = 0; at < drafts.size(); at++) {
            for (Work work : drafts.get(at).work()) {
                phaseOf.put(work.id(), at);
                place.put(work.id(), place.size());
            }
        }
    }

    static Order of(Reading reading, List<PhaseDraft> drafts) {
        Order order = new Order(reading, drafts);
        for (PhaseDraft draft : drafts) {
            draft.groups().forEach(order::within);
            draft.groups().forEach(group -> order.declared(draft, group));
            order.whole(draft);
        }
        return order;
    }

    Precedence precedence() {
        return precedence;
    }

    DependencyPhrases phrases() {
        return phrases;
    }

    /// Milestones about the group's work, and its days.
    private void within(Group group) {
        List<Work> work = group.parts(Part.WORK);
        List<Work> first = new ArrayList<>(group.parts(Part.DEPENDENCY));
        work.stream().filter(line -> daysBefore(line, work).isEmpty()).forEach(line -> precedence.add(line, first));
        work.forEach(line -> precedence.add(line, daysBefore(line, work)));
        group.parts(Part.DELIVERABLE).forEach(line -> precedence.add(line, ofSameOwner(line, work)));
        group.parts(Part.HANDOFF).forEach(line -> precedence.add(line, work));
        List<Work> all =
                group.work().stream().filter(line -> line.part() != Part.GATE).toList();
        group.parts(Part.GATE).forEach(line -> precedence.add(line, precedence.last(all)));
    }

    private static List<Work> daysBefore(Work line, List<Work> work) {
        DayWindow days = line.days();
        if (days == null || work.size() > MOST_COMPARED) {
            return List.of();
        }
        List<Work> earlier = work.stream()
                .filter(other -> other.owners().equals(line.owners()))
                .filter(other -> other.days() != null && other.days().last() < days.first())
                .toList();
        int nearest = earlier.stream().mapToInt(Order::lastDay).max().orElse(0);
        return earlier.stream().filter(other -> lastDay(other) == nearest).toList();
    }

    private static int lastDay(Work work) {
        return work.days() == null ? 0 : work.days().last();
    }

    private static List<Work> ofSameOwner(Work line, List<Work> work) {
        List<Work> same = work.stream()
                .filter(other -> other.owners().equals(line.owners()) && other.line() < line.line())
                .toList();
        return same.isEmpty() ? work : same;
    }

    /// What the whole phase depends on holds for its first tasks.
    private void whole(PhaseDraft draft) {
        List<Work> first = draft.dependencies().isEmpty() ? List.of() : precedence.first(draft.work());
        for (Group group : draft.headed()) {
            for (String phrase : group.dependencies()) {
                Meant meant = phrases.find(phrase, group, null);
                first.forEach(line -> add(draft, line, meant));
            }
        }
    }

    private void declared(PhaseDraft draft, Group group) {
        for (String phrase : group.dependencies()) {
            Meant meant = phrases.find(phrase, group, null);
            precedence.first(group.work()).forEach(line -> add(draft, line, meant));
        }
        group.parts(Part.DEPENDENCY).forEach(line -> add(draft, line, phrases.find(line.value(), group, line)));
        group.work().stream()
                .filter(line -> !line.after().isEmpty())
                .forEach(line -> add(draft, line, phrases.find(line.after(), group, line)));
        if (group.dependencies().isEmpty() && group.parts(Part.DEPENDENCY).isEmpty()) {
            List<Work> before = earlierGroups(draft, group);
            precedence.first(group.work()).forEach(line -> precedence.add(line, before));
        }
    }

    /// The last tasks of the groups of the phase whose days are over before this one's begin.
    private List<Work> earlierGroups(PhaseDraft draft, Group group) {
        DayWindow days = group.days();
        if (days == null || draft.groups().size() > MOST_COMPARED) {
            return List.of();
        }
        List<Work> earlier = draft.groups().stream()
                .filter(other -> other.days() != null && other.days().last() < days.first())
                .sorted(Comparator.comparingInt(other -> other.section().line()))
                .flatMap(other -> other.work().stream())
                .toList();
        return precedence.last(earlier);
    }

    private void add(PhaseDraft draft, Work line, Meant meant) {
        List<Work> before = new ArrayList<>(meant.work());
        meant.groups().forEach(group -> before.addAll(precedence.last(group.work())));
        meant.phases().stream()
                .filter(phase -> !phase.id().equals(draft.id()))
                .forEach(phase -> before.addAll(precedence.last(phase.work())));
        boolean ahead = before.stream().anyMatch(other -> isAhead(other, line, draft.mode()));
        if (ahead || !precedence.add(line, before)) {
            reading.notes()
                    .ask(
                            line.line(),
                            "How can '" + Phrases.brief(line.title(), 60) + "' depend on later work?",
                            "The dependency '" + Phrases.brief(line.value(), 80)
                                    + "' runs against the order of the document; it was not set.");
        }
    }

    private boolean isAhead(Work other, Work line, Mode mode) {
        int there = phaseOf(other);
        int here = phaseOf(line);
        return there > here
                || (there == here
                        && mode == Mode.SEQUENTIAL
                        && place.getOrDefault(other.id(), 0) > place.getOrDefault(line.id(), 0));
    }

    private int phaseOf(Work work) {
        return phaseOf.getOrDefault(work.id(), 0);
    }

    boolean declaresDependencies(PhaseDraft draft) {
        return !draft.dependencies().isEmpty()
                || draft.groups().stream()
                        .anyMatch(group -> !group.dependencies().isEmpty()
                                || !group.parts(Part.DEPENDENCY).isEmpty());
    }

    /// The phases that the whole of a phase waits for: those that its heading names, and those that its first
    /// group names if its work is in sequence.
    List<PhaseId> phasesBefore(PhaseDraft draft) {
        List<Group> speaking = new ArrayList<>(draft.headed());
        if (draft.groups().size() == 1
                || (draft.mode() == Mode.SEQUENTIAL && !draft.groups().isEmpty())) {
            speaking.add(draft.groups().getFirst());
        }
        return speaking.stream()
                .flatMap(group -> dependants(group).stream())
                .filter(phase -> drafts.indexOf(phase) < drafts.indexOf(draft))
                .map(PhaseDraft::id)
                .distinct()
                .toList();
    }

    private List<PhaseDraft> dependants(Group group) {
        List<PhaseDraft> named = new ArrayList<>();
        group.dependencies().forEach(phrase -> named.addAll(phrases.phasesIn(phrase)));
        group.parts(Part.DEPENDENCY).forEach(line -> named.addAll(phrases.phasesIn(line.value())));
        return named;
    }

    /// The groups that say they depend on a phase.
    List<Group> waitingFor(PhaseDraft phase) {
        if (drafts.size() > MOST_COMPARED) {
            return List.of();
        }
        return drafts.subList(drafts.indexOf(phase) + 1, drafts.size()).stream()
                .flatMap(draft -> draft.groups().stream())
                .filter(group -> dependants(group).contains(phase))
                .toList();
    }
}
