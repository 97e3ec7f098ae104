package muster.cli;

import java.io.IOException;
import java.util.UUID;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.Ids;
import muster.run.RunId;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every command of a team takes: where, which run, in whose name, when.
final class TeamOptions {

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--run", paramLabel = "RUN", description = "which run; default: the one that began last")
    private @Nullable String run;

    @Option(names = "--as", paramLabel = "AGENT", description = "in whose name: an agent's id or name")
    private @Nullable String as;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "names this word: said twice with the same key it has one effect")
    private @Nullable String key;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    boolean json() {
        return json;
    }

    /// What a command does with a team.
    interface Work {
        Exit on(OpenTeam team) throws IOException;
    }

    /// Opens the team, works and closes it.
    int with(Console console, Work work) throws IOException {
        var id = run != null && Ids.isId(run) ? new RunId(run) : null;
        try (var team = run != null && id == null ? null : OpenTeam.of(workspace.get(), id, clock.get())) {
            if (team == null) {
                var what = run == null ? "no run" : "no run " + run;
                return console.refuse(
                                Exit.NOT_FOUND, what + " in " + workspace.get().store())
                        .code();
            }
            return work.on(team).code();
        }
    }

    /// In whose name; null once it was said that there is nobody.
    @Nullable
    AgentId by(OpenTeam team, Console console) {
        var name = as;
        if (name == null) {
            console.refuse(Exit.USAGE, "in whose name? --as AGENT");
            return null;
        }
        return member(team, console, name);
    }

    /// A key that is the same whenever this is said.
    String key(String usual) {
        return key == null ? usual : key;
    }

    /// A key of its own each time this is said.
    String fresh(String command) {
        return key == null ? command + "/" + UUID.randomUUID() : key;
    }

    /// Whom a text means; null once it was said that it is nobody.
    @Nullable
    AgentId member(OpenTeam team, Console console, String name) {
        var charter = team.team().state().charter();
        var known = charter.member(name);
        if (known.isEmpty()) {
            console.refuse(
                    Exit.USAGE,
                    "there is no agent '" + name + "'; Maybe one of "
                            + String.join(
                                    ", ",
                                    charter.members().stream()
                                            .map(member -> member.id().value())
                                            .toList()));
        }
        return known.orElse(null);
    }

    /// What became of a command, in one line of data or a refusal.
    Exit answer(Console console, Told told, String done) {
        return switch (told) {
            case Told.Refused(var why) -> console.refuse(Exit.NO, why);
            case Told.AlreadyTold(var then) -> answer(console, then, done);
            case Told.Accepted _ -> {
                if (!json) {
                    console.data(done);
                }
                yield Exit.YES;
            }
        };
    }
}
