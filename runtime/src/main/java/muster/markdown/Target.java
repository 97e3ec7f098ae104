package muster.markdown;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import org.jspecify.annotations.Nullable;

/// The phase whose readiness a document asks about: the one that its prose names most often and does not lay out
/// itself.
///
/// @param label such as `phase 4c`, in lower case
record Target(String label, Phase phase) {
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b([A-Z]{1,5}\\d[\\w-]*|[A-Z][A-Z0-9-]{1,11}) )?\\b((?:Phase|Stage|Release|Milestone|Wave|Sprint) (?:\\d+(?:\\.\\d+)*[A-Za-z]?))(?![\\w])");
    private static final Pattern READINESS = Pattern.compile("(?i)\\breadiness|\\baudit|\\bgo\\s*/\\s*no-?\\s?go");
    private static final int OFTEN = 2;

    static @Nullable Target find(Reading reading, List<Phase> phases) {
        if (!asksForReadiness(reading.document())) {
            return null;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        reading.document()
                .prose()
                .forEach(line -> NAMED.matcher(line.plain()).results().forEach(match -> {
                    String label = match.group(2).toLowerCase(Locale.ROOT);
                    counts.merge(label, 1, Integer::sum);
                    titles.merge(label, match.group(), (one, other) -> one.length() >= other.length() ? one : other);
                    lines.putIfAbsent(label, line.line());
                }));
        counts.keySet().removeIf(label -> phases.stream().anyMatch(phase -> isPartOf(label, phase)));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= OFTEN)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey, Comparator.reverseOrder())))
                .map(entry -> target(
                        reading,
                        entry.getKey(),
                        String.valueOf(titles.get(entry.getKey())),
                        lines.getOrDefault(entry.getKey(), 1)))
                .orElse(null);
    }

    /// A document asks for readiness if its title, its first lines or its headings speak of it.
    private static boolean asksForReadiness(Document document) {
        return Stream.concat(document.sections().stream().map(Section::heading), document.opening().stream())
                .anyMatch(line -> READINESS.matcher(line.plain()).find());
    }

    /// True for `phase 3` and `phase 3.1` if the document lays out phase 3.
    private static boolean isPartOf(String label, Phase phase) {
        return label.replaceFirst(" ", "-")
                .replaceFirst("\\..*", "")
                .equals(phase.id().value());
    }

    private static Target target(Reading reading, String label, String title, int line) {
        PhaseId id = new PhaseId(reading.names().unique(label));
        return new Target(
                label,
                new Phase(id, title, Mode.SEQUENTIAL, List.of(), null, null, null, null, List.of(), reading.at(line)));
    }

    /// True if the text names this phase.
    boolean isNamedIn(String text) {
        Matcher matcher = NAMED.matcher(text);
        return matcher.results()
                .anyMatch(match -> match.group(2).toLowerCase(Locale.ROOT).equals(label));
    }

    /// The phase itself if an entry or a heading above it names it.
    List<PhaseId> phasesOf(Section section, String text) {
        boolean named = isNamedIn(text)
                || isNamedIn(section.title())
                || section.ancestors().stream()
                        .anyMatch(above -> above.topic() != Topic.OTHER && isNamedIn(above.title()));
        return named ? List.of(phase.id()) : List.of();
    }
}
