package muster.storage;

import muster.coordination.CoordinationEvent;
import muster.coordination.HandOffNote;
import muster.coordination.HandOffState;

/// Where a hand-off stands as JSON, both ways: what was said of it, and when.
final class HandOffStateJson {
    private HandOffStateJson() {}

    static JsonOut out(HandOffState state) {
        var json = JsonOut.empty()
                .put("offer", CoordinationNotes.out(new CoordinationEvent.HandOffOffered(state.note())))
                .put("offered", state.offered());
        var id = state.note().id();
        return switch (state) {
            case HandOffState.Offered _ -> json;
            case HandOffState.Accepted(var _, var _, var at, var receipt) ->
                json.put("at", at)
                        .put("answer", CoordinationNotes.out(new CoordinationEvent.HandOffAccepted(id, receipt)));
            case HandOffState.Rejected(var _, var _, var at, var reason) ->
                json.put("at", at)
                        .put("answer", CoordinationNotes.out(new CoordinationEvent.HandOffRejected(id, reason)));
        };
    }

    static HandOffState in(JsonIn in) {
        var note = note(in.object("offer"));
        var offered = in.instant("offered");
        var answer = in.objectOrNull("answer");
        if (answer == null) {
            return new HandOffState.Offered(note, offered);
        }
        return CoordinationNotes.read(answer) instanceof CoordinationEvent.HandOffAccepted(var _, var receipt)
                ? new HandOffState.Accepted(note, offered, in.instant("at"), receipt)
                : new HandOffState.Rejected(note, offered, in.instant("at"), answer.text("reason"));
    }

    private static HandOffNote note(JsonIn in) {
        return ((CoordinationEvent.HandOffOffered) CoordinationNotes.read(in)).note();
    }
}
