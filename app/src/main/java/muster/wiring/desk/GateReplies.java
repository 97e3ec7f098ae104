package muster.wiring.desk;

import muster.coordination.CoordinationCommand;
import muster.coordination.GateCommand;
import muster.desk.Reply;
import muster.desk.WrongField;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.run.TeamFacts;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;

/// What is said of gates.
record GateReplies(TeamSaid said) {

    Reply list() {
        return new Reply.Given(
                new Reply.Document("muster.gates/1", TeamJson.gates(said.state())), TeamWords.gates(said.state()));
    }

    /// @param word that of a member at the gate, with a reason
    /// @param done what it did
    Reply vote(Word word, String done) {
        var gate = said.fields().value("gate", GateId::new);
        var by = said.by();
        var command = word.of(gate, by, said.fields().text("reason", ""));
        return said.answer(said.tell(command, key(gate, by)), "gate " + gate + " " + done + " by " + by);
    }

    /// What a member says at a gate.
    @FunctionalInterface
    interface Word {
        CoordinationCommand of(GateId gate, AgentId by, String reason);
    }

    Reply delegate() {
        var to = said.fields().textOrNull("to");
        said.by();
        if (to == null) {
            throw new WrongField("who votes instead? --to AGENT");
        }
        var other = said.member(to);
        return vote((gate, by, reason) -> new GateCommand.Delegate(gate, by, other, reason), "delegated");
    }

    /// Once an opening, and once for whoever votes in its place: a gate may be opened again, another may be asked.
    private String key(GateId gate, AgentId by) {
        var opened = said.state().gate(gate).opened();
        var word = said.call().route().word() + "/" + gate + "/" + by;
        var asked = said.state().gate(gate).delegates().get(by);
        return said.call().key(word + "/" + opened + "/" + asked);
    }

    /// Something happened, or a metric was measured.
    Reply tell() {
        var by = said.by();
        var name = said.fields().text("name");
        var value = said.fields().decimalOrNull("value");
        var command = value == null
                ? new GateCommand.Signal(TeamFacts.name(name), by)
                : new GateCommand.Measure(name, value, by);
        var told = said.tell(command, said.call().keyOrNew());
        return said.answer(told, name + (value == null ? " happened" : " is " + value.toPlainString()));
    }
}
