package muster.wiring.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Reply;
import muster.desk.Route;
import muster.storage.Journal;
import muster.storage.MemoryJournal;
import muster.wiring.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A desk that stays open, with a clock that stands still.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenDeskTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
              - {id: bob, name: Bob, kind: ai}
            phases:
              - id: p
                title: P
                tasks:
                  - {id: one, title: One, owners: [ann, bob], estimate: 1h}
            """;

    @TempDir
    Path folder;

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private OpenDesk desk;

    @BeforeEach
    void aRunWasBegun() throws Exception {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        desk = new OpenDesk(new Setting(new Workspace(folder), journal, InstantSource.fixed(NINE)));
        assertThat(answer(Route.BEGIN, fields()).ending()).isEqualTo(Ending.YES);
    }

    @AfterEach
    void theDeskCloses() {
        desk.close();
    }

    @Test
    void aClaimWithoutATaskThatIsToldAgainIsTheSameClaim() throws Exception {
        var first = answer(new Call(Route.CLAIM, fields().put("as", "ann"), "k"));
        var again = answer(new Call(Route.CLAIM, fields().put("as", "ann"), "k"));

        assertThat(again.shown(Form.JSON)).isEqualTo(first.shown(Form.JSON));
        assertThat(answer(Route.CLAIM, fields().put("as", "ann")).ending()).isEqualTo(Ending.NO);
    }

    @Test
    void aListingThatIsAskedForAgainHasReadOnlyWhatIsNew() throws Exception {
        var readAfter = new ArrayList<Long>();
        var own = new Setting(new Workspace(folder), noting(readAfter), InstantSource.fixed(NINE));
        try (var other = new OpenDesk(own)) {
            var first = other.answer(new Call(Route.STATUS, fields(), null)).shown(Form.WORDS);
            readAfter.clear();
            var same = other.answer(new Call(Route.STATUS, fields(), null)).shown(Form.WORDS);
            var unread = List.copyOf(readAfter);
            var version = journal.head().sequence();
            answer(Route.CLAIM, fields().put("as", "ann"));
            var next = other.answer(new Call(Route.STATUS, fields(), null)).shown(Form.WORDS);

            assertThat(same).isEqualTo(first);
            assertThat(unread).isEmpty();
            assertThat(readAfter).isNotEmpty().allMatch(from -> from >= version);
            assertThat(next)
                    .isEqualTo(answer(Route.STATUS, fields()).shown(Form.WORDS))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void whoWaitsKeepsNobodyFromTheRun() throws Exception {
        answer(Route.CLAIM, fields().put("as", "ann"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(
                    () -> answer(Route.NEXT, fields().put("as", "bob").put("wait", "PT1M")));

            var release =
                    fields().put("as", "ann").put("task", "one").put("fence", 1).put("reason", "r");
            assertThat(answer(Route.RELEASE, release).ending()).isEqualTo(Ending.YES);

            assertThat(waiting.get().ending()).isEqualTo(Ending.YES);
        }
    }

    @Test
    void everyRouteIsAnsweredOrRefusedWithAReason() throws IOException, InterruptedException {
        for (var route : Route.values()) {
            if (!route.isOfLines()) {
                var reply = answer(route, fields().put("as", "ann"));

                assertThat(reply.ending()).as(route.word()).isNotEqualTo(Ending.BUG);
                if (reply instanceof Reply.Refused refused) {
                    assertThat(refused.why()).as(route.word()).isNotBlank();
                }
            }
        }
    }

    /// The journal, and from where on it was read.
    private Journal noting(List<Long> readAfter) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (_, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        readAfter.add((Long) arguments[1]);
                    }
                    return method.invoke(journal, arguments);
                });
    }

    private Reply answer(Route route, ObjectNode fields) throws IOException, InterruptedException {
        return answer(new Call(route, fields, null));
    }

    private Reply answer(Call call) throws IOException, InterruptedException {
        return desk.answer(call);
    }

    private static ObjectNode fields() {
        return JsonMapper.shared().createObjectNode();
    }
}
