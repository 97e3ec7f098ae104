package muster.coordination;

import java.util.List;
import java.util.Optional;
import muster.plan.AgentId;
import muster.plan.HandOff;
import muster.plan.Plan;

/// What a team agreed on before it began, kept in the journal so that nothing that is derived from it needs the plan
/// file.
public record Charter(List<Member> members, List<HandOff> handOffs) {
    public static final Charter NONE = new Charter(List.of(), List.of());

    public Charter {
        members = List.copyOf(members);
        handOffs = List.copyOf(handOffs);
    }

    /// What a plan says of its team.
    public static Charter of(Plan plan) {
        var members = plan.team().agents().stream()
                .map(agent -> new Member(agent.id(), agent.name()))
                .toList();
        return new Charter(members, plan.coordination().handOffs());
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
}
