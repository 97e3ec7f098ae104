package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.plan.Team;
import muster.run.ActionResult;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.Journal;
import muster.storage.MemoryJournal;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EmbeddedEngineTest {
    private static final RunId RUN = new RunId("r1");
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Map<String, PackAction> actions = new HashMap<>();
    private final List<String> performed = Collections.synchronizedList(new ArrayList<>());
    private final Journal journal = new MemoryJournal();
    private final EngineSettings settings = EngineSettings.of(Team.NOBODY);

    @Test
    void stepsArePerformedInTheOrderOfTheirNeeds() throws Exception {
        succeeding("a", "b", "c");
        var plan = Steps.plan(Steps.pack("c", "b"), Steps.pack("b", "a"), Steps.pack("a"));

        var end = carryOut(plan, journal);

        assertThat(end.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(performed).containsExactly("r1/a", "r1/b", "r1/c");
    }

    @Test
    void aRunInAFileGoesOnAfterTheEngineStoppedInTheMiddle(@TempDir Path directory) throws Exception {
        succeeding("a", "c");
        var begun = new CountDownLatch(1);
        actions.put("test.b", _ -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return new ActionResult.Succeeded(Steps.none());
        });
        var plan = Steps.plan(Steps.pack("a"), Steps.pack("b", "a"), Steps.pack("c", "b"));
        try (var file = SqliteJournal.open(directory.resolve("journal.db"))) {
            try (var engine = engine(file)) {
                engine.start(plan, "digest", Steps.NO_FACTS).get();
                begun.await();
            }
            succeeding("b");
            try (var engine = engine(file)) {
                engine.resume(RUN).get();

                assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
            }
            assertThat(performed).containsExactly("r1/a", "r1/b", "r1/c");
            assertThat(file.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
    }

    private RunState carryOut(RunPlan plan, Journal into) throws Exception {
        try (var engine = engine(into)) {
            engine.start(plan, "digest", Steps.NO_FACTS).get();
            return engine.quiet(RUN).get();
        }
    }

    private EmbeddedEngine engine(Journal into) {
        var commands =
                new CommandPerformer(Path.of("."), new TreeMap<>(), Duration.ofSeconds(10), UnaryOperator.identity());
        var performers = new Performers(
                commands,
                new SqlPerformer(_ -> {
                    throw new java.sql.SQLException("no database");
                }),
                List.of(new Pack("test", actions)));
        return new EmbeddedEngine(into, performers, settings, new SimulatedClock(START));
    }

    private void succeeding(String... names) {
        for (var name : names) {
            actions.put("test." + name, call -> {
                performed.add(call.key());
                return new ActionResult.Succeeded(Steps.none());
            });
        }
    }
}
