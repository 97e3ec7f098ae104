package muster.cli;

import java.io.IOException;
import java.util.function.UnaryOperator;
import muster.desk.Call;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// What every command takes that tells a run something: where it is, which one, in whose name, when.
final class DeskOptions {

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Mixin
    private final WhoOptions who = new WhoOptions();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "names this word: said twice with the same key it has one effect")
    private @Nullable String key;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    /// Asks, prints the answer and gives the exit code.
    ///
    /// @param filled puts in the fields of the command itself
    int ask(Console console, Route route, UnaryOperator<ObjectNode> filled) throws IOException, InterruptedException {
        if (clock.isShown() && place.server(console) != null) {
            return console.refuse(Exit.USAGE, "a server has a clock of its own: leave out --at")
                    .code();
        }
        var fields = who.put(console.object());
        if (!route.fields().contains("as")) {
            fields.remove("as");
        }
        var call = new Call(route, filled.apply(fields), key);
        return ingress.ask(console, place, call, clock.get());
    }
}
