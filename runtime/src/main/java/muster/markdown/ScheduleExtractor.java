package muster.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.RiskLevel;
import muster.plan.Task;
import org.jspecify.annotations.Nullable;

/// Reads phases, tasks, their order, gates and hand-offs.
final class ScheduleExtractor {
    private final Reading reading;
    private final Roster roster;
    private final List<PhaseDraft> drafts;
    private final Map<String, RiskLevel> risks;
    private final Order order;
    private final Estimates estimates;
    private final TaskMaker taskMaker;

    private ScheduleExtractor(Reading reading, Roster roster, List<PhaseDraft> drafts) {
        this.reading = reading;
        this.roster = roster;
        this.drafts = drafts;
        this.risks = Risks.byNumber(reading.document());
        this.order = Order.of(reading, drafts);
        this.estimates = new Estimates(reading);
        this.taskMaker = new TaskMaker(reading, order.precedence(), estimates);
    }

    static Schedule extract(Reading reading, Roster roster) {
        List<Group> groups = reading.document().sections().stream()
                .map(section -> GroupReader.read(reading, roster, section))
                .toList();
        ScheduleExtractor extractor = new ScheduleExtractor(reading, roster, PhaseDrafts.of(reading, groups));
        return extractor.schedule();
    }

    private Schedule schedule() {
        List<Phase> phases = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            phases.add(phase(drafts.get(at), at == 0 ? null : drafts.get(at - 1)));
        }
        List<Gate> gates = new GateExtractor(reading, roster, order).extract(drafts);
        List<HandOff> handOffs = new HandOffExtractor(reading, roster, order).extract(drafts);
        unowned();
        estimates.ask();
        long boxes = drafts.stream()
                .flatMap(draft -> draft.work().stream())
                .filter(Work::boxed)
                .count();
        int tasks = phases.stream().mapToInt(phase -> phase.tasks().size()).sum();
        if (boxes > 0 && boxes < tasks) {
            reading.notes().warn(drafts.getFirst().line(), tasks + " tasks, " + boxes + " of them with a box");
        }
        return new Schedule(phases, gates, handOffs, (int) boxes, results());
    }

    private Phase phase(PhaseDraft draft, @Nullable PhaseDraft previous) {
        if (draft.mode() == Mode.LOOP && draft.until() == null) {
            reading.notes()
                    .ask(
                            draft.line(),
                            "When does '" + draft.title() + "' end?",
                            "The phase is a loop, and no criterion ends it.");
        }
        return new Phase(
                draft.id(),
                draft.title(),
                draft.mode(),
                needs(draft, previous),
                draft.days(),
                draft.estimate(),
                draft.risk() == null ? risks.get(draft.number()) : draft.risk(),
                draft.until(),
                tasks(draft),
                reading.at(draft.line()));
    }

    private List<Task> tasks(PhaseDraft draft) {
        List<Task> tasks = new ArrayList<>();
        for (int at = 0; at < draft.groups().size(); at++) {
            Group group = draft.groups().get(at);
            RiskLevel judged = risks.get(draft.number() + "." + (at + 1));
            RiskLevel risk = group.risk() == null ? judged : group.risk();
            PhaseDraft.ordered(group)
                    .map(line -> taskMaker.task(line, draft, risk))
                    .forEach(tasks::add);
        }
        return tasks;
    }

    /// Numbered phases follow each other, unless the document itself says what they depend on.
    private List<PhaseId> needs(PhaseDraft draft, @Nullable PhaseDraft previous) {
        List<PhaseId> declared = order.phasesBefore(draft);
        if (!declared.isEmpty() || order.declaresDependencies(draft) || previous == null) {
            return declared;
        }
        return draft.number().isEmpty() || previous.number().isEmpty() ? List.of() : List.of(previous.id());
    }

    /// What deliverable lines name.
    private List<Work> results() {
        return drafts.stream()
                .flatMap(draft -> draft.groups().stream())
                .flatMap(group -> group.work().stream())
                .filter(work -> !work.deliverables().isEmpty())
                .toList();
    }

    private void unowned() {
        Map<Integer, List<Work>> bySection = new LinkedHashMap<>();
        for (PhaseDraft draft : drafts) {
            for (Group group : draft.groups()) {
                group.work().stream()
                        .filter(work -> work.owners().isEmpty())
                        .forEach(work -> bySection
                                .computeIfAbsent(group.section().line(), line -> new ArrayList<>())
                                .add(work));
            }
        }
        bySection.forEach((line, work) -> reading.notes()
                .ask(
                        work.getFirst().line(),
                        "Who does '" + Phrases.brief(work.getFirst().title(), 60) + "'"
                                + (work.size() > 1 ? " and the " + (work.size() - 1) + " beside it?" : "?"),
                        "The document names no owner for these tasks: "
                                + String.join(
                                        ", ",
                                        work.stream()
                                                .limit(10)
                                                .map(each -> each.id().value())
                                                .toList())
                                + (work.size() > 10 ? ", …" : "") + "."));
    }
}
