package muster.storage;

import muster.coordination.Blocker;
import muster.coordination.BlockerEvent;
import muster.coordination.Conflict;
import muster.coordination.ConflictEvent;
import muster.coordination.Decision;
import muster.coordination.Measurement;
import muster.coordination.Settled;
import org.jspecify.annotations.Nullable;

/// Where blockers and conflicts stand as JSON, both ways.
final class MatterStateJson {
    private MatterStateJson() {}

    static JsonOut out(Blocker blocker) {
        return JsonOut.empty()
                .put("raised", blocker.raised())
                .put("note", MatterJson.out(new BlockerEvent.BlockerRaised(blocker.id(), blocker.note(), blocker.by())))
                .putIfAny("settled", settled(blocker.settled()));
    }

    static Blocker blocker(JsonIn in) {
        var note = (BlockerEvent.BlockerRaised) CoordinationNotes.read(in.object("note"));
        return new Blocker(
                note.id(), note.note(), note.by(), in.instant("raised"), settled(in.objectOrNull("settled")));
    }

    static JsonOut out(Conflict conflict) {
        return JsonOut.empty()
                .put("raised", conflict.raised())
                .put("note", ConflictJson.out(new ConflictEvent.ConflictRaised(conflict.id(), conflict.note())))
                .put("course", course(conflict.course()))
                .putIfAny("decision", decision(conflict.decision()))
                .putIfAny("settled", settled(conflict.settled()));
    }

    static Conflict conflict(JsonIn in) {
        var note = (ConflictEvent.ConflictRaised) CoordinationNotes.read(in.object("note"));
        return new Conflict(
                note.id(),
                note.note(),
                in.instant("raised"),
                course(in.object("course")),
                decision(in.objectOrNull("decision")),
                settled(in.objectOrNull("settled")));
    }

    private static JsonOut course(Conflict.Course course) {
        return switch (course) {
            case Conflict.Analysis(var impacts) ->
                JsonOut.empty()
                        .put(
                                "impacts",
                                impacts.stream().map(ConflictJson::impact).toList());
            case Conflict.Turns(var side, var since, var until) ->
                JsonOut.empty().put("side", side).put("since", since).put("until", until);
            case Conflict.Trial(var data, var begun, var reviewAt, var told) ->
                JsonOut.empty()
                        .put(
                                "data",
                                data.stream().map(MatterStateJson::measurement).toList())
                        .putIfAny("begun", begun)
                        .putIfAny("reviewAt", reviewAt)
                        .putIfAny("reviewTold", told);
        };
    }

    private static Conflict.Course course(JsonIn in) {
        if (in.has("impacts")) {
            return new Conflict.Analysis(
                    in.objects("impacts").stream().map(ConflictJson::impact).toList());
        }
        return in.has("side")
                ? new Conflict.Turns(ConflictJson.side(in), in.instant("since"), in.instant("until"))
                : new Conflict.Trial(
                        in.objects("data").stream()
                                .map(MatterStateJson::measurement)
                                .toList(),
                        in.instantOrNull("begun"),
                        in.instantOrNull("reviewAt"),
                        in.instantOrNull("reviewTold"));
    }

    private static JsonOut measurement(Measurement one) {
        return JsonOut.empty()
                .put("side", one.side())
                .put("values", one.values())
                .put("at", one.at());
    }

    private static Measurement measurement(JsonIn in) {
        return new Measurement(ConflictJson.side(in), ConflictJson.values(in), in.instant("at"));
    }

    private static @Nullable JsonOut decision(@Nullable Decision decision) {
        return decision == null
                ? null
                : JsonOut.empty()
                        .put("side", decision.side())
                        .put("by", decision.by())
                        .put("at", decision.at())
                        .put("rationale", decision.rationale())
                        .put("basis", decision.basis());
    }

    private static @Nullable Decision decision(@Nullable JsonIn in) {
        return in == null
                ? null
                : new Decision(
                        ConflictJson.side(in),
                        MatterJson.by(in),
                        in.instant("at"),
                        in.text("rationale"),
                        in.text("basis"));
    }

    private static @Nullable JsonOut settled(@Nullable Settled how) {
        return how == null
                ? null
                : JsonOut.empty().put("by", how.by()).put("at", how.at()).put("how", how.how());
    }

    private static @Nullable Settled settled(@Nullable JsonIn in) {
        return in == null ? null : new Settled(MatterJson.by(in), in.instant("at"), in.text("how"));
    }
}
