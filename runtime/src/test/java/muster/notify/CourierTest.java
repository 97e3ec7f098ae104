package muster.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.engines.HandClock;
import muster.engines.JournalDispatch;
import muster.engines.JournaledTeam;
import muster.notices.Channel;
import muster.notices.Routing;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Escalation;
import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.storage.Delivery;
import muster.storage.Journal;
import muster.storage.Outbox;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// From the events of a run to a receiver on this machine, over a journal on the disk.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CourierTest {
    private static final RunId RUN = new RunId("r1");
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final TaskId A = new TaskId("a");
    private static final GateId GO = new GateId("go");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private Journal journal;
    private Outbox outbox;
    private Receiver receiver;
    private Senders senders;

    @BeforeEach
    void aRunBegins() throws Exception {
        journal = SqliteJournal.open(folder.resolve("muster.db"));
        outbox = SqliteJournal.outbox(folder.resolve("muster.db"));
        receiver = Receiver.willing();
        var gate = new RunGate(GO, "May it go out", List.of(BOB), List.of(A), List.of());
        var step = new Step(
                A, "A", List.of(ANN), new Action.Manual("do it"), List.of(), List.of(), List.of(), List.of(), 0, null);
        var members = List.of(new Charter.Member(ANN, "Ann"), new Charter.Member(BOB, "Bob the Boss"));
        tell(new Command.Start(new RunPlan(RUN, List.of(step), List.of(gate)), "digest", new TreeSet<>()), "start");
        var charter = new Charter(
                members,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Escalation(new ItemId("e1"), "nobody votes", "Bob the Boss", null)),
                List.of(),
                new TreeMap<>());
        team().tell(new CoordinationCommand.Agree(charter), "agree");
        senders =
                ((Senders.Opened.Ready) Senders.open(routing(), new Senders.Ground(folder, Map.of(), clock))).senders();
    }

    @AfterEach
    void allCloses() {
        senders.close();
        receiver.close();
        outbox.close();
        journal.close();
    }

    @Test
    void whoMustVoteIsToldOnce() throws Exception {
        finish();

        assertThat(round()).isEqualTo(new Courier.Tally(1, 0, 0));
        assertThat(round()).isEqualTo(Courier.Tally.NONE);
        var told = Envelope.told(receiver.posts.remove().body());
        assertThat(told.path("kind").asString()).isEqualTo("gate-waiting");
        assertThat(told.path("to").path(0).asString()).isEqualTo("bob");
        assertThat(told.path("text").asString()).isEqualTo("gate go waits for your vote: May it go out");
        assertThat(outbox.left()).isEmpty();
    }

    @Test
    void remindersAndEscalationsComeOutAsTheClockMoves() throws Exception {
        finish();
        round();
        receiver.posts.clear();

        clock.move(Duration.ofHours(5));
        round();
        clock.move(Duration.ofHours(20));
        round();

        assertThat(texts()).first().isEqualTo("gate:go waits for you (reminder 1): May it go out");
        var escalated = Envelope.told(receiver.posts.stream()
                .filter(post -> post.body().contains("escalation"))
                .findFirst()
                .orElseThrow()
                .body());
        assertThat(escalated.path("text").asString())
                .isEqualTo("gate:go comes to Bob the Boss (level 1): May it go out");
        assertThat(escalated.path("to").path(0).asString()).isEqualTo("bob");
    }

    @Test
    void aBlockerAndTheEndOfARunConcernEverybody() throws Exception {
        var note = new BlockerNote(Severity.P2, "no disk, password=hunter22", List.of(A), "", "", "", "", "");
        team().tell(new BlockerCommand.Raise(note, ANN), "raise");
        finish();
        tell(new Command.Approve(GO, BOB, ""), "approve");

        round();

        assertThat(texts()).anyMatch(text -> text.startsWith("ann raised BL-001, P2: no disk"));
        assertThat(texts()).contains("run r1 is finished").noneMatch(text -> text.contains("hunter22"));
    }

    @Test
    void whatAKilledProcessTookIsToldByTheNextWithTheSameKey() throws Exception {
        finish();
        courier().collect();
        var taken = outbox.take(clock.instant(), clock.instant().plus(Courier.PATIENCE), 8);
        senders.byChannel().get("hook").send(taken.getFirst());

        assertThat(round()).as("it is still held").isEqualTo(Courier.Tally.NONE);
        clock.move(Courier.PATIENCE);
        assertThat(round()).isEqualTo(new Courier.Tally(1, 0, 0));

        assertThat(receiver.posts).hasSize(2);
        assertThat(receiver.posts.stream()
                        .map(post -> post.header("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aBusyReceiverIsTriedAgainLaterAndLaterAndThenGivenUp() throws Exception {
        finish();
        for (var attempt = 1; attempt <= BackOff.MOST_ATTEMPTS; attempt++) {
            receiver.first(503, Map.of());
        }

        var waits = new ArrayList<Duration>();
        for (var left = left(round()); left.due() != null; left = left(round())) {
            var wait = Duration.between(clock.instant(), left.due());
            waits.add(wait);
            clock.move(wait.plusMillis(1));
        }

        assertThat(waits).hasSize(BackOff.MOST_ATTEMPTS - 1);
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(waits.getLast()).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
        assertThat(outbox.left().getFirst().why()).isEqualTo("it answered 503");
        assertThat(outbox.revive(clock.instant())).isEqualTo(1);
        assertThat(round()).isEqualTo(new Courier.Tally(1, 0, 0));
    }

    private Delivery left(Courier.Tally tally) {
        assertThat(tally.delivered()).isZero();
        return outbox.left().stream()
                .filter(each -> each.body().contains("gate-waiting"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAReceiverRefusesIsGivenUpAtOnce() throws Exception {
        finish();
        receiver.first(410, Map.of());

        assertThat(round()).isEqualTo(new Courier.Tally(0, 0, 1));
        assertThat(outbox.left())
                .singleElement()
                .satisfies(dead -> assertThat(dead.due()).isNull());
    }

    @Test
    void twoProcessesOverOneJournalTellItOnce() throws Exception {
        finish();
        try (var other = SqliteJournal.outbox(folder.resolve("muster.db"))) {
            var one = Thread.ofVirtual().start(() -> quietly(outbox));
            var two = Thread.ofVirtual().start(() -> quietly(other));
            one.join();
            two.join();
        }

        assertThat(receiver.posts).hasSize(1);
    }

    private void quietly(Outbox box) {
        try {
            var courier = courier(box);
            courier.collect();
            courier.deliver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oldEventsOfAJournalThatIsLookedAtForTheFirstTimeAreNoNews() throws Exception {
        finish();
        clock.move(Courier.NEWS.plusSeconds(1));

        courier().collect();

        assertThat(outbox.left()).isEmpty();
        assertThat(outbox.seen(RUN)).isPositive();
    }

    @Test
    void aProcessThatLivesTellsWhatAnotherAppends() throws Exception {
        try (var rounds = CourierRounds.begin(courier(), journal, clock);
                var other = SqliteJournal.open(folder.resolve("muster.db"))) {
            new JournaledTeam(other, clock, RUN)
                    .tell(
                            new BlockerCommand.Raise(
                                    new BlockerNote(Severity.P2, "no disk", List.of(A), "", "", "", "", ""), ANN),
                            "raise");
            while (receiver.posts.isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(rounds).isNotNull();
        }
        assertThat(texts()).containsExactly("ann raised BL-001, P2: no disk");
    }

    private Courier.Tally round() throws InterruptedException {
        try (var dispatch = new JournalDispatch(journal, clock)) {
            dispatch.deliver();
        }
        var courier = courier();
        courier.collect();
        return courier.deliver();
    }

    private Courier courier() {
        return courier(outbox);
    }

    private Courier courier(Outbox box) {
        return new Courier(journal, box, new Courier.Terms(routing(), senders, null, clock, new Random(7)));
    }

    private Routing routing() {
        return new Routing(new TreeMap<>(Map.of("hook", new Channel.Webhook(receiver.url(), null))), List.of());
    }

    private List<String> texts() {
        return receiver.posts.stream()
                .map(post -> JsonMapper.shared()
                        .readTree(post.body())
                        .at("/data/text")
                        .asString())
                .toList();
    }

    private void finish() {
        tell(new ClaimCommand.Take(A, ANN, Duration.ofHours(1), List.of(), new TreeMap<>()), "take");
        tell(new ClaimCommand.Finish(A, 1, ANN, new TreeMap<>(), new TreeMap<>()), "finish");
    }

    private JournaledTeam team() {
        return new JournaledTeam(journal, clock, RUN);
    }

    private void tell(Command command, String key) {
        team().tell(command, key);
    }
}
