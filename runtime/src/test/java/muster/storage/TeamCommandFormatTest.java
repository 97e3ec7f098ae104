package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationCommand;
import muster.coordination.Delivered;
import muster.coordination.GateCommand;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.coordination.MatterId;
import muster.coordination.MeetingKind;
import muster.coordination.Yardstick;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.run.RunId;
import muster.run.SteerCommand;
import org.junit.jupiter.api.Test;

class TeamCommandFormatTest {
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final TaskId TASK = new TaskId("build");
    private static final GateId GO = new GateId("go");
    private static final HandOffId HAND_OFF = HandOffId.parse("HD-2026-01-05-ANN-001");

    static List<CoordinationCommand> samples() {
        return Stream.of(team(), handOffs(), gates(), matters())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CoordinationCommand> team() {
        var charter = new Charter(List.of(new Charter.Member(ANN, "Ann")), List.of(), List.of(), List.of());
        return List.of(
                new CoordinationCommand.Due(),
                new CoordinationCommand.Meet(MeetingKind.SYNC, LocalDate.of(2026, 1, 5)),
                new CoordinationCommand.Agree(charter),
                new CoordinationCommand.Revise(charter, List.of(new SteerCommand.Pause(ANN, "wait"))));
    }

    private static List<CoordinationCommand> handOffs() {
        var note = new HandOffNote(
                HAND_OFF,
                ANN,
                BOB,
                "1",
                List.of(new Delivered("out.txt", "11"), new Delivered("a talk", null)),
                List.of("the disk"),
                List.of(new CheckRun("tests", CheckStatus.PASSED)),
                RiskLevel.LOW,
                "go on",
                new ItemId("h1"));
        return List.of(
                new CoordinationCommand.Offer(note, ANN),
                new CoordinationCommand.Accept(HAND_OFF, BOB, new TreeMap<>(Map.of("out.txt", "11"))),
                new CoordinationCommand.SendBack(HAND_OFF, BOB, "not \"enough\""));
    }

    private static List<CoordinationCommand> gates() {
        return List.of(
                new GateCommand.Approve(GO, ANN, "fine"),
                new GateCommand.Reject(GO, ANN, "not fine"),
                new GateCommand.Reopen(GO, ANN, "seen to"),
                new GateCommand.Delegate(GO, ANN, BOB, "away"),
                new GateCommand.Judge(GO, true, "blockers 0"),
                new GateCommand.Signal("cutover", ANN),
                new GateCommand.Measure("coverage", new BigDecimal("80.50"), ANN));
    }

    private static List<CoordinationCommand> matters() {
        var blocker = new BlockerNote(Severity.P1, "no disk", List.of(TASK), "a", "b", "c", "d", "e");
        var sides = List.of(new ConflictNote.Side(ANN, TASK, "fast"), new ConflictNote.Side(BOB, null, ""));
        var conflict = new ConflictNote(
                ConflictKind.TECHNICAL,
                "the runner",
                sides,
                List.of(new Yardstick("speed", Yardstick.Better.HIGHER)),
                ANN);
        var id = MatterId.parse("CF-001");
        return List.of(
                new BlockerCommand.Raise(blocker, ANN),
                new BlockerCommand.Resolve(MatterId.parse("BL-001"), ANN, "made room"),
                new ConflictCommand.Raise(conflict),
                new ConflictCommand.Rank(TASK, new TaskId("test"), ANN),
                new ConflictCommand.Give(id, ANN, new TreeMap<>(Map.of("speed", new BigDecimal("5")))),
                new ConflictCommand.Decide(id, ANN, 1, "because"),
                new ConflictCommand.Decide(id, ANN, null, "as measured"),
                new ConflictCommand.Resolve(id, ANN, "agreed"));
    }

    @Test
    void everyCommandToATeamHasASample() {
        assertThat(samples().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(leaves(CoordinationCommand.class).collect(Collectors.toSet()));
    }

    /// The golden file is never changed, only added to: such words wait in journals and engines that are in use.
    @Test
    void whatWasEverWrittenIsWrittenTheSameAndReadTheSame() throws IOException {
        var words = samples().stream().map(Word.ToTeam::new).toList();

        assertThat(words.stream().map(WordJson::text).toList()).isEqualTo(golden());
        assertThat(golden().stream().map(WordJson::word).toList()).isEqualTo(words);
    }

    @Test
    void everyOneArrivesAsItWasSent() {
        assertThat(samples()).allSatisfy(command -> {
            var message = new Message(new RunId("r1"), Instant.EPOCH, new Word.ToTeam(command), "key");

            assertThat(Wire.message(Wire.text(message))).isEqualTo(message);
        });
    }

    @Test
    void whatTheFutureOrNobodySaysIsNamed() {
        assertThatThrownBy(() -> WordJson.word("{\"type\":\"team\",\"v\":1,\"says\":{\"type\":\"vanish\",\"v\":1}}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("command 'vanish' version 1 to a team is unknown; a newer Muster may have written it");
        assertThatThrownBy(() -> WordJson.word("{\"type\":\"team\",\"v\":1,\"says\":"
                        + "{\"type\":\"approve-gate\",\"v\":1,\"gate\":\"no id\",\"by\":\"ann\",\"reason\":\"\"}}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("command 'approve-gate' has a value that is not allowed");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TeamCommandFormatTest::leaves)
                : Stream.of(type);
    }

    private static List<String> golden() throws IOException {
        try (var stream = TeamCommandFormatTest.class.getResourceAsStream("team-commands-v1.jsonl")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
