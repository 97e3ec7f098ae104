package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.engines.JournalDispatch;
import muster.engines.Told;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Event;
import muster.run.Lease;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.storage.MemoryJournal;
import muster.storage.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clocks of a run that Restate calls it for. Nobody delivers what lies in the store.
@Timeout(60)
class RestateTimersTest {
    private static final RunId RUN = new RunId("r1");
    private static final AgentId ANN = new AgentId("ann");
    private static final TaskId A = new TaskId("a");

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal();
    private final HastyClock clock = new HastyClock();

    /// Twice, so that the timer that follows from a timer is brought, too.
    @Test
    void aLeaseEndsThroughRestateAloneAndThenTheNext() throws Exception {
        var node = RestateNode.in(RestateNode.folder(directory), List.of(RestateNode.freePort()));
        var process = node.start();
        var appended = new LinkedBlockingQueue<RunId>();
        try (var calls = new RestateDispatch(List.of(node.ingress()), "muster", clock);
                var timers = new RestateTimers(calls, _ -> {});
                var runs = new JournalDispatch(journal, clock, null, timers);
                var worker = RestateWorker.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "muster", runs, clock);
                var _ = journal.watch(appended::add)) {
            new RestateAdmin(node.admin()).register(URI.create("http://127.0.0.1:" + worker.port()));
            tell(calls, new Command.Start(new RunPlan(RUN, List.of(step()), List.of()), "d", new TreeSet<>()), "start");

            for (var round = 1; round <= 2; round++) {
                tell(calls, new ClaimCommand.Take(A, ANN, Lease.SHORTEST, List.of(), new TreeMap<>()), "take" + round);
                while (lost() < round) {
                    assertThat(appended.poll(20, TimeUnit.SECONDS)).isEqualTo(RUN);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(journal.nextDue())
                .as("the timer in the store was never told")
                .isNotNull();
    }

    @Test
    void whoEndsDoesNotWaitForANodeThatTakesNoTimers() {
        var nobody = URI.create("http://127.0.0.1:" + RestateNode.freePort());
        var said = new LinkedBlockingQueue<String>();
        try (var calls = new RestateDispatch(List.of(nobody), "muster", clock);
                var timers = new RestateTimers(calls, said::add)) {
            timers.accept(new Message(RUN, clock.instant(), new Command.Wake(), "wake/1"));
        }
        assertThat(said).isEmpty();
    }

    private long lost() {
        return journal.read(RUN, 0).stream()
                .map(Recorded::event)
                .filter(Event.AttemptLost.class::isInstance)
                .count();
    }

    private static void tell(RestateDispatch calls, Command command, String key) {
        assertThat(calls.tell(RUN, command, key).join()).isInstanceOf(Told.Accepted.class);
    }

    private static Step step() {
        return new Step(
                A, "A", List.of(), new Action.Manual("do it"), List.of(), List.of(), List.of(), List.of(), 0, null);
    }
}
