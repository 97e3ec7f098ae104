package muster.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.coordination.Charter;
import muster.run.RunPlan;

/// A scenario as data: a plan and what is said to its run, line by line. `language.txt` says how.
public record Story(String name, RunPlan plan, Charter charter, List<String> lines) {
    /// Files of `stories`.
    private static final List<String> THEMES = List.of(
            "runs",
            "claims",
            "leases",
            "writes",
            "checks",
            "failures",
            "gates",
            "votes",
            "waiting",
            "hand-offs",
            "blockers",
            "conflicts",
            "loops",
            "budgets",
            "undoing",
            "steering",
            "timers",
            "deliveries",
            "meetings");

    /// All of them.
    static List<Story> all() {
        return THEMES.stream()
                .flatMap(theme -> Stream.of(text(theme).split("(?m)^story ", -1)))
                .map(part -> part.lines().filter(line -> !line.isBlank()).toList())
                .filter(lines -> !lines.isEmpty())
                .map(Story::of)
                .toList();
    }

    /// The same without one of its lines.
    Story without(int line) {
        var left = new ArrayList<>(lines);
        left.remove(line);
        return new Story(name, plan, charter, left);
    }

    private static Story of(List<String> lines) {
        var id = lines.getFirst().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var plan = lines.get(1).strip().substring("plan ".length());
        return new Story(
                id,
                StoryPlan.of(id, plan),
                StoryCharter.of(plan),
                lines.stream().skip(2).map(String::strip).toList());
    }

    private static String text(String theme) {
        try (var stream = Story.class.getResourceAsStream("stories/" + theme + ".txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
