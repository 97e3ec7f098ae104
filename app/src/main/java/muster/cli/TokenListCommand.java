package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists tokens.
@Command(mixinStandardHelpOptions = true, description = "Lists the tokens and what they allow; secrets are not kept.")
final class TokenListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    TokenListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var fields = console.object();
        var list = fields.putArray("tokens");
        for (var token : TokenCommands.file(workspace.get()).list()) {
            var until = token.until();
            var one = list.addObject()
                    .put("name", token.name())
                    .put("created", token.created().toString())
                    .put("until", until == null ? null : until.toString());
            token.scopes().forEach(scope -> one.withArray("scopes").add(scope.toString()));
            if (!json) {
                console.data(token.name() + "  " + token.scopes() + (until == null ? "" : "  until " + until));
            }
        }
        if (json) {
            console.json("muster.token-list/1", fields);
        }
        return Exit.YES.code();
    }
}
