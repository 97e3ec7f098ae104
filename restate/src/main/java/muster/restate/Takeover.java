package muster.restate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import muster.engines.Rounds;

/// Has a worker carry out what a worker elsewhere had under way, or would have got, once that does not answer any more.
/// Several may do so at once, and the other may come back: whichever carries a call out second finds the key of its
/// word in the journal.
public final class Takeover implements AutoCloseable {
    /// Time between two looks: with the tries that come before (1.5 s) this is over before agents pass the
    /// engine, which they do after 6 s.
    public static final Duration USUAL = Duration.ofSeconds(3);

    /// A call that is paused is so within milliseconds.
    private static final Duration SOON = Duration.ofMillis(100);

    private final RestateAdmin admin;
    private final Registered worker;
    private final Consumer<String> says;
    private final Duration often;
    private final Rounds rounds;

    private Takeover(RestateAdmin admin, Registered worker, Duration often, Consumer<String> says) {
        this.admin = admin;
        this.worker = worker;
        this.often = often;
        this.says = says;
        this.rounds = Rounds.begin("takeover", Rounds.End.AT_ONCE, this::round);
    }

    /// Looks again and again until it is closed.
    ///
    /// @param worker lives as long
    /// @param often time between two looks
    /// @param says is told what was taken over
    public static Takeover begin(RestateAdmin admin, Registered worker, Duration often, Consumer<String> says) {
        return new Takeover(admin, worker, often, says);
    }

    /// A node that is away is asked again in the next round.
    private Duration round() throws InterruptedException {
        try {
            return taken(admin.stranded(worker));
        } catch (IOException e) {
            return often;
        }
    }

    private Duration taken(List<Stranded> calls) throws IOException, InterruptedException {
        var bonds = calls.stream().map(Stranded::bond).toList();
        if (bonds.contains(Stranded.Bond.LATEST)) {
            admin.register(worker.address());
        }
        for (var call : calls) {
            switch (call.bond()) {
                case LATEST -> {}
                case PINNED -> admin.pause(call);
                case PAUSED -> admin.resume(call, worker);
            }
        }
        long taken = bonds.stream().filter(bond -> bond != Stranded.Bond.PINNED).count();
        if (taken > 0) {
            says.accept("words of a worker that does not answer are carried out here: " + taken);
        }
        return bonds.contains(Stranded.Bond.PINNED) ? SOON : often;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
