package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Verdict;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Hands;
import muster.run.Place;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.SteerCommand;
import muster.run.Step;
import org.junit.jupiter.api.Test;

class CommandFormatTest {
    private static final TaskId TASK = new TaskId("build");
    private static final AgentId ANN = new AgentId("ann");
    private static final ResourceId TOKENS = new ResourceId("tokens");

    static List<Command> samples() {
        return Stream.of(attempts(), people(), runs(), claims(), steering(), added())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Command> attempts() {
        return List.of(
                new Command.Claim(TASK, ANN, Place.ENGINE),
                new Command.Succeed(TASK, 3, texts()),
                new Command.Fail(TASK, 3, "broken"),
                new Command.Ask(TASK, 3, List.of("which?")),
                new Command.Lose(TASK, 3, "gone"),
                new Command.Recover(new TreeSet<>(List.of(3L, 1L << 40))));
    }

    private static List<Command> people() {
        return List.of(
                new Command.Answer(TASK, ANN, "that"),
                new Command.CompleteManual(TASK, ANN, Hands.REAL, texts()),
                new Command.Approve(new GateId("go"), ANN, "fine"),
                new Command.Reject(new GateId("go"), ANN, "not fine"),
                new Command.Retry(TASK, ANN, "once more"));
    }

    private static RunPlan plan() {
        var step = new Step(
                TASK,
                "Build",
                List.of(ANN),
                new Action.Manual("build it"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                null);
        return new RunPlan(new RunId("r1"), List.of(step), List.of());
    }

    private static List<Command> runs() {
        return List.of(
                new Command.Start(plan(), "abc", facts()),
                new Command.ReportFacts(ANN, facts(), new TreeSet<>()),
                new Command.RollBack(ANN, "enough"),
                new Command.RecordAudit("abc", new TreeMap<>(Map.of("ready", 12)), Verdict.GO),
                new Command.Note("remark", "{\"a\":1}"));
    }

    private static List<Command> claims() {
        return List.of(
                new ClaimCommand.Take(TASK, ANN, Duration.ofMinutes(15), List.of("src/**"), texts()),
                new ClaimCommand.Beat(TASK, 3, ANN),
                new ClaimCommand.Finish(TASK, 3, ANN, texts(), new TreeMap<>()),
                new ClaimCommand.GiveUp(TASK, 3, ANN, "too hard"),
                new ClaimCommand.Release(TASK, 3, ANN, "for another"),
                new ClaimCommand.Accept(TASK, 3, ANN, "fine"),
                new ClaimCommand.SendBack(TASK, 3, ANN, "not fine"),
                new ClaimCommand.Expire());
    }

    private static List<Command> steering() {
        return List.of(
                new SteerCommand.Pause(ANN, "wait"),
                new SteerCommand.Continue(ANN, "on"),
                new SteerCommand.Cancel(ANN, "enough"),
                new SteerCommand.Skip(TASK, ANN, "not needed"));
    }

    private static List<Command> added() {
        return List.of(
                new Command.FollowTeam(ANN, facts(), new TreeSet<>()),
                new ClaimCommand.Ask(TASK, 3, ANN, List.of("which?")),
                new Command.Revise(plan(), "abc", ANN, "learnt"),
                new ClaimCommand.Spend(TASK, 3, ANN, new TreeMap<>(Map.of(TOKENS, new BigDecimal("12.50")))),
                new SteerCommand.Raise(TOKENS, BigDecimal.TEN, ANN, "needed"),
                new SteerCommand.Again(new PhaseId("tune"), ANN, "nearly"),
                new SteerCommand.Settle(new PhaseId("tune"), ANN, "good enough"),
                new Command.Reopen(new GateId("go"), ANN, "seen to"),
                new Command.Wake(),
                new ClaimCommand.HandOn(TASK, 3, ANN));
    }

    private static SortedMap<String, String> texts() {
        return new TreeMap<>(Map.of("file", "11"));
    }

    private static SortedSet<FactId> facts() {
        return new TreeSet<>(List.of(new FactId("disk")));
    }

    @Test
    void everyCommandHasASample() {
        assertThat(samples().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(leaves(Command.class).collect(Collectors.toSet()));
    }

    /// The golden file is never changed, only added to: commands wait in journals that are in use.
    @Test
    void whatWasEverWrittenIsWrittenTheSameAndReadTheSame() throws IOException {
        var golden = golden();

        assertThat(samples().stream().map(CommandWriter::text).toList()).isEqualTo(golden);
        assertThat(golden.stream()
                        .map(JsonIn::parse)
                        .map(CommandReader::command)
                        .toList())
                .isEqualTo(samples());
    }

    @Test
    void aCommandOfTheFutureIsNamed() {
        assertThatThrownBy(() -> CommandReader.command(JsonIn.parse("{\"type\":\"levitate\",\"v\":1}")))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("command 'levitate' version 1 is unknown; a newer Muster may have written it");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CommandFormatTest::leaves)
                : Stream.of(type);
    }

    private static List<String> golden() throws IOException {
        try (var stream = CommandFormatTest.class.getResourceAsStream("commands-v1.jsonl")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
