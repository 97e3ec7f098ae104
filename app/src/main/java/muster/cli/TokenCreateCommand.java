package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.http.OwnersFile;
import muster.http.Scope;
import muster.plan.Ids;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a token.
@Command(
        mixinStandardHelpOptions = true,
        description = "Makes a token and prints its secret, once; with --out into a file that you alone may read.")
final class TokenCreateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "NAME", description = "names the token, such as the agent that gets it")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            required = true,
            converter = ScopeConverter.class,
            description = "read, agent:NAME, approve:NAME or operate:NAME; * for anybody; may be given several times")
    private List<Scope> scopes = new ArrayList<>();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "how long it lasts, such as P30D; default: until it is revoked")
    private @Nullable Duration lasting;

    @Option(names = "--out", paramLabel = "FILE", description = "writes the secret there instead of printing it")
    private @Nullable Path out;

    TokenCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Ids.isId(name)) {
            return console.refuse(Exit.USAGE, "a name has the shape of an id, got '" + name + "'")
                    .code();
        }
        var until = lasting == null ? null : Instant.now().plus(lasting);
        var secret = TokenCommands.file(workspace.get()).create(name, scopes, until);
        if (secret == null) {
            return console.refuse(
                            Exit.CONFLICT,
                            "there is a token '" + name + "'\nMaybe end it first: muster token revoke " + name)
                    .code();
        }
        if (out == null) {
            console.data(secret);
        } else {
            OwnersFile.create(out, secret + "\n");
        }
        console.say("token '" + name + "' allows " + scopes + (until == null ? "" : " until " + until)
                + "; its secret is kept nowhere");
        return Exit.YES.code();
    }
}
