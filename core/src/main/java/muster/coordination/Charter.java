package muster.coordination;

import java.util.List;
import java.util.Optional;
import muster.plan.AgentId;
import muster.plan.ConflictRule;
import muster.plan.HandOff;
import muster.plan.Meeting;
import muster.plan.Plan;

/// What a team agreed on before it began, kept in the journal so that nothing that is derived from it needs the plan
/// file. Places in the plan file are left out.
public record Charter(
        List<Member> members, List<HandOff> handOffs, List<Meeting> meetings, List<ConflictRule> conflicts) {
    public static final Charter NONE = new Charter(List.of(), List.of(), List.of(), List.of());

    public Charter {
        members = List.copyOf(members);
        handOffs = handOffs.stream().map(Charter::placeless).toList();
        meetings = meetings.stream().map(Charter::placeless).toList();
        conflicts = conflicts.stream().map(Charter::placeless).toList();
    }

    /// What a plan says of its team.
    public static Charter of(Plan plan) {
        var members = plan.team().agents().stream()
                .map(agent -> new Member(agent.id(), agent.name()))
                .toList();
        var together = plan.coordination();
        return new Charter(members, together.handOffs(), together.meetings(), together.conflicts());
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

    /// One of the team.
    public record Member(AgentId id, String name) {}

    private static HandOff placeless(HandOff each) {
        return new HandOff(each.id(), each.title(), each.from(), each.to(), each.after(), each.before(), null);
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
