package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import org.jspecify.annotations.Nullable;

/// The agents of a document, to be found by name, role code or `All agents`.
///
/// @param everyone those that `all agents` means: the ones that the document introduces, if it does
record Roster(
        List<Agent> agents,
        List<AgentId> everyone,
        @Nullable AgentId addressee) {
    private static final Pattern ALL =
            Pattern.compile("(?i)^(?:all|every)\\s+(?:the\\s+)?(?:agents?|teams?|roles?|hands|members)\\b");
    private static final int MOST_WORDS = 3;
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:\\+|&|,|;|/|\\band\\b)\\s*");

    Roster {
        agents = List.copyOf(agents);
        everyone = List.copyOf(everyone);
    }

    /// The agents that a phrase names, such as `QA Engineer + All Agents`; empty if any part of it names nobody.
    List<AgentId> named(String phrase) {
        List<AgentId> found = new ArrayList<>();
        for (String part : BETWEEN.splitAsStream(phrase.strip()).toList()) {
            List<AgentId> ids = one(part);
            if (ids.isEmpty()) {
                return List.of();
            }
            found.addAll(ids);
        }
        return found.stream().distinct().toList();
    }

    private List<AgentId> one(String part) {
        if (ALL.matcher(part).find() && Phrases.count(part) <= MOST_WORDS) {
            return everyone;
        }
        return agents.stream()
                .filter(agent -> isCalled(agent, part.strip()))
                .map(Agent::id)
                .limit(1)
                .toList();
    }

    private static boolean isCalled(Agent agent, String name) {
        return agent.name().equalsIgnoreCase(name)
                || agent.role().equalsIgnoreCase(name)
                || (agent.role() + " (" + agent.name() + ")").equalsIgnoreCase(name)
                || (agent.name() + " (" + agent.role() + ")").equalsIgnoreCase(name);
    }

    /// The agents whose name or code the text begins with, as in `QA Engineer creates guides`; empty if none.
    List<AgentId> leading(String text) {
        if (ALL.matcher(text).find()) {
            return everyone;
        }
        return agents.stream()
                .filter(agent -> Stream.of(agent.name(), agent.role()).anyMatch(name -> begins(text, name)))
                .map(Agent::id)
                .limit(1)
                .toList();
    }

    private static boolean begins(String text, String name) {
        String lower = text.toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && lower.startsWith(name.toLowerCase(Locale.ROOT))
                && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length())));
    }

    /// The name of an agent, as the document writes it.
    String nameOf(AgentId id) {
        return agents.stream()
                .filter(agent -> agent.id().equals(id))
                .map(Agent::name)
                .findFirst()
                .orElse(id.value());
    }
}
