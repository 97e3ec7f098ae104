package muster.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.coordination.Charter;
import muster.run.RunPlan;

/// A scenario as data: a plan and what is said to its run, line by line. The language is described at the top of
/// `stories.txt`.
public record Story(String name, RunPlan plan, Charter charter, List<String> lines) {

    /// All of them.
    static List<Story> all() {
        var stories = new ArrayList<Story>();
        for (var part : text().split("(?m)^story ", -1)) {
            var lines = part.lines()
                    .map(line -> line.replaceFirst("\\s*//.*", ""))
                    .filter(line -> !line.isBlank())
                    .toList();
            if (!lines.isEmpty()) {
                stories.add(of(lines));
            }
        }
        return stories;
    }

    /// True if something in it is said by way of the run's team, so to the journal itself whatever the engine is.
    public boolean isOfTeam() {
        return lines.stream().anyMatch(line -> line.startsWith("team "));
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

    private static String text() {
        try (var stream = Story.class.getResourceAsStream("stories.txt")) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("\nstory "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
