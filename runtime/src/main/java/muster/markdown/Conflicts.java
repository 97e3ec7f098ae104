package muster.markdown;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Rotation;
import org.jspecify.annotations.Nullable;

/// Reads how conflicts are settled: sections about conflicts whose heading names their kind.
final class Conflicts {
    private Conflicts() {}

    static List<ConflictRule> extract(Reading reading) {
        return reading.document().about(Topic.CONFLICT).stream()
                .filter(section -> !section.entries().isEmpty())
                .flatMap(section -> rule(reading, section))
                .toList();
    }

    private static Stream<ConflictRule> rule(Reading reading, Section section) {
        ConflictKind kind = kind(section.title());
        if (kind == null) {
            reading.notes()
                    .ask(
                            section.line(),
                            "What kind of conflict is '" + section.title() + "' about?",
                            "Known kinds are priority, resource and technical.");
            return Stream.empty();
        }
        List<String> steps =
                section.entries().stream().map(entry -> entry.text().plain()).toList();
        return Stream.of(new ConflictRule(
                kind,
                steps,
                time(steps, "time-?box|maximum|at most|per agent"),
                time(steps, "escalat"),
                time(steps, "review|results"),
                rotation(steps),
                reading.at(section.line())));
    }

    private static Rotation rotation(List<String> steps) {
        boolean daily = steps.stream()
                .map(step -> step.toLowerCase(Locale.ROOT))
                .anyMatch(step -> step.contains("rotat") && step.matches(".*(?:daily|each day|every day).*"));
        return daily ? Rotation.DAILY : Rotation.NONE;
    }

    private static @Nullable ConflictKind kind(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        if (words.contains("priorit")) {
            return ConflictKind.PRIORITY;
        }
        if (words.contains("resource")) {
            return ConflictKind.RESOURCE;
        }
        return words.contains("technical") || words.contains("design") || words.contains("disagreement")
                ? ConflictKind.TECHNICAL
                : null;
    }

    /// The first time in a step that has one of the words.
    private static @Nullable Duration time(List<String> steps, String words) {
        return steps.stream()
                .filter(step -> step.toLowerCase(Locale.ROOT).matches(".*(?:" + words + ").*"))
                .map(Durations::first)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
