package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.coordination.CoordinationCommand;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.engines.Told;
import muster.observation.Redaction;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.TaskId;
import muster.replanning.RunFacts;
import muster.replanning.Words;
import muster.run.RunId;
import muster.wiring.Replanned;
import muster.wiring.ReplannedJson;
import muster.wiring.ReplannedText;
import org.jspecify.annotations.Nullable;

/// The rest of a run planned again.
record ReplanningReplies(Setting setting, RunId run, Fields fields) {

    /// @param file the plan file that the run goes by
    Reply reply(Path file) throws IOException {
        if (!Files.exists(file)) {
            return PlanToRun.missing(file);
        }
        if (fields.flag("apply") && (fields.textOrNull("as") == null || fields.textOrNull("reason") == null)) {
            return new Reply.Refused(Ending.USAGE, "--apply needs --as AGENT and --reason TEXT");
        }
        var known = RunFacts.of(run, setting.journal().read(run, 0));
        var subject = new Replanned.Subject(setting.workspace(), file, known, words());
        return switch (Replanned.of(subject, setting.clock().instant())) {
            case Parsed.Failed<Replanned>(var problems) -> Reply.Refused.of(problems);
            case Parsed.Ok<Replanned>(var replanned) -> answer(replanned);
        };
    }

    private Words words() {
        return new Words(
                new TreeSet<>(fields.values("holds", FactId::new)),
                new TreeSet<>(fields.values("fails", FactId::new)),
                new TreeSet<>(fields.values("retry", TaskId::new)),
                new TreeSet<>(fields.values("drop", TaskId::new)));
    }

    private Reply answer(Replanned replanned) {
        var replan = replanned.replan();
        var told = fields.flag("apply") && replan.isPlan() && replan.against().isEmpty() && replan.changes()
                ? told(replanned)
                : null;
        if (told instanceof Told.Refused(var why)) {
            return new Reply.Refused(Ending.CONFLICT, "run " + run + " keeps its plan: " + why.replace("; ", "\n  "));
        }
        var redaction = Redaction.of(Set.of());
        var lines = new ArrayList<String>();
        ReplannedText.lines(replanned).forEach(line -> lines.add(redaction.redact(line)));
        lines.add(end(replanned, told));
        var document = new Reply.Document(
                ReplannedJson.SCHEMA, ReplannedJson.fields(replanned).put("applied", told != null));
        return new Reply.Given(ending(replanned), document, lines, List.of(), "");
    }

    private static Ending ending(Replanned replanned) {
        if (!replanned.replan().against().isEmpty()) {
            return Ending.CONFLICT;
        }
        return replanned.replan().isPlan() ? Ending.YES : Ending.NO;
    }

    private Told told(Replanned replanned) {
        var state = replanned.replan().state();
        var team = setting.team(state.plan().id());
        var orders = replanned
                .replan()
                .orders(replanned.digest(), new Roster(team::state).operator(fields.who()), fields.text("reason"));
        return team.tell(
                new CoordinationCommand.Revise(team.state().charter(), orders),
                "replan/" + replanned.digest() + "/" + state.version());
    }

    private static String end(Replanned replanned, @Nullable Told told) {
        var replan = replanned.replan();
        if (told != null) {
            return "the run goes on like this";
        }
        if (!replan.isPlan() || !replan.changes()) {
            return "nothing is changed";
        }
        return replan.against().isEmpty()
                ? "nothing is changed yet; Maybe go on like this: --apply --as AGENT --reason TEXT"
                : "nothing is changed; Maybe wait for what is under way, or have it taken away: --drop TASK";
    }
}
