package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.ClockEvent;
import muster.coordination.CoordinationCommand;
import muster.coordination.GateRule;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Event;
import muster.run.GateCondition;
import muster.run.GateState;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.SteerCommand;
import muster.run.StepState;
import muster.run.TeamFacts;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clocks of a run come due without a word of anybody. Between two moments every process ends.
class WakeTest {
    private static final RunId RUN = new RunId("r1");
    private static final AgentId ANN = new AgentId("ann");
    private static final TaskId A = new TaskId("a");
    private static final GateId GO = new GateId("go");
    private static final Action MANUAL = new Action.Manual("do it");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void aGatePassesWhenItsTimerEnds() {
        begin();
        take(Duration.ofHours(1));
        tell(new ClaimCommand.Finish(A, 1, ANN, new TreeMap<>(), new TreeMap<>()), "finish");

        passes(Duration.ofMinutes(119));
        assertThat(gate()).isInstanceOf(GateState.Open.class);
        passes(Duration.ofMinutes(1));
        assertThat(gate()).isInstanceOf(GateState.Passed.class);
    }

    @Test
    void aDeadAgentLosesItsClaim() {
        begin();
        take(Duration.ofMinutes(10));

        passes(Duration.ofMinutes(9));
        assertThat(step()).isInstanceOf(StepState.Running.class);
        passes(Duration.ofMinutes(1));
        assertThat(step()).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aBusyAgentKeepsItsClaimThoughTheTimerOfItsFirstLeaseComes() {
        begin();
        take(Duration.ofMinutes(10));
        passes(Duration.ofMinutes(8));
        tell(new ClaimCommand.Beat(A, 1, ANN), "beat");

        passes(Duration.ofMinutes(9));
        assertThat(step()).isInstanceOf(StepState.Running.class);
        passes(Duration.ofMinutes(1));
        assertThat(step()).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void thoseWhoKeepOthersWaitingAreRemindedAgainAndAgainAndThenItGoesUp() {
        begin();
        var note = new BlockerNote(Severity.P1, "no disk", List.of(A), "", "", "", "", "");
        try (var journal = open()) {
            team(journal).tell(new BlockerCommand.Raise(note, ANN), "raise");
        }

        for (var hour = 0; hour < 25; hour++) {
            passes(Duration.ofHours(1));
        }
        assertThat(clockEvents(ClockEvent.Reminded.class))
                .extracting(ClockEvent.Reminded::times)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(clockEvents(ClockEvent.Escalated.class))
                .extracting(ClockEvent.Escalated::level)
                .containsExactly(1, 2);
    }

    @Test
    void severalServersThatDeliverAtOnceTellItOnce() throws InterruptedException {
        begin();
        take(Duration.ofMinutes(10));
        clock.move(Duration.ofMinutes(10));
        try (var journal = open()) {
            var servers = List.of(1, 2, 3).stream()
                    .map(_ -> Thread.ofPlatform().start(() -> new JournalDispatch(journal, clock).deliver()))
                    .toList();
            for (var server : servers) {
                server.join();
            }

            assertThat(journal.read(RUN, 0))
                    .filteredOn(each -> each.event() instanceof Event.AttemptLost)
                    .hasSize(1);
        }
    }

    @Test
    void nothingIsKeptForARunThatHasEnded() {
        begin();
        tell(new SteerCommand.Cancel(ANN, "enough"), "cancel");

        passes(Duration.ofDays(2));
        try (var journal = open()) {
            assertThat(journal.nextDue()).isNull();
        }
    }

    private Journal open() {
        return SqliteJournal.open(folder.resolve("journal.db"));
    }

    private JournaledTeam team(Journal journal) {
        return new JournaledTeam(journal, clock, RUN, new SnapshotFolder(folder.resolve("snapshots")));
    }

    private void begin() {
        var gate = new RunGate(GO, "go", List.of(), List.of(A), List.of(TeamFacts.met(GateCondition.TIMER, GO)));
        var terms = new GateTerms(
                GateTerms.Votes.ALL,
                new GateTerms.Awaited(Duration.ofHours(2), null, null, null),
                GateTerms.Reminders.USUAL);
        var member = new Charter.Member(ANN, "Ann");
        var charter = new Charter(
                List.of(member),
                List.of(),
                List.of(),
                List.of(),
                List.of(new GateRule(GO, null, terms)),
                List.of(),
                List.of(),
                new TreeMap<>());
        var plan = new RunPlan(RUN, List.of(Steps.step("a", MANUAL), Steps.step("b", MANUAL)), List.of(gate));
        tell(new Command.Start(plan, "digest", new TreeSet<>()), "start");
        try (var journal = open()) {
            team(journal).tell(new CoordinationCommand.Agree(charter), "agree");
        }
    }

    private void take(Duration lease) {
        tell(new ClaimCommand.Take(A, ANN, lease, List.of(), new TreeMap<>()), "take");
    }

    private void tell(Command command, String key) {
        try (var journal = open()) {
            assertThat(team(journal).tell(command, key)).isInstanceOf(Told.Accepted.class);
        }
    }

    /// Time passes, and a server that begins then delivers what is due.
    private void passes(Duration span) {
        clock.move(span);
        try (var journal = open();
                var dispatch = new JournalDispatch(journal, clock)) {
            dispatch.deliver();
        }
    }

    private GateState gate() {
        try (var journal = open()) {
            return Objects.requireNonNull(team(journal).state().run().gates().get(GO));
        }
    }

    private StepState step() {
        try (var journal = open()) {
            return team(journal).state().run().step(A);
        }
    }

    private <E extends ClockEvent> List<E> clockEvents(Class<E> type) {
        try (var journal = open()) {
            return team(journal).history().stream()
                    .map(each -> each.team())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }
}
