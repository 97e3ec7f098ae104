package muster.cli;

import java.time.InstantSource;
import muster.http.TokenFile;
import muster.wiring.Workspace;
import picocli.CommandLine;

/// The commands about tokens.
final class TokenCommands {
    private TokenCommands() {}

    static CommandLine group(Console console) {
        return CommandGroup.of("Tokens for the server of a workspace; only hashes of them are kept.")
                .addSubcommand("create", new TokenCreateCommand(console))
                .addSubcommand("list", new TokenListCommand(console))
                .addSubcommand("revoke", new TokenRevokeCommand(console));
    }

    /// Where the tokens of a workspace are.
    static TokenFile file(Workspace workspace) {
        return new TokenFile(workspace.own().resolve("tokens.json"), InstantSource.system());
    }
}
