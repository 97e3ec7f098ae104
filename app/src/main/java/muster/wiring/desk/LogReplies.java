package muster.wiring.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import muster.desk.Counter;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Reply;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.EventLine;
import muster.storage.Journal;
import muster.storage.StateCheck;
import muster.wiring.Workspace;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the journal itself says.
record LogReplies(Workspace workspace, Journal journal) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// After so long something is sent in any case: a client that has gone shows only then.
    private static final Duration QUIET = Duration.ofSeconds(15);

    /// Entries read at one time.
    private static final int PAGE = 1000;

    /// The events of a run after a version, one a line.
    void show(RunId run, long after, Form form, Consumer<String> line) {
        var page = journal.read(run, after, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> line.accept(form == Form.JSON ? object(each).toString() : words(each)));
            page = journal.read(run, page.getLast().version(), PAGE);
        }
    }

    /// The events of a run after a version as they happen, until the thread is interrupted.
    void follow(RunId run, long after, Counter.Follower follower, Bells.Bell bell)
            throws IOException, InterruptedException {
        follower.begins();
        var seen = after;
        while (true) {
            var page = journal.read(run, seen, PAGE);
            for (var entry : page) {
                follower.happened(new Counter.Happened(entry.version(), object(entry)));
                seen = entry.version();
            }
            if (page.isEmpty()) {
                rest(follower, bell);
            }
        }
    }

    private static void rest(Counter.Follower follower, Bells.Bell bell) throws IOException, InterruptedException {
        follower.caughtUp();
        if (!bell.await(QUIET)) {
            follower.quiet();
        }
    }

    private static String words(Recorded entry) {
        return entry.version() + "  " + entry.at() + "  " + EventLine.of(entry.event());
    }

    /// An entry as JSON.
    private static ObjectNode object(Recorded entry) {
        var object = JSON.createObjectNode()
                .put("version", entry.version())
                .put("at", entry.at().toString())
                .put("command", entry.command());
        object.set("event", EventLine.json(entry.event()));
        return object;
    }

    /// Whether the chain holds, and every snapshot is what its events come to.
    Reply verify() {
        var check = journal.verify(ChainHead.NONE);
        var folded = check instanceof ChainCheck.ChainHolds
                ? StateCheck.of(journal, workspace.snapshots())
                : List.<StateCheck.Folded>of();
        var lines = new ArrayList<String>();
        lines.addAll(sentence(check).lines().toList());
        folded.forEach(run -> lines.addAll(sentence(run).lines().toList()));
        var holds = check instanceof ChainCheck.ChainHolds
                && folded.stream().allMatch(run -> run.differing().isEmpty());
        return new Reply.Given(
                holds ? Ending.YES : Ending.NO,
                new Reply.Document("muster.log-verify/1", tree(check, folded)),
                lines,
                List.of(),
                "");
    }

    private static ObjectNode tree(ChainCheck check, List<StateCheck.Folded> folded) {
        var fields = JSON.createObjectNode();
        switch (check) {
            case ChainCheck.ChainHolds(var head) ->
                fields.put("holds", true).put("entries", head.sequence()).put("head", head.hash());
            case ChainCheck.ChainBroken(var at, var why) ->
                fields.put("holds", false).put("entry", at).put("why", why);
        }
        var runs = fields.putArray("runs");
        for (var run : folded) {
            var each = runs.addObject().put("run", run.run().value()).put("events", run.events());
            run.agreeing().forEach(each.putArray("snapshots_agreeing")::add);
            run.differing().forEach(each.putArray("snapshots_differing")::add);
        }
        return fields;
    }

    private static String sentence(StateCheck.Folded run) {
        return "run " + run.run() + ": " + run.events() + " events folded, "
                + run.agreeing().size()
                + " snapshots agree"
                + (run.differing().isEmpty()
                        ? ""
                        : ", those of versions " + run.differing() + " do not\nMaybe delete them, they are a cache");
    }

    private static String sentence(ChainCheck check) {
        return switch (check) {
            case ChainCheck.ChainHolds(var head) ->
                "the chain holds: " + head.sequence() + " entries, head " + head.hash();
            case ChainCheck.ChainBroken(var at, var why) -> "the chain is broken at entry " + at + ": " + why;
        };
    }
}
