package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.markdown.Group.Gated;
import muster.plan.AgentId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.TaskId;

/// Reads gates: reviews at the end of phases, and decisions among the next steps.
final class GateExtractor {
    private final Reading reading;
    private final Roster roster;
    private final Order order;

    GateExtractor(Reading reading, Roster roster, Order order) {
        this.reading = reading;
        this.roster = roster;
        this.order = order;
    }

    List<Gate> extract(List<PhaseDraft> drafts) {
        List<Gate> gates = new ArrayList<>();
        for (PhaseDraft draft : drafts) {
            draft.groups().stream()
                    .flatMap(group -> group.gates().stream())
                    .map(gated -> gate(gated, draft, drafts))
                    .forEach(gates::add);
        }
        reading.document().about(Topic.NEXT_STEPS).stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.item().tick() == Item.Tick.NONE && isDecision(entry))
                .forEach(entry -> gates.add(decision(entry, drafts)));
        return gates;
    }

    private static boolean isDecision(Entry entry) {
        String lead = entry.text().lead();
        return lead != null && WorkReader.isGate(lead);
    }

    private Gate gate(Gated gated, PhaseDraft draft, List<PhaseDraft> drafts) {
        List<PhaseDraft> named = order.phrases().phasesIn(gated.title());
        PhaseDraft phase = named.isEmpty() ? draft : named.getFirst();
        List<Work> own = phase.work().stream()
                .filter(work -> work.part() != Work.Part.GATE)
                .toList();
        Work box = gated.box();
        List<TaskId> guards = box == null ? guards(phase, drafts) : List.of(box.id());
        askForApprovers(gated.title(), gated.approvers(), gated.line());
        return new Gate(
                new GateId(reading.names().unique("gate-" + gated.title())),
                gated.title(),
                gated.approvers(),
                ids(order.precedence().last(own)),
                guards,
                null,
                reading.at(gated.line()));
    }

    /// The first tasks of what depends on the phase; if nothing says so, those of the next phase.
    private List<TaskId> guards(PhaseDraft phase, List<PhaseDraft> drafts) {
        List<Group> waiting = order.waitingFor(phase);
        if (!waiting.isEmpty()) {
            return waiting.stream()
                    .flatMap(group -> first(group.work()).stream())
                    .toList();
        }
        int next = drafts.indexOf(phase) + 1;
        return next < drafts.size() ? first(drafts.get(next).work()) : List.of();
    }

    private List<TaskId> first(List<Work> work) {
        return ids(order.precedence().first(work));
    }

    private Gate decision(Entry entry, List<PhaseDraft> drafts) {
        List<AgentId> approvers = roster.leading(entry.text().rest());
        String title = String.valueOf(entry.text().lead());
        askForApprovers(title, approvers, entry.line());
        List<TaskId> after = drafts.isEmpty()
                ? List.of()
                : ids(order.precedence().last(drafts.getLast().work()));
        return new Gate(
                new GateId(reading.names().unique("gate-" + title)),
                title,
                approvers,
                after,
                List.of(),
                null,
                reading.at(entry.line()));
    }

    private void askForApprovers(String title, List<AgentId> approvers, int line) {
        if (approvers.isEmpty()) {
            reading.notes()
                    .ask(
                            line,
                            "Who approves '" + title + "'?",
                            "The document announces a gate and names nobody who decides at it.");
        }
    }

    private static List<TaskId> ids(List<Work> work) {
        return work.stream().map(Work::id).distinct().toList();
    }
}
