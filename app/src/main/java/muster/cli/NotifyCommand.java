package muster.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import muster.notify.Courier;
import muster.plan.Parsed;
import muster.storage.Delivery;
import muster.wiring.Notifying;
import muster.wiring.OpenPlace;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells people and programs outside what concerns them.
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description =
                "Brings every notice that is due by its channels; exit 75 if some are tried again later, 1 if some"
                        + " were given up.")
final class NotifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private final NoticesOption notices = new NoticesOption();

    @Option(names = "--list", description = "list what was not told yet, and why; nothing is sent")
    private boolean list;

    @Option(names = "--revive", description = "try what was given up again")
    private boolean revive;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    NotifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = workspace.get();
        if (!place.store().exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.store() + "; no run was begun there")
                    .code();
        }
        if (revive || list) {
            try (var outbox = place.store().outbox()) {
                if (revive) {
                    console.say("muster: " + outbox.revive(clock.get().instant()) + " revived");
                }
                if (list) {
                    return answer(null, outbox.left()).code();
                }
            }
        }
        return brought(place).code();
    }

    private Exit brought(Workspace place) throws InterruptedException {
        var file = notices.file(console.environment());
        if (file == null) {
            return console.refuse(Exit.USAGE, "nobody is to be told\nMaybe say by which channels: --notices FILE");
        }
        try (var journal = place.store().open()) {
            var open = new OpenPlace(place, journal, clock.get());
            return switch (Notifying.open(open, file, console.environment())) {
                case Parsed.Failed<Notifying>(var problems) -> console.refuse(problems);
                case Parsed.Ok<Notifying>(var notifying) -> {
                    try (notifying) {
                        var tally = notifying.once();
                        yield answer(tally, notifying.left());
                    }
                }
            };
        }
    }

    private Exit answer(Courier.@Nullable Tally tally, List<Delivery> left) {
        var waiting = left.stream().filter(each -> each.due() != null).count();
        var dead = left.size() - waiting;
        if (json) {
            json(tally, left);
        } else {
            left.forEach(each -> console.data(line(each)));
            console.data((tally == null ? "" : tally.delivered() + " delivered, ") + waiting + " waiting, " + dead
                    + " given up");
        }
        return dead > 0 ? Exit.NO : waiting > 0 && tally != null ? Exit.TRY_AGAIN : Exit.YES;
    }

    private static String line(Delivery each) {
        return each.key() + " by " + each.channel() + ": "
                + (each.due() == null ? "given up" : "due " + each.due()) + " after " + each.attempts() + " attempts"
                + (each.why().isEmpty() ? "" : "; " + each.why());
    }

    private void json(Courier.@Nullable Tally tally, List<Delivery> left) {
        var fields = console.object();
        if (tally != null) {
            fields.put("delivered", tally.delivered());
        }
        var list = fields.putArray("left");
        for (var each : left) {
            var one = list.addObject()
                    .put("key", each.key())
                    .put("channel", each.channel())
                    .put("attempts", each.attempts())
                    .put("why", each.why());
            var due = each.due();
            if (due != null) {
                one.put("due", due.toString());
            }
        }
        console.json("muster.notify/1", fields);
    }
}
