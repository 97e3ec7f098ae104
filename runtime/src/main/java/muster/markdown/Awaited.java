package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// What another party must hand over first: `waits for EA mandate inventory`.
///
/// @param from who hands over, as the document writes it
/// @param what what is handed over
record Awaited(String from, String what, int line) {
    private static final Pattern WAITS = Pattern.compile(
            "(?i)\\b(?:waits?|waiting|blocked until|depends on receiving)\\s+(?:for|on)?\\s*(?:the\\s+)?([^().;]+)");

    static List<Awaited> in(Document document, Roster roster) {
        return document.prose()
                .flatMap(line -> WAITS.matcher(line.plain())
                        .results()
                        .map(match -> awaited(match.group(1).strip(), roster, line.line())))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Awaited awaited(String phrase, Roster roster, int line) {
        List<AgentId> from = roster.leading(phrase);
        if (from.size() != 1) {
            return null;
        }
        Matcher name = Pattern.compile("(?i)^" + Pattern.quote(shortest(phrase, roster, from.getFirst()))
                        + "(?:['’]s)?\\s+(?:to deliver\\s+)?(.+)$")
                .matcher(phrase);
        return name.matches()
                ? new Awaited(roster.nameOf(from.getFirst()), name.group(1).strip(), line)
                : null;
    }

    private static String shortest(String phrase, Roster roster, AgentId id) {
        return roster.agents().stream()
                .filter(agent -> agent.id().equals(id))
                .map(agent -> phrase.toLowerCase(java.util.Locale.ROOT)
                                .startsWith(agent.name().toLowerCase(java.util.Locale.ROOT))
                        ? agent.name()
                        : agent.role())
                .findFirst()
                .orElse("");
    }

    String words() {
        return from + ": " + what;
    }

    Expected expected() {
        return new Expected(
                from + " " + what,
                from + " hands over: " + what,
                "Coordination",
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                new Probe.HandedOver(from, what),
                null,
                List.of(),
                line);
    }
}
