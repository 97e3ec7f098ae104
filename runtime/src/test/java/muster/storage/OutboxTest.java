package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import muster.run.RunId;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same in both databases.
@Timeout(120)
class OutboxTest {
    private static final RunId RUN = new RunId("r1");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @TempDir
    Path folder;

    enum Store {
        SQLITE,
        POSTGRESQL
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFoundIsKeptWithHowFarItWasLookedFor(Store store) {
        try (var outbox = open(store)) {
            assertThat(outbox.seen(RUN)).isZero();
            assertThat(outbox.keep(RUN, 0, 5, List.of(notice("r1/3")))).isTrue();
            assertThat(outbox.keep(RUN, 0, 4, List.of(notice("r1/4"))))
                    .as("somebody looked before")
                    .isFalse();
            assertThat(outbox.keep(RUN, 3, 6, List.of(notice("r1/6")))).isFalse();
            assertThat(outbox.keep(RUN, 5, 6, List.of(notice("r1/6")))).isTrue();

            assertThat(outbox.seen(RUN)).isEqualTo(6);
            assertThat(outbox.left()).extracting(Delivery::key).containsExactly("r1/3", "r1/6");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenIsLeftAloneUntilItsTimeIsOver(Store store) {
        try (var outbox = open(store)) {
            outbox.keep(RUN, 0, 5, List.of(notice("r1/3"), notice("r1/4")));

            assertThat(outbox.take(NINE.minusSeconds(1), TEN, 8)).isEmpty();
            assertThat(outbox.take(NINE, TEN, 1)).singleElement().satisfies(taken -> {
                assertThat(taken.key()).isEqualTo("r1/3");
                assertThat(taken.attempts()).isEqualTo(1);
            });
            assertThat(outbox.take(NINE, TEN, 8)).extracting(Delivery::key).containsExactly("r1/4");
            assertThat(outbox.take(NINE, TEN, 8)).isEmpty();
            assertThat(outbox.nextDue()).isEqualTo(TEN);
            assertThat(outbox.take(TEN, TEN.plusSeconds(1), 8)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasToldIsGoneAndWhatWasGivenUpComesLastAndCanBeRevived(Store store) {
        try (var outbox = open(store)) {
            outbox.keep(RUN, 0, 5, List.of(notice("r1/1"), notice("r1/2"), notice("r1/3")));
            var taken = outbox.take(NINE, TEN, 8).stream()
                    .sorted(Comparator.comparing(Delivery::key))
                    .toList();
            outbox.delivered(taken.get(0));
            outbox.failed(taken.get(1), null, "gone");
            outbox.failed(taken.get(2), TEN.plusSeconds(9), "busy");

            assertThat(outbox.left()).extracting(Delivery::why).containsExactly("busy", "gone");
            assertThat(outbox.nextDue()).isEqualTo(TEN.plusSeconds(9));
            assertThat(outbox.revive(NINE)).isEqualTo(1);
            assertThat(outbox.take(NINE, TEN, 8))
                    .singleElement()
                    .satisfies(again -> assertThat(again.attempts()).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWasTakenForDeadSettlesNothing(Store store) {
        try (var outbox = open(store)) {
            outbox.keep(RUN, 0, 5, List.of(notice("r1/1")));
            var dead = outbox.take(NINE, TEN, 8).getFirst();
            outbox.take(TEN, TEN.plusSeconds(60), 8);

            outbox.failed(dead, null, "late");

            assertThat(outbox.nextDue()).isEqualTo(TEN.plusSeconds(60));
        }
    }

    private Outbox open(Store store) {
        return switch (store) {
            case SQLITE -> SqliteJournal.outbox(folder.resolve("muster.db"));
            case POSTGRESQL -> {
                var server = PostgresServer.shared();
                yield PostgresJournal.outbox(
                        PostgresAddress.of(server.fresh()), Map.of("MUSTER_TEST_PASSWORD", server.password()));
            }
        };
    }

    private static Delivery notice(String key) {
        return Delivery.of(key, "chat", NINE, "{}");
    }
}
