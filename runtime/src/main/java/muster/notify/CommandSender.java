package muster.notify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import muster.storage.Delivery;

/// Starts a program for each notice, which it reads from its standard input; `MUSTER_KEY` names it. Status 0 says that
/// it was told; anything else, that it is to be tried again.
///
/// @param redact takes secrets out of what it printed
record CommandSender(Launcher launcher, List<String> argv, Path directory, UnaryOperator<String> redact)
        implements Sender {
    /// Characters of what it printed that are kept.
    private static final int KEPT = 200;

    @Override
    public Sent send(Delivery delivery) throws InterruptedException {
        var launch = Launch.of(argv, directory, LONGEST)
                .reading(delivery.body())
                .with("MUSTER_KEY", delivery.key())
                .keeping(1 << 16);
        return switch (launcher.run(launch)) {
            case Launched.Ended(var exit, var _, var stderr, var _) ->
                exit == 0 ? new Sent.Delivered() : later("exit status " + exit + ": " + words(stderr));
            case Launched.Overran _ -> later("took longer than " + LONGEST);
            case Launched.NotStarted(var why) -> later("cannot start " + argv.getFirst() + ": " + why);
        };
    }

    private static Sent later(String why) {
        return new Sent.Later(why, Duration.ZERO);
    }

    private String words(String stderr) {
        var clean = redact.apply(stderr).strip();
        return clean.substring(0, Math.min(clean.length(), KEPT));
    }
}
