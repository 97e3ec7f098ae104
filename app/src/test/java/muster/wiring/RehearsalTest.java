package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.coordination.Conflict;
import muster.coordination.CoordinationState;
import muster.coordination.HandOffState;
import muster.plan.ConflictKind;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunStatus;
import muster.run.StepState;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;

/// Both seeds, and the example, played to the end by simulated agents on a simulated calendar.
class RehearsalTest {
    private static final RunId RUN = new RunId("rehearsal");
    /// A Monday; day 6 of seed 004 is then the day of its example of a hand-off.
    private static final Instant MONDAY = Instant.parse("2024-01-08T08:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();

    @Test
    void theScheduleOfFourWeeksEndsWithEveryMeetingGateHandOffAndConflictInTheJournal() throws IOException {
        var end = play(seed("004_"), 1);

        assertThat(end.run().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(end.run().steps().values()).hasOnlyElementsOfType(StepState.Done.class);
        assertThat(end.handOffs().values()).hasSize(3).hasOnlyElementsOfType(HandOffState.Accepted.class);
        assertThat(end.handOffs().firstKey().toString()).matches("HD-2024-01-\\d\\d-DEVOPS-ENGINEER-001");
        assertThat(end.conflicts().values().stream().map(each -> each.note().kind()))
                .contains(ConflictKind.values());
        assertThat(end.conflicts().values().stream().map(Conflict::settled)).doesNotContainNull();
        assertThat(noted("gate-passed")).isEqualTo(3);
        assertThat(meetings()).containsOnlyKeys("standup", "sync", "eod");
        assertThat(meetings().get("standup")).isGreaterThanOrEqualTo(21);
        assertThat(Duration.between(MONDAY, last().at())).isBetween(Duration.ofDays(27), Duration.ofDays(42));
        assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
    }

    @Test
    void theAuditWaitsForTheOtherAuditAndEndsAtTheDecision() throws IOException {
        var end = play(seed("003_"), 1);

        assertThat(end.run().status()).isEqualTo(RunStatus.FINISHED);
        var first = journal.read(RUN, 0).stream()
                .filter(each -> each.event() instanceof Event.AttemptStarted)
                .findFirst()
                .orElseThrow();
        assertThat(first.at()).isAfterOrEqualTo(MONDAY.plus(Duration.ofHours(1)));
        assertThat(end.outside().signals()).containsExactly("ea-mandate-inventory");
        assertThat(noted("gate-approved")).isEqualTo(1);
    }

    @Test
    void equalSeedsPlayEqually() throws IOException {
        play(seed("004_"), 7);
        var other = new MemoryJournal();
        Rehearsal.play(other, RUN, new Rehearsal.Setting(plan(seed("004_")), MONDAY, 7));

        assertThat(other.read(RUN, 0)).isEqualTo(journal.read(RUN, 0));
    }

    @Test
    void theExampleIsPlayedFromTheReviewToTheExecution() throws IOException {
        var end = play(Path.of("../examples/coordination/muster.yaml"), 3);

        assertThat(end.run().status()).isEqualTo(RunStatus.FINISHED);
    }

    private CoordinationState play(Path document, long seed) throws IOException {
        return Rehearsal.play(journal, RUN, new Rehearsal.Setting(plan(document), MONDAY, seed));
    }

    static Plan plan(Path document) throws IOException {
        return switch (Documents.plan(document)) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }

    static Path seed(String name) throws IOException {
        var folder = Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
                .map(each -> each.resolve("shared/seeds"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "the seeds are not here");
        try (var all = Files.list(folder.orElseThrow())) {
            return all.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long noted(String type) {
        return events().stream()
                .filter(event -> switch (event) {
                    case Event.GatePassed _ -> type.equals("gate-passed");
                    case Event.GateApproved _ -> type.equals("gate-approved");
                    case Event _ -> false;
                })
                .count();
    }

    private Map<String, Long> meetings() {
        return events().stream()
                .flatMap(event -> event instanceof Event.Noted(var _, var payload) && payload.contains("meeting-held")
                        ? Stream.of(payload.replaceAll(".*\"kind\":\"([a-z]+)\".*", "$1"))
                        : Stream.empty())
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    }

    private List<Event> events() {
        return journal.read(RUN, 0).stream().map(Recorded::event).toList();
    }

    private Recorded last() {
        return journal.read(RUN, 0).getLast();
    }
}
