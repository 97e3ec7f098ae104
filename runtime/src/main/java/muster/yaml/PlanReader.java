package muster.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads plan files. All problems are reported at once, each with its place; nothing that a file contains makes reading
/// throw.
public final class PlanReader {
    private PlanReader() {}

    /// Reads the file and what it includes.
    public static Parsed<Plan> read(Path file) {
        return read(file, Choices.NONE);
    }

    /// Reads the file and what it includes, with the profile and the variables that are chosen.
    public static Parsed<Plan> read(Path file, Choices choices) {
        return read(file, choices, PlanReader::plan);
    }

    /// Reads the file and what it includes, with the places of its tasks and resources.
    public static Parsed<PlacedPlan> readPlaced(Path file) {
        return read(file, Choices.NONE, (root, reading) -> switch (plan(root, reading)) {
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Plan>(var plan) ->
                new Parsed.Ok<>(PlacedPlan.of(plan, new Location(file.toString(), 1, 1), reading.names()));
        });
    }

    /// Reads a plan from bytes; it cannot include files, as it is in no folder.
    ///
    /// @param name stands for the path in places
    public static Parsed<Plan> read(String name, byte[] bytes) {
        var ahead = opened(name);
        var harvested = YamlText.harvest(name, bytes, ahead, Choices.NONE);
        return harvested == null
                ? readWhole(name, bytes)
                : plan(new Choosing(Choices.NONE, ahead).apply(harvested), ahead);
    }

    /// The same, the nodes of the whole text first.
    static Parsed<Plan> readWhole(String name, byte[] bytes) {
        var reading = opened(name);
        var root = YamlText.compose(name, bytes, reading);
        new Includes(reading).refuse(root);
        return plan(new Choosing(Choices.NONE, reading).apply(root), reading);
    }

    private static Reading opened(String name) {
        var reading = new Reading();
        reading.opened(name);
        return reading;
    }

    /// Long lists are read item by item if that can be; else the nodes of the whole file come first.
    private static <T> Parsed<T> read(Path file, Choices choices, BiFunction<@Nullable Node, Reading, Parsed<T>> rest) {
        return switch (ahead(file, choices)) {
            case Ahead.Failed(var problems) -> new Parsed.Failed<>(problems);
            case Ahead.Harvested(var root, var reading) ->
                rest.apply(new Choosing(choices, reading).apply(root), reading);
            case Ahead.Whole(var bytes) -> {
                var reading = new Reading();
                var root = new Includes(reading).read(file, bytes);
                yield rest.apply(new Choosing(choices, reading).apply(root), reading);
            }
        };
    }

    /// What came of reading item by item. The bytes are kept only if they have to be read again.
    private sealed interface Ahead {
        record Failed(List<Problem> problems) implements Ahead {}

        record Harvested(Node root, Reading reading) implements Ahead {}

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Whole(byte[] bytes) implements Ahead {}
    }

    private static Ahead ahead(Path file, Choices choices) {
        var reading = new Reading();
        var bytes = FileBytes.read(file, FileText.MOST_PLAIN_BYTES, reading);
        if (bytes == null) {
            return new Ahead.Failed(reading.problems());
        }
        var root = YamlText.harvest(file.toString(), bytes, reading, choices);
        return root == null ? new Ahead.Whole(bytes) : new Ahead.Harvested(root, reading);
    }

    private static Parsed<Plan> plan(@Nullable Node root, Reading reading) {
        if (root == null) {
            return new Parsed.Failed<>(reading.problems());
        }
        var entry = PlanForm.PLAN.entry(new Value("the file", root, reading));
        if (entry != null) {
            reading.names().unresolved().forEach(reading::add);
            WaiverForms.selfApproved(PlanForm.waivers(entry), reading.names()).forEach(reading::add);
            GateForms.impassable(PlanForm.gates(entry), reading.names()).forEach(reading::add);
            PlanForm.waits(entry).problems(reading.names()).forEach(reading::add);
        }
        return entry == null || reading.failed()
                ? new Parsed.Failed<>(reading.problems())
                : new Parsed.Ok<>(PlanForm.PLAN.make().apply(entry));
    }
}
