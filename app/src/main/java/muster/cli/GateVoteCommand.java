package muster.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import muster.coordination.GateCommand;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Votes at a gate, opens a rejected one for another vote, or lets somebody else vote.
@Command(
        mixinStandardHelpOptions = true,
        description = "Votes at a gate, asks another to do it, or opens a rejected gate again.")
final class GateVoteCommand implements Callable<Integer> {

    private final Console console;
    private final Vote vote;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(
            paramLabel = "GATE",
            converter = GateIdConverter.class,
            description = "the gate, see 'muster gate list'")
    @SuppressWarnings("NullAway.Init")
    private GateId gate;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(names = "--to", paramLabel = "AGENT", description = "who votes instead, with 'delegate'")
    private @Nullable String to;

    GateVoteCommand(Console console, Vote vote) {
        this.console = console;
        this.vote = vote;
    }

    /// What is said.
    enum Vote {
        APPROVE("approved"),
        REJECT("rejected"),
        REOPEN("opened again"),
        DELEGATE("delegated");

        private final String done;

        Vote(String done) {
            this.done = done;
        }
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::vote);
    }

    private Exit vote(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var other = to == null ? null : options.member(open, console, to);
        if (vote == Vote.DELEGATE && other == null) {
            return console.refuse(Exit.USAGE, "who votes instead? --to AGENT");
        }
        var told = open.tell(
                switch (vote) {
                    case APPROVE -> new GateCommand.Approve(gate, by, reason);
                    case REJECT -> new GateCommand.Reject(gate, by, reason);
                    case REOPEN -> new GateCommand.Reopen(gate, by, reason);
                    case DELEGATE -> new GateCommand.Delegate(gate, by, other == null ? by : other, reason);
                },
                key(open, by));
        return options.answer(console, told, "gate " + gate + " " + vote.done + " by " + by);
    }

    /// Once an opening: a gate may be opened again.
    private String key(OpenTeam open, AgentId by) {
        var opened = open.team().state().gate(gate).opened();
        var word = "gate-" + vote.name().toLowerCase(Locale.ROOT) + "/" + gate + "/" + by;
        return options.key(opened == null ? word : word + "/" + opened);
    }
}
