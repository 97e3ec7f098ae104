package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationRules;
import muster.coordination.GateCommand;
import muster.engines.DispatchedTeam;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Event;
import muster.run.Lease;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.storage.Journal;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A team whose words Restate brings. Who speaks has the journal open for reading alone, so all in it came that way.
@Timeout(60)
class RestateTeamTest {
    private static final RunId RUN = new RunId("r1");
    private static final AgentId ANN = new AgentId("ann");
    private static final TaskId A = new TaskId("a");

    @TempDir
    Path directory;

    private final SystemClock clock = new SystemClock();
    private Process process;
    private Journal journal;
    private Journal read;
    private JournalDispatch runs;
    private RestateWorker worker;
    private RestateDispatch dispatch;

    @BeforeEach
    void begin() throws Exception {
        var node = RestateNode.in(RestateNode.folder(directory), List.of(RestateNode.freePort()));
        process = node.start();
        var file = directory.resolve("journal.db");
        journal = SqliteJournal.open(file);
        runs = new JournalDispatch(journal, clock);
        worker = RestateWorker.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "muster", runs, clock);
        new RestateAdmin(node.admin()).register(URI.create("http://127.0.0.1:" + worker.port()));
        dispatch = new RestateDispatch(List.of(node.ingress()), "muster", clock);
        read = SqliteJournal.openReadOnly(file);
        var step = new Step(
                A, "A", List.of(), new Action.Manual("do it"), List.of(), List.of(), List.of(), List.of(), 0, null);
        dispatch.tell(RUN, new Command.Start(new RunPlan(RUN, List.of(step), List.of()), "d", new TreeSet<>()), "start")
                .join();
    }

    @AfterEach
    void end() {
        dispatch.close();
        worker.close();
        runs.close();
        read.close();
        journal.close();
        process.destroyForcibly();
    }

    @Test
    void whatATeamSaysIsAppendedByTheWorkerAlone() {
        var team = team();

        assertThat(team.tell(new CoordinationCommand.Agree(charter()), "agree")).isInstanceOf(Told.Accepted.class);
        assertThat(team.tell(raise("no disk"), "raise")).isInstanceOf(Told.Accepted.class);
        assertThat(team.tell(take(Lease.USUAL), "take")).isInstanceOf(Told.Refused.class);
        assertThat(team.tell(raise("no disk"), "raise")).isInstanceOf(Told.AlreadyTold.class);

        assertThat(team.state().blockers()).hasSize(1);
        assertThat(team.state().charter()).isEqualTo(charter());
    }

    @Test
    void whatIsMeasuredIsAppendedByTheWorkerAlone() {
        var measured = new GateCommand.Measure("usage", new BigDecimal("65"), CoordinationRules.SYSTEM);

        assertThat(team().tell(measured, "measure/1")).isInstanceOf(Told.Accepted.class);

        assertThat(journal.read(RUN, 0)).last().extracting(Recorded::command).isEqualTo("measure/1");
    }

    @Test
    void whatManySayAtOnceIsToldOneAfterTheOther() {
        var all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> team().tell(raise("trouble " + i), "raise-" + i)))
                .toList();

        assertThat(all).allSatisfy(told -> assertThat(told.join()).isInstanceOf(Told.Accepted.class));
        assertThat(team().state().blockers()).hasSize(12);
    }

    /// Who claimed is never heard of again, and nobody else says a word.
    @Test
    void aLeaseThatIsClaimedThroughRestateEndsByItself() throws Exception {
        var appended = new LinkedBlockingQueue<RunId>();
        var shown = new ArrayList<Event>();
        try (var later = new JournalDispatch(journal, () -> clock.instant().plus(Lease.PATIENCE))) {
            assertThat(team().tell(take(Lease.SHORTEST), "take")).isInstanceOf(Told.Accepted.class);
            assertThat(journal.nextDue()).isNotNull();
            try (var _ = journal.watch(appended::add)) {
                later.start();

                assertThat(appended.poll(20, TimeUnit.SECONDS)).isEqualTo(RUN);
            }
            journal.read(RUN, 0).forEach(each -> shown.add(each.event()));
            assertThat(shown).last().isInstanceOf(Event.AttemptLost.class);
        }
    }

    @Test
    void whatIsDueIsSaidByTheWorkerWhenSomebodyLooks() {
        var team = new DispatchedTeam(
                dispatch,
                new DispatchedTeam.From(read, null),
                () -> clock.instant().plus(Duration.ofDays(1)),
                RUN);
        team.tell(raise("no disk"), "raise");
        var before = journal.read(RUN, 0).size();

        team.settle();

        assertThat(journal.read(RUN, 0))
                .as("by the clock of the worker nothing is due")
                .hasSize(before);
    }

    private DispatchedTeam team() {
        return new DispatchedTeam(dispatch, new DispatchedTeam.From(read, null), clock, RUN);
    }

    private static Charter charter() {
        return new Charter(List.of(new Charter.Member(ANN, "Ann")), List.of(), List.of(), List.of());
    }

    private static BlockerCommand raise(String title) {
        return new BlockerCommand.Raise(new BlockerNote(Severity.P1, title, List.of(A), "", "", "", "", ""), ANN);
    }

    private static Command take(Duration lease) {
        return new ClaimCommand.Take(A, ANN, lease, List.of(), new TreeMap<>());
    }
}
