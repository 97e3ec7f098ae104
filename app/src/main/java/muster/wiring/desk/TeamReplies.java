package muster.wiring.desk;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;
import muster.coordination.GateCommand;
import muster.desk.Reply;
import muster.desk.Route;

/// Which answers a team gives.
final class TeamReplies {
    /// By route; the others are the run's own.
    static final Map<Route, Function<TeamSaid, Reply>> ANSWERS = Map.ofEntries(
            entry(Route.HANDOFF_LIST, said -> new HandOffReplies(said).list()),
            entry(Route.HANDOFF, said -> new HandOffReplies(said).show()),
            entry(Route.HANDOFF_DRAFT, said -> new HandOffReplies(said).draft()),
            entry(Route.HANDOFF_OFFER, said -> new HandOffReplies(said).offer()),
            entry(Route.HANDOFF_ACCEPT, said -> new HandOffReplies(said).accept()),
            entry(Route.HANDOFF_REJECT, said -> new HandOffReplies(said).reject()),
            entry(Route.GATE_LIST, said -> new GateReplies(said).list()),
            entry(Route.GATE_APPROVE, said -> new GateReplies(said).vote(GateCommand.Approve::new, "approved")),
            entry(Route.GATE_REJECT, said -> new GateReplies(said).vote(GateCommand.Reject::new, "rejected")),
            entry(Route.GATE_REOPEN, said -> new GateReplies(said).vote(GateCommand.Reopen::new, "opened again")),
            entry(Route.GATE_DELEGATE, said -> new GateReplies(said).delegate()),
            entry(Route.GATE_TELL, said -> new GateReplies(said).tell()),
            entry(Route.BLOCKER_LIST, said -> new BlockerReplies(said).list()),
            entry(Route.BLOCKER_RAISE, said -> new BlockerReplies(said).raise()),
            entry(Route.BLOCKER_RESOLVE, said -> new BlockerReplies(said).resolve()),
            entry(Route.CONFLICT_LIST, said -> new ConflictReplies(said).list()),
            entry(Route.CONFLICT_RAISE, said -> new ConflictReplies(said).raise()),
            entry(Route.CONFLICT_RANK, said -> new ConflictReplies(said).rank()),
            entry(Route.CONFLICT_EVIDENCE, said -> new ConflictReplies(said).evidence()),
            entry(Route.CONFLICT_DECIDE, said -> new ConflictReplies(said).decide()),
            entry(Route.CONFLICT_RESOLVE, said -> new BlockerReplies(said).resolve()),
            entry(Route.MEETING, said -> new MeetingReplies(said).reply()),
            entry(Route.MEETING_HOLD, said -> new MeetingReplies(said).reply()));

    private TeamReplies() {}
}
