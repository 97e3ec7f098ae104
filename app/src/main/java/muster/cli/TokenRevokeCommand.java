package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends a token.
@Command(mixinStandardHelpOptions = true, description = "Ends a token; a server that runs takes it no longer.")
final class TokenRevokeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "NAME", description = "the token's name")
    @SuppressWarnings("NullAway.Init")
    private String name;

    TokenRevokeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var ended = TokenCommands.file(workspace.get()).revoke(name);
        return ended
                ? Exit.YES.code()
                : console.refuse(Exit.NOT_FOUND, "there is no token '" + name + "'")
                        .code();
    }
}
