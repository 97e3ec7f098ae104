package muster.coordination;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.HandOff;
import muster.plan.Meeting;
import muster.plan.Plan;
import muster.plan.TaskId;

/// What a team agreed on before it began, kept in the journal so that nothing that is derived from it needs the plan
/// file. Places in the plan file are left out.
///
/// @param escalations to whom matters go, the first first
/// @param waitsFor what other teams must hand over, in words
/// @param lengths likely working time of each task
public record Charter(
        List<Member> members,
        List<HandOff> handOffs,
        List<Meeting> meetings,
        List<ConflictRule> conflicts,
        List<GateRule> gates,
        List<Escalation> escalations,
        List<String> waitsFor,
        SortedMap<TaskId, Duration> lengths) {
    public static final Charter NONE = new Charter(List.of(), List.of(), List.of(), List.of());

    public Charter {
        members = List.copyOf(members);
        handOffs = handOffs.stream().map(Charter::placeless).toList();
        meetings = meetings.stream().map(Charter::placeless).toList();
        conflicts = conflicts.stream().map(Charter::placeless).toList();
        gates = List.copyOf(gates);
        escalations = escalations.stream().map(Charter::placeless).toList();
        waitsFor = List.copyOf(waitsFor);
        lengths = Collections.unmodifiableSortedMap(new TreeMap<>(lengths));
    }

    /// A charter that knows nothing of gates, escalations, other teams and the lengths of tasks.
    public Charter(List<Member> members, List<HandOff> handOffs, List<Meeting> meetings, List<ConflictRule> conflicts) {
        this(members, handOffs, meetings, conflicts, List.of(), List.of(), List.of(), new TreeMap<>());
    }

    /// What a plan says of its team.
    public static Charter of(Plan plan) {
        return of(plan, Map.of());
    }

    /// What a plan and the plans within it say of the team, see [CharterParts].
    ///
    /// @param parts the plans that tasks are, by the names that their steps would have
    public static Charter of(Plan plan, Map<TaskId, Plan> parts) {
        return CharterParts.of(plan, parts);
    }

    /// The member whom a person means: by id or, in any case, by name.
    public Optional<AgentId> member(String text) {
        return members.stream()
                .filter(member ->
                        member.id().value().equals(text) || member.name().equalsIgnoreCase(text))
                .map(Member::id)
                .findFirst();
    }

    /// How a member is called; its id if nobody said.
    public String name(AgentId id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .map(Member::name)
                .findFirst()
                .orElse(id.value());
    }

    /// What a gate asks for; the usual if nothing was agreed.
    public GateTerms terms(GateId gate) {
        return gates.stream()
                .filter(rule -> rule.gate().equals(gate))
                .map(GateRule::terms)
                .findFirst()
                .orElse(GateTerms.USUAL);
    }

    /// To whom matters go that nobody settles, as the plan names them.
    public List<String> path() {
        return escalations.stream().map(Escalation::to).distinct().toList();
    }

    /// Likely working time of a task; zero if nobody said.
    public Duration length(TaskId task) {
        return lengths.getOrDefault(task, Duration.ZERO);
    }

    /// One of the team.
    public record Member(AgentId id, String name) {}

    private static HandOff placeless(HandOff each) {
        return new HandOff(each.id(), each.title(), each.from(), each.to(), each.after(), each.before(), null);
    }

    private static Escalation placeless(Escalation each) {
        return new Escalation(each.id(), each.when(), each.to(), null);
    }

    private static Meeting placeless(Meeting each) {
        return new Meeting(
                each.id(), each.title(), each.at(), each.zone(), each.length(), each.attendance(), each.agenda(), null);
    }

    private static ConflictRule placeless(ConflictRule each) {
        return new ConflictRule(
                each.kind(),
                each.steps(),
                each.timeBox(),
                each.escalateAfter(),
                each.reviewAfter(),
                each.rotation(),
                null);
    }
}
