package muster.wiring.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.coordination.Charter;
import muster.coordination.CharterChanges;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationState;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.WrongField;
import muster.engines.RunTeam;
import muster.engines.Told;
import muster.replanning.Carried;
import muster.run.Command;
import muster.run.RunId;
import muster.run.RunState;
import muster.wiring.Workspace;
import tools.jackson.databind.json.JsonMapper;

/// Runs that begin, or go on by another plan.
record BeginReplies(Setting setting) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ELSE = "\nMaybe go on with it, or begin another: --run RUN";

    /// The plan file that a call names, if it is in the workspace: a server opens no other.
    static Path within(Workspace workspace, Call call) {
        var root = workspace.root();
        var file = root.resolve(call.fields().text("plan", workspace.plan().toString()))
                .normalize();
        if (!file.startsWith(root)) {
            throw new WrongField("a plan lies in the workspace of the server");
        }
        return file;
    }

    Reply reply(Call call, PlanToRun read) {
        return call.route() == Route.REPLAN ? revise(call, read) : begin(read);
    }

    private Reply begin(PlanToRun read) {
        var id = read.start().plan().id();
        var team = setting.team(id);
        return switch (team.tell(read.start(), "start")) {
            case Told.Refused(var why) -> new Reply.Refused(Ending.CONFLICT, why + ELSE);
            case Told.AlreadyTold _ -> begunBefore(id);
            case Told.Accepted _ -> isBegunBy(read, team) ? agreed(read, team) : begunBefore(id);
        };
    }

    /// False if somebody began it by another plan at the same time, and an engine brought that first.
    private static boolean isBegunBy(PlanToRun read, RunTeam team) {
        var baseline = team.state().run().course().revisions().getFirst();
        return baseline.digest().equals(read.start().digest());
    }

    private static Reply agreed(PlanToRun read, RunTeam team) {
        team.tell(new CoordinationCommand.Agree(read.charter()), "agree");
        return begun(team.state().run());
    }

    private static Reply begun(RunState state) {
        var id = state.plan().id().value();
        var fields = JSON.createObjectNode()
                .put("run", id)
                .put("status", Held.word(state))
                .put("steps", state.steps().size())
                .put("ready", state.ready().size());
        var line = "run " + id + ": " + state.steps().size() + " steps, "
                + state.ready().size() + " ready";
        return new Reply.Given(new Reply.Document("muster.run/1", fields), List.of(line));
    }

    private static Reply begunBefore(RunId id) {
        var why = "run " + id + " was begun before";
        var fields = JSON.createObjectNode()
                .put("command", "run")
                .put("run", id.value())
                .put("why", why);
        return new Reply.Refused(
                Ending.CONFLICT, why + ELSE, List.of(), new Reply.Document("muster.refusal/1", fields));
    }

    private Reply revise(Call call, PlanToRun read) {
        var next = read.start();
        var id = next.plan().id();
        var team = setting.team(id);
        var before = team.state();
        var other = Carried.into(next.plan(), before.run(), read.plan());
        var by = new Roster(team::state).operator(call.fields().who());
        var revise = new Command.Revise(other, next.digest(), by, call.fields().text("reason"));
        var charter = read.charter();
        var told = team.tell(
                new CoordinationCommand.Revise(charter, List.of(revise)),
                "revise/" + next.digest() + "/" + before.run().version());
        return switch (told) {
            case Told.Refused(var why) ->
                new Reply.Refused(Ending.CONFLICT, "run " + id + " keeps its plan: " + why.replace("; ", "\n  "));
            case Told.Accepted _, Told.AlreadyTold _ -> revised(before, team.state(), charter);
        };
    }

    private static Reply revised(CoordinationState before, CoordinationState after, Charter charter) {
        var revisions = after.run().course().revisions();
        var changes = new ArrayList<String>();
        if (revisions.size() > before.run().course().revisions().size()) {
            changes.addAll(revisions.getLast().changes());
        }
        changes.addAll(CharterChanges.between(before, charter));
        var id = after.run().plan().id().value();
        var fields = JSON.createObjectNode().put("run", id).put("plan", revisions.size());
        changes.forEach(fields.putArray("changes")::add);
        var first = "run " + id + ": " + (changes.isEmpty() ? "the plan is the same" : "goes on by another plan");
        return new Reply.Given(
                new Reply.Document("muster.replan/1", fields),
                Stream.concat(Stream.of(first), changes.stream().map(change -> "  " + change))
                        .toList());
    }
}
