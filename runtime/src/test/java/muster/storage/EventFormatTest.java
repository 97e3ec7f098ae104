package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.run.Event;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class EventFormatTest {
    /// Fields that may be left out.
    private static final Set<String> OPTIONAL = Set.of("deadline");

    static Stream<Event> everyType() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void anEventIsReadAsItWasWritten(Event event) {
        var text = EventWriter.text(event);

        assertThat(EventReader.event(text)).isEqualTo(event);
        assertThat(EventWriter.text(EventReader.event(text))).isEqualTo(text);
    }

    @Test
    void everyTypeOfEventHasASample() {
        var types = Stream.of(Event.class).flatMap(EventFormatTest::leaves).collect(Collectors.toSet());

        assertThat(everyType().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(types);
    }

    /// The golden file is never changed, only added to: it stands for the journals that are in use.
    @Test
    void whatWasEverWrittenIsWrittenTheSameAndReadTheSame() throws IOException {
        var golden = golden("events-v1.jsonl");

        assertThat(Samples.all().stream().map(EventWriter::text).toList()).isEqualTo(golden);
        assertThat(golden.stream().map(EventReader::event).toList()).isEqualTo(Samples.all());
    }

    @Test
    void aJournalOfTheFirstVersionReplaysToTheSameState() throws IOException {
        var events = golden("run-v1.jsonl").stream().map(EventReader::event).toList();

        var state = RunRules.replay(RunState.before(new RunId("golden")), events);

        assertThat(state.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(state.version()).isEqualTo(events.size());
    }

    @Test
    void aQuorumIsWrittenOnlyWhereAGateHasOne() {
        var all =
                new RunGate(new GateId("go"), "Go", List.of(new AgentId("a"), new AgentId("b")), List.of(), List.of());
        var one = new RunGate(all.id(), all.title(), all.approvers(), all.after(), all.requires(), 1);

        assertThat(started(all)).contains("\"v\":1}").doesNotContain("quorum");
        assertThat(started(one)).contains("\"v\":3}").contains("\"quorum\":1");
        assertThat(((Event.RunStarted) EventReader.event(started(one))).plan().gates())
                .containsExactly(one);
    }

    private static String started(RunGate gate) {
        var plan = new RunPlan(new RunId("r"), List.of(), List.of(gate));
        return EventWriter.text(new Event.RunStarted(plan, "digest", new TreeSet<>()));
    }

    @Test
    void keysAreSortedAndNothingIsSpacedOut() {
        assertThat(EventWriter.text(new Event.Refused("approve", "go", "late")))
                .isEqualTo("{\"about\":\"go\",\"command\":\"approve\",\"type\":\"refused\",\"v\":1,\"why\":\"late\"}");
    }

    @Test
    void aTypeOrVersionOfTheFutureIsNamed() {
        assertThatThrownBy(() -> EventReader.event("{\"type\":\"step-levitated\",\"v\":1}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("event 'step-levitated' version 1 is unknown; a newer Muster may have written it");
        assertThatThrownBy(() -> EventReader.event("{\"type\":\"run-finished\",\"v\":2}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("version 2 is unknown");
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void anEventWithAFieldMissingNamesTheField(Event event) {
        var whole = EventWriter.text(event);
        var fields = JsonIn.parse(whole).node().propertyNames();

        for (var field : fields) {
            if (OPTIONAL.contains(field)) {
                continue;
            }
            var less = JsonIn.parse(whole);
            ((ObjectNode) less.node()).remove(field);
            assertThatThrownBy(() -> EventReader.event(less.node().toString()))
                    .isInstanceOf(UnreadableEntry.class)
                    .hasMessageContaining("'" + field + "'");
        }
    }

    @Test
    void aValueThatIsNotAllowedIsNamed() {
        assertThatThrownBy(() -> EventReader.event("{\"type\":\"step-held\",\"v\":1,\"task\":\"No Id\"}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("'No Id'");
        assertThatThrownBy(() ->
                        EventReader.event("{\"type\":\"step-ready\",\"v\":1,\"task\":\"a\",\"notBefore\":\"noon\"}"))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("noon");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventFormatTest::leaves)
                : Stream.of(type);
    }

    private static List<String> golden(String name) throws IOException {
        try (var stream = EventFormatTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
