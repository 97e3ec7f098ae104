package muster.packs.warehouse.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpendingTest {
    private static final Expense TWO = Expense.ofNames(2, 20);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-10T22:30:00Z"));

    @Test
    void whatEarlierCallsOfTheDaySpentCountsAndANewDayHasABudgetOfItsOwn() throws Exception {
        try (var session = Session.open(Scratch.empty(folder).access())) {
            spend(open(session, Map.of("day-objects", "5")), "a");
            var second = open(session, Map.of("day-objects", "5"));
            spend(second, "b");

            assertThatThrownBy(() -> second.check("c", TWO))
                    .isInstanceOf(OverBudget.class)
                    .hasMessageContaining("c is estimated at 2 objects; 4 of the day's 5 are spent")
                    .hasMessageContaining("2026-01-11T00:00:00Z");
            now.set(Instant.parse("2026-01-11T00:00:00Z"));
            spend(second, "c");
            assertThat(second.today().of(Measure.OBJECTS)).isEqualByComparingTo("2");
        }
    }

    @Test
    void theZoneSaysWhenTheDayIsOver() throws Exception {
        try (var session = Session.open(Scratch.empty(folder).access())) {
            spend(open(session, Map.of()), "a");
            now.set(Instant.parse("2026-01-10T23:30:00Z"));

            assertThat(open(session, Map.of()).today().of(Measure.ROWS)).isEqualByComparingTo("20");
            assertThat(open(session, Map.of("day-zone", "Europe/Vienna"))
                            .today()
                            .of(Measure.ROWS))
                    .isEqualByComparingTo("0");
        }
    }

    @Test
    void theNextIsTakenToLastAsLongAsTheLongestSoFar() throws Exception {
        try (var session = Session.open(Scratch.empty(folder).access())) {
            var spending = open(session, Map.of("day-seconds", "100"));
            spending.check("a", TWO);
            pass(60);
            session.execute(spending.record("a", TWO));

            assertThatThrownBy(() -> spending.check("b", TWO))
                    .isInstanceOf(OverBudget.class)
                    .hasMessageContaining("b is estimated at 60 seconds; 60 of the day's 100 are spent");
        }
    }

    @Test
    void timeAfterTheLastRecordIsWrittenDownAtTheEnd() throws Exception {
        var scratch = Scratch.empty(folder);
        try (var session = Session.open(scratch.access())) {
            var spending = open(session, Map.of());
            spend(spending, "a");
            pass(7);
            spending.finish();
        }

        assertThat(scratch.rows("SELECT what, objects, milliseconds FROM _muster_cost ORDER BY what"))
                .containsExactly("a|2|0", "time|0|7000");
    }

    private void spend(Spending spending, String what) throws Exception {
        spending.check(what, TWO);
        spending.write(what, TWO);
    }

    private void pass(int seconds) {
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(seconds)));
    }

    private Spending open(Session session, Map<String, String> arguments) throws Exception {
        return Spending.open(session, "k", Budget.of(new Arguments(new TreeMap<>(arguments))), now::get);
    }
}
