package muster.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import muster.coordination.CoordinationState;
import muster.notices.Notices;
import muster.notices.Routing;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.CoordinationNotes;
import muster.storage.Delivery;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.storage.Outbox;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// Draws notices from a journal and brings each to its channels at least once, with a key that says which one it is.
/// Several processes may do so over one journal. For one thread.
public final class Courier {
    /// What happened longer ago when a run is looked at for the first time is no news any more.
    static final Duration NEWS = Duration.ofDays(1);

    /// Whoever took something is dead if it is not settled after this: longer than all that is taken at one time takes.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Taken at one time; one after the other on one channel, so that they come in order.
    private static final int MOST = 8;

    private static final int ENTRIES = 512;

    /// Keys of a run end in numbers.
    private static final Comparator<Delivery> ORDER =
            Comparator.comparingInt((Delivery each) -> each.key().length()).thenComparing(Delivery::key);

    private final Journal journal;
    private final Outbox outbox;
    private final Terms terms;
    private final BackOff backOff;
    private final Map<RunId, FollowedTeam> teams = new HashMap<>();

    /// How notices go.
    ///
    /// @param snapshots of the runs; null for none
    /// @param random spreads what is tried again
    public record Terms(
            Routing routing,
            Senders senders,
            @Nullable SnapshotFolder snapshots,
            InstantSource clock,
            RandomGenerator random) {}

    /// Over a journal and its outbox, which stay open.
    public Courier(Journal journal, Outbox outbox, Terms terms) {
        this.journal = journal;
        this.outbox = outbox;
        this.terms = terms;
        this.backOff = new BackOff(terms.random());
    }

    /// What deliveries came to.
    ///
    /// @param dead given up
    public record Tally(int delivered, int later, int dead) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally more) {
            return new Tally(delivered + more.delivered, later + more.later, dead + more.dead);
        }
    }

    /// Looks at what was appended to all runs since they were looked at last.
    public void collect() {
        journal.runs().forEach(this::collect);
    }

    /// Looks at what was appended to a run since it was looked at last.
    public void collect(RunId run) {
        var seen = outbox.seen(run);
        var since = seen == 0 ? terms.clock().instant().minus(NEWS) : Instant.MIN;
        for (var news = journal.read(run, seen, ENTRIES); !news.isEmpty(); news = journal.read(run, seen, ENTRIES)) {
            outbox.keep(run, seen, news.getLast().version(), found(run, news, since));
            seen = outbox.seen(run);
        }
    }

    private List<Delivery> found(RunId run, List<Recorded> news, Instant since) {
        var notices = new Notices(run, () -> team(run));
        var found = new ArrayList<Delivery>();
        for (var each : news) {
            var notice =
                    each.at().isBefore(since) ? null : notices.of(each.version(), CoordinationNotes.happening(each));
            if (notice != null) {
                var body = Envelope.text(notice, terms.senders().redaction());
                terms.routing()
                        .channels(notice)
                        .forEach(channel -> found.add(Delivery.of(notice.key(), channel, notice.at(), body)));
            }
        }
        return found;
    }

    private CoordinationState team(RunId run) {
        var team = teams.computeIfAbsent(run, id -> FollowedTeam.of(journal, id, terms.snapshots()));
        team.catchUp();
        return team.state();
    }

    /// Brings all that is due.
    public Tally deliver() throws InterruptedException {
        var all = Tally.NONE;
        for (var taken = take(); !taken.isEmpty(); taken = take()) {
            all = all.plus(delivered(taken));
        }
        return all;
    }

    private List<Delivery> take() {
        var now = terms.clock().instant();
        var due = outbox.nextDue();
        return due == null || due.isAfter(now) ? List.of() : outbox.take(now, now.plus(PATIENCE), MOST);
    }

    /// When there is something to bring next; null if there is not.
    public @Nullable Instant nextDue() {
        return outbox.nextDue();
    }

    /// Channels side by side, so that a slow one keeps no other waiting.
    private Tally delivered(List<Delivery> taken) throws InterruptedException {
        var byChannel = taken.stream().collect(Collectors.groupingBy(Delivery::channel));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tallies = threads.invokeAll(byChannel.values().stream()
                    .map(each -> (Callable<Tally>) () -> inOrder(each))
                    .toList());
            var all = Tally.NONE;
            for (var tally : tallies) {
                all = all.plus(tally.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a channel failed", e.getCause());
        }
    }

    private Tally inOrder(List<Delivery> deliveries) throws InterruptedException {
        var tally = Tally.NONE;
        for (var each : deliveries.stream().sorted(ORDER).toList()) {
            tally = tally.plus(settled(each, sent(each)));
        }
        return tally;
    }

    private Sent sent(Delivery delivery) throws InterruptedException {
        var sender = terms.senders().byChannel().get(delivery.channel());
        return sender == null
                ? new Sent.Refused("there is no channel '" + delivery.channel() + "' any more")
                : sender.send(delivery);
    }

    private Tally settled(Delivery delivery, Sent sent) {
        return switch (sent) {
            case Sent.Delivered _ -> {
                outbox.delivered(delivery);
                yield new Tally(1, 0, 0);
            }
            case Sent.Later(var why, var wait) -> failed(delivery, why, backOff.after(delivery.attempts(), wait));
            case Sent.Refused(var why) -> failed(delivery, why, null);
        };
    }

    private Tally failed(Delivery delivery, String why, @Nullable Duration wait) {
        var due = wait == null ? null : terms.clock().instant().plus(wait);
        outbox.failed(delivery, due, terms.senders().redaction().redact(why));
        return due == null ? new Tally(0, 0, 1) : new Tally(0, 1, 0);
    }
}
