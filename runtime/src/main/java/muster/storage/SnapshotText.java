package muster.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.Claims;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Touched;
import org.jspecify.annotations.Nullable;

/// A snapshot as lines of JSON: the run as a whole with its team, then a line for each step with all that is known of
/// it, then its
/// facts, then a checksum. Lines stand alone, so that a large run is read by several threads and never as one tree.
final class SnapshotText {
    /// A change of anything below, or of what it is made of, takes a new version; others are passed over.
    static final int VERSION = 2;

    private static final int FACTS_PER_LINE = 500;

    private SnapshotText() {}

    static Stream<String> lines(Snapshot snapshot) {
        var state = snapshot.state();
        var steps = state.plan().steps().stream()
                .map(step -> StepLine.of(state, step).text());
        var facts = new ArrayList<>(state.facts());
        var parts = IntStream.range(0, (facts.size() + FACTS_PER_LINE - 1) / FACTS_PER_LINE)
                .mapToObj(part ->
                        facts.subList(part * FACTS_PER_LINE, Math.min(facts.size(), (part + 1) * FACTS_PER_LINE)))
                .map(some -> JsonOut.empty().put("facts", some).text());
        return Stream.of(Stream.of(head(snapshot).text()), steps, parts).flatMap(lines -> lines);
    }

    static String end(long checksum) {
        return JsonOut.empty().put("crc32c", checksum).text();
    }

    private static JsonOut head(Snapshot snapshot) {
        var state = snapshot.state();
        var last = snapshot.last();
        return JsonOut.empty()
                .put("v", VERSION)
                .put("run", state.plan().id())
                .put("status", state.status())
                .put("version", state.version())
                .put("fence", state.fence())
                .put("latest", snapshot.latest())
                .put(
                        "last",
                        JsonOut.empty()
                                .put("command", last.command())
                                .put("at", last.at())
                                .put("event", EventWriter.text(last.event())))
                .put("whole", WholeJson.out(state))
                .putIfAny("team", team(snapshot))
                .put("steps", state.plan().steps().size());
    }

    private static @Nullable JsonOut team(Snapshot snapshot) {
        var team = snapshot.team();
        return team == null ? null : TeamStateJson.out(team);
    }

    /// Null if it is of another version or something in it is later than an instant.
    static @Nullable Snapshot read(byte[] bytes, Instant until) {
        var lines = split(bytes);
        var head = lines.isEmpty() ? null : parse(lines.getFirst());
        if (head == null
                || head.number("v") != VERSION
                || head.instant("latest").isAfter(until)) {
            return null;
        }
        var checksum = new CRC32C();
        var end = lines.getLast();
        checksum.update(bytes, 0, end.from());
        if (parse(end).number("crc32c") != checksum.getValue()) {
            return null;
        }
        return snapshot(head, lines.subList(1, lines.size() - 1));
    }

    private static Snapshot snapshot(JsonIn head, List<Line> lines) {
        var count = Math.toIntExact(head.number("steps"));
        var steps = lines.subList(0, count).parallelStream()
                .map(line -> StepLine.read(parse(line)))
                .toList();
        var facts = new TreeSet<FactId>();
        lines.subList(count, lines.size())
                .forEach(line -> facts.addAll(parse(line).all("facts", FactId::new)));
        var run = new RunId(head.text("run"));
        var state = state(head, steps, facts);
        var last = head.object("last");
        var recorded = new Recorded(
                run, state.version(), last.text("command"), last.instant("at"), EventReader.event(last.text("event")));
        var team = head.objectOrNull("team");
        return new Snapshot(
                state, recorded, head.instant("latest"), team == null ? null : TeamStateJson.in(team, state));
    }

    private static RunState state(JsonIn head, List<StepLine> lines, SortedSet<FactId> facts) {
        var whole = head.object("whole");
        var plan = WholeJson.plan(
                new RunId(head.text("run")), lines.stream().map(StepLine::step).toList(), whole);
        var steps = new TreeMap<TaskId, StepState>();
        var order = new TreeMap<Long, TaskId>();
        var places = new TreeMap<TaskId, Long>();
        var answers = new TreeMap<TaskId, String>();
        var returned = new TreeMap<TaskId, String>();
        var before = new TreeMap<TaskId, SortedMap<String, String>>();
        var delivered = new TreeMap<TaskId, SortedMap<String, String>>();
        for (var line : lines) {
            var id = line.step().id();
            steps.put(id, line.state());
            if (line.touched() > 0) {
                order.put(line.touched(), id);
                places.put(id, line.touched());
            }
            putIfAny(answers, id, line.answer());
            putIfAny(returned, id, line.returned());
            putIfAny(before, id, line.before());
            putIfAny(delivered, id, line.delivered());
        }
        var claims = new Claims(
                WholeJson.holds(whole, "holds"),
                WholeJson.holds(whole, "lapsed"),
                WholeJson.seen(whole),
                before,
                returned,
                delivered);
        return new RunState(
                plan,
                head.constant("status", RunStatus.class),
                head.number("version"),
                head.number("fence"),
                steps,
                WholeJson.gates(whole),
                facts,
                new Touched(order, places),
                answers,
                claims,
                WholeJson.course(whole));
    }

    private static <V> void putIfAny(SortedMap<TaskId, V> map, TaskId task, @Nullable V value) {
        if (value != null) {
            map.put(task, value);
        }
    }

    /// Part of the bytes, without its line break.
    private record Line(ByteBuffer bytes, int from, int until) {}

    private static List<Line> split(byte[] bytes) {
        var whole = ByteBuffer.wrap(bytes);
        var lines = new ArrayList<Line>();
        var from = 0;
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines.add(new Line(whole, from, at));
                from = at + 1;
            }
        }
        if (from < bytes.length) {
            lines.add(new Line(whole, from, bytes.length));
        }
        return lines;
    }

    private static JsonIn parse(Line line) {
        return JsonIn.parse(
                new String(line.bytes().array(), line.from(), line.until() - line.from(), StandardCharsets.UTF_8));
    }

    /// A step with all that a run knows of it.
    ///
    /// @param touched its number among the steps whose effect may be in the world; 0 if it is none of them
    record StepLine(
            Step step,
            StepState state,
            long touched,
            @Nullable String answer,
            @Nullable String returned,
            @Nullable SortedMap<String, String> before,
            @Nullable SortedMap<String, String> delivered) {

        static JsonOut of(RunState run, Step step) {
            var id = step.id();
            return JsonOut.empty()
                    .put("step", PlanJson.step(step))
                    .put("state", StateJson.out(run.step(id)))
                    .putIfAny("touched", run.touched().places().get(id))
                    .putIfAny("answer", run.answers().get(id))
                    .putIfAny("returned", run.claims().returned().get(id))
                    .putIfAny("before", run.claims().before().get(id))
                    .putIfAny("delivered", run.claims().delivered().get(id));
        }

        static StepLine read(JsonIn in) {
            return new StepLine(
                    PlanJson.step(in.object("step")),
                    StateJson.in(in.object("state")),
                    in.has("touched") ? in.number("touched") : 0,
                    in.textOrNull("answer"),
                    in.textOrNull("returned"),
                    in.has("before") ? in.strings("before") : null,
                    in.has("delivered") ? in.strings("delivered") : null);
        }
    }
}
