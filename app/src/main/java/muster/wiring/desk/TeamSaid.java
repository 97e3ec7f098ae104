package muster.wiring.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationEvent;
import muster.coordination.CoordinationState;
import muster.coordination.HandOffId;
import muster.coordination.MatterId;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.run.Recorded;
import muster.storage.CoordinationNotes;
import muster.wiring.OpenTeam;
import tools.jackson.databind.json.JsonMapper;

/// What somebody says to a team, and how it is answered.
record TeamSaid(OpenRun run, OpenTeam team, Call call) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Fields fields() {
        return call.fields();
    }

    CoordinationState state() {
        return team.team().state();
    }

    /// In whose name, by id or name.
    AgentId by() {
        return member(fields().who());
    }

    /// Whom a text means.
    AgentId member(String name) {
        var charter = state().charter();
        return charter.member(name)
                .orElseThrow(() -> Roster.unknown(
                        name, charter.members().stream().map(Charter.Member::id).toList()));
    }

    /// Tells the team; what was told before with this key is not judged again.
    Told tell(CoordinationCommand command, String key) {
        return team.tell(command, key);
    }

    /// The answer in one line, whatever the events are.
    Reply answer(Told told, String done) {
        return answer(told, _ -> done);
    }

    /// The answer in one line about the events that the word led to.
    Reply answer(Told told, Function<List<CoordinationEvent>, String> done) {
        return switch (told) {
            case Told.Refused(var why) -> new Reply.Refused(isThere() ? Ending.NO : Ending.NOT_FOUND, why);
            case Told.AlreadyTold(var then) -> answer(then, done);
            case Told.Accepted(var events) -> {
                var line = done.apply(ofTeam(events));
                yield new Reply.Given(
                        new Reply.Document(
                                "muster.said/1",
                                JSON.createObjectNode()
                                        .put("run", run.id().value())
                                        .put("command", call.route().word())
                                        .put("says", line)),
                        List.of(line));
            }
        };
    }

    /// False if what it is about, by its id, is not there.
    private boolean isThere() {
        var fields = fields();
        return switch (call.route()) {
            case GATE_APPROVE, GATE_REJECT, GATE_REOPEN, GATE_DELEGATE ->
                state().run().gates().containsKey(fields.value("gate", GateId::new));
            case HANDOFF_ACCEPT, HANDOFF_REJECT -> state().handOffs().containsKey(fields.value("id", HandOffId::parse));
            case BLOCKER_RESOLVE, CONFLICT_EVIDENCE, CONFLICT_DECIDE, CONFLICT_RESOLVE -> {
                var id = fields.value("id", MatterId::parse);
                yield state().blockers().containsKey(id) || state().conflicts().containsKey(id);
            }
            default -> true;
        };
    }

    /// What of it is the team's.
    static List<CoordinationEvent> ofTeam(List<Recorded> events) {
        return events.stream()
                .map(each ->
                        Optional.ofNullable(CoordinationNotes.happening(each).team()))
                .flatMap(Optional::stream)
                .toList();
    }
}
