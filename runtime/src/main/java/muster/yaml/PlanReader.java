package muster.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        var reading = new Reading();
        var name = file.toString();
        var bytes = bytes(file, reading);
        return bytes == null ? failed(reading) : read(name, bytes, reading);
    }

    /// Reads a plan from bytes; it cannot include other files.
    ///
    /// @param name stands in for the path in places
    public static Parsed<Plan> read(String name, byte[] bytes) {
        return read(name, bytes, new Reading());
    }

    private static Parsed<Plan> read(String name, byte[] bytes, Reading reading) {
        var root = node(name, bytes, reading);
        if (root == null) {
            return failed(reading);
        }
        var plan = PlanForm.PLAN.read(new Value("the file", root, reading));
        reading.names().unresolved().forEach(reading::add);
        return plan == null || reading.failed() ? failed(reading) : new Parsed.Ok<>(plan);
    }

    private static @Nullable Node node(String name, byte[] bytes, Reading reading) {
        reading.opened(name);
        var text = FileText.decode(name, bytes, reading);
        return text == null ? null : YamlText.compose(name, text, reading);
    }

    private static byte @Nullable [] bytes(Path file, Reading reading) {
        var start = new Location(file.toString(), 1, 1);
        try (var in = Files.newInputStream(file)) {
            if (Files.size(file) > FileText.MOST_BYTES) {
                reading.add(FileText.tooLarge(file.toString()));
                return null;
            }
            return in.readNBytes(FileText.MOST_BYTES + 1);
        } catch (NoSuchFileException _) {
            reading.add(Problem.at(start, "there is no such file"));
        } catch (IOException e) {
            reading.add(Problem.at(start, "the file cannot be read: " + e.getMessage()));
        }
        return null;
    }

    private static Parsed<Plan> failed(Reading reading) {
        return new Parsed.Failed<>(reading.problems());
    }
}
