package muster.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import muster.engines.JournalDispatch;
import muster.plan.AgentId;
import muster.run.RunId;
import muster.wiring.Worklist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of commands by which agents take part in a run.
final class AgentOptions {

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--as",
            paramLabel = "AGENT",
            required = true,
            converter = AgentConverter.class,
            description = "who says this")
    @SuppressWarnings("NullAway.Init")
    private AgentId agent;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "the run; default: the one that began last")
    private @Nullable RunId run;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "names this word: said twice with the same key it has one effect")
    private @Nullable String key;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    /// What a command does with the run.
    @FunctionalInterface
    interface Work {
        Exit with(Worklist list) throws Exception;
    }

    AgentId agent() {
        return agent;
    }

    boolean json() {
        return json;
    }

    String key(String command) {
        return Objects.requireNonNullElseGet(key, () -> command + "/" + UUID.randomUUID());
    }

    Path root() {
        return workspace.get().root();
    }

    InstantSource clock() {
        return clock.get();
    }

    /// Opens the journal, tells what is due and does it.
    int in(Console console, Work work) throws Exception {
        var place = workspace.get();
        if (key != null && !key.matches("[!-~]{1,200}")) {
            return console.refuse(Exit.USAGE, "--key takes 1 to 200 visible characters")
                    .code();
        }
        if (!place.store().exists()) {
            return console.refuse(
                            Exit.NOT_FOUND,
                            "no journal at " + place.store() + "; no run was begun there\nMaybe begin one: muster run")
                    .code();
        }
        return RunChoice.with(console, place.store()::open, run, (journal, chosen) -> {
            new JournalDispatch(journal, clock.get(), place.snapshots()).deliver();
            try (var restate = ingress.open(console.environment())) {
                return work.with(new Worklist(place, journal, clock.get(), chosen).through(restate))
                        .code();
            }
        });
    }
}
