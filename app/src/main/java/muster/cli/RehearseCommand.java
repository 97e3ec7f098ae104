package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationState;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.run.RunId;
import muster.run.RunStatus;
import muster.storage.Journal;
import muster.storage.MemoryJournal;
import muster.storage.SqliteJournal;
import muster.wiring.Documents;
import muster.wiring.Rehearsal;
import muster.wiring.Workspace;
import muster.wiring.desk.Held;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays a plan with simulated agents.
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Plays your plan once to the end with simulated agents on a simulated calendar, in seconds; exit 1 if it"
                        + " does not come to its end. (simulate --runs tries Muster's own rules on random plans.)")
final class RehearseCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--plan", required = true, paramLabel = "FILE", description = "the plan, or a document")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "when it begins; default: the plan's start")
    private @Nullable Instant start;

    @Option(names = "--seed", paramLabel = "K", description = "decides which tasks are blocked and fought over")
    private long seed = 1;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "keep the journal there, for 'status', 'standup' and the like; default: keep nothing")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    RehearseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return switch (Documents.plan(plan)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var read) -> play(read).code();
        };
    }

    private Exit play(Plan read) throws IOException {
        if (folder == null) {
            return play(read, new MemoryJournal());
        }
        var place = new Workspace(folder.toAbsolutePath().normalize());
        Files.createDirectories(place.own());
        try (var journal = SqliteJournal.open(place.journal())) {
            return play(read, journal);
        }
    }

    private Exit play(Plan read, Journal journal) {
        var run = new RunId(read.header().id().value());
        if (journal.runs().contains(run)) {
            return console.refuse(Exit.CONFLICT, "run " + run + " is in the journal already\nMaybe use another folder");
        }
        var from = start == null ? read.header().start() : start;
        var end = Rehearsal.play(journal, run, new Rehearsal.Setting(read, from, seed));
        print(end, journal.read(run, 0).getLast().at());
        return end.run().status() == RunStatus.FINISHED ? Exit.YES : Exit.NO;
    }

    private void print(CoordinationState end, Instant at) {
        var run = end.run();
        var fields = console.object()
                .put("run", run.plan().id().value())
                .put("status", Held.word(run))
                .put("end", at.toString())
                .put("events", run.version())
                .put("steps", run.steps().size())
                .put("hand_offs", end.handOffs().size())
                .put("gates", run.gates().size())
                .put("blockers", end.blockers().size())
                .put("conflicts", end.conflicts().size());
        if (json) {
            console.json("muster.rehearsal/1", fields);
            return;
        }
        console.data("run " + run.plan().id() + ": " + Held.word(run) + " at " + at + ", "
                + run.steps().size()
                + " steps, " + end.handOffs().size() + " hand-offs, "
                + run.gates().size() + " gates, "
                + end.blockers().size() + " blockers, " + end.conflicts().size() + " conflicts, " + run.version()
                + " events");
    }
}
