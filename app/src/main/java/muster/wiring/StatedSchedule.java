package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.plan.TaskId;
import muster.schedule.Schedule;
import muster.schedule.Slot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A schedule read back from JSON: what `muster schedule --json` printed, or a baseline that it kept.
///
/// @param plan whose schedule it says that it is; null if it does not say, as baselines do not
public record StatedSchedule(@Nullable String plan, Schedule schedule) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_SHOWN = 60;

    /// A value with the way to it.
    private record At(JsonNode node, String path) {
        At get(String key) {
            return new At(node.path(key), path.isEmpty() ? key : path + "." + key);
        }

        IllegalArgumentException not(String what) {
            var text = node.isMissingNode() ? "nothing" : node.toString();
            var shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
            return new IllegalArgumentException(path + " must be " + what + ", got " + shown);
        }

        List<At> list() {
            if (!node.isArray()) {
                throw not("a list");
            }
            var items = new ArrayList<At>();
            node.forEach(item -> items.add(new At(item, path + "[" + items.size() + "]")));
            return items;
        }

        String text() {
            if (!node.isString()) {
                throw not("text");
            }
            return node.asString();
        }

        TaskId task() {
            try {
                return new TaskId(text());
            } catch (IllegalArgumentException _) {
                throw not("the id of a task");
            }
        }

        AgentId agent() {
            try {
                return new AgentId(text());
            } catch (IllegalArgumentException _) {
                throw not("the id of an agent");
            }
        }

        Instant instant() {
            try {
                return Instant.parse(text());
            } catch (DateTimeException _) {
                throw not("an instant such as 2026-01-05T08:00:00Z");
            }
        }

        int number() {
            if (!node.isInt()) {
                throw not("a whole number");
            }
            return node.intValue();
        }
    }

    /// The schedule in a file, or why there is none in it.
    public static Parsed<StatedSchedule> read(Path file) throws IOException {
        return Files.isDirectory(file)
                ? failed(file.toString(), "it is a folder")
                : read(file.toString(), Files.readAllBytes(file));
    }

    /// The same.
    ///
    /// @param name of the file, for the problem
    public static Parsed<StatedSchedule> read(String name, byte[] bytes) {
        try {
            return new Parsed.Ok<>(stated(new At(JSON.readTree(bytes), "")));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var place = at == null
                    ? new Location(name, 1, 1)
                    : new Location(name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            return new Parsed.Failed<>(List.of(Problem.at(place, "it is no JSON: " + broken.getOriginalMessage())));
        } catch (IllegalArgumentException strange) {
            return failed(name, String.valueOf(strange.getMessage()));
        }
    }

    private static Parsed<StatedSchedule> failed(String name, String message) {
        return new Parsed.Failed<>(List.of(Problem.at(new Location(name, 1, 1), message)));
    }

    private static StatedSchedule stated(At root) {
        var schema = root.node().path("schema").asString("");
        if (!schema.equals(ScheduleJson.SCHEMA) && !schema.equals(ScheduleJson.BASELINE)) {
            throw new IllegalArgumentException("it is no " + ScheduleJson.SCHEMA + " or " + ScheduleJson.BASELINE);
        }
        if (root.node().path("possible").isBoolean()
                && !root.node().path("possible").asBoolean()) {
            throw new IllegalArgumentException("it says that no schedule is possible");
        }
        var critical = root.get("critical_path").list().stream().map(At::task).toList();
        var slots = root.get("slots").list().stream().map(StatedSchedule::slot).toList();
        var schedule =
                new Schedule(root.get("start").instant(), root.get("finish").instant(), slots, critical);
        return new StatedSchedule(root.node().has("plan") ? root.get("plan").text() : null, schedule);
    }

    private static Slot slot(At slot) {
        return new Slot(
                slot.get("id").task(),
                slot.get("start").instant(),
                slot.get("finish").instant(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                slot.get("owners").list().stream().map(At::agent).toList(),
                slot.node().has("mode") ? slot.get("mode").number() : 0);
    }
}
