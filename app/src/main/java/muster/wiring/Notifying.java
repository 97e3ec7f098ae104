package muster.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import muster.engines.JournalDispatch;
import muster.notices.Routing;
import muster.notify.Courier;
import muster.notify.CourierRounds;
import muster.notify.Senders;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.storage.Delivery;
import muster.storage.Outbox;
import muster.yaml.NoticesReader;

/// Notices of a workspace's runs, brought by the channels of an operator's file.
public final class Notifying implements Sideline {
    private final OpenPlace open;
    private final Senders senders;
    private final Outbox outbox;
    private final Courier courier;

    private Notifying(OpenPlace open, Routing routing, Senders senders) {
        this.open = open;
        this.senders = senders;
        this.outbox = open.place().store().outbox();
        var terms = new Courier.Terms(
                routing, senders, open.place().snapshots(), open.clock(), RandomGenerator.getDefault());
        this.courier = new Courier(open.journal(), outbox, terms);
    }

    /// Opens the channels, or tells all that is wrong with them.
    ///
    /// @param environment holds the secrets that the file names
    public static Parsed<Notifying> open(OpenPlace open, Path file, Map<String, String> environment) {
        return switch (NoticesReader.read(file)) {
            case Parsed.Failed<Routing>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Routing>(var routing) -> {
                var ground = new Senders.Ground(open.place().root(), environment, open.clock());
                yield switch (Senders.open(routing, ground)) {
                    case Senders.Opened.Wrong(var lines) -> new Parsed.Failed<>(problems(file, lines));
                    case Senders.Opened.Ready(var senders) -> new Parsed.Ok<>(new Notifying(open, routing, senders));
                };
            }
        };
    }

    private static List<Problem> problems(Path file, List<String> lines) {
        var place = new Location(file.toString(), 1, 1);
        return lines.stream().map(line -> Problem.at(place, line)).toList();
    }

    /// Tells runs what is due by now, and brings all that is due.
    public Courier.Tally once() throws InterruptedException {
        try (var dispatch =
                new JournalDispatch(open.journal(), open.clock(), open.place().snapshots())) {
            dispatch.deliver();
        }
        courier.collect();
        return courier.deliver();
    }

    /// Brings what comes until that is closed.
    @Override
    public Underway begin() {
        return CourierRounds.begin(courier, open.journal(), open.clock())::close;
    }

    /// What was not told yet.
    public List<Delivery> left() {
        return outbox.left();
    }

    @Override
    public void close() {
        senders.close();
        outbox.close();
    }
}
