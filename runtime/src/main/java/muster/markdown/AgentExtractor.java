package muster.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Table;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import org.jspecify.annotations.Nullable;

/// Finds who a document speaks of: sender and addressee, introduced roles, owners of work, and codes in prose.
final class AgentExtractor {
    static final Pattern ROLE_NOUN =
            Pattern.compile("(?i).*\\b(?:agent|engineer|specialist|architect|analyst|developer|lead|manager|owner|"
                    + "designer|tester|reviewer|scientist|admin(?:istrator)?|operator|director|officer|team|writer|coordinator|"
                    + "planner|expert|maintainer|dba)$");
    private static final Pattern CODE_NAME = Pattern.compile("^([A-Z][A-Z0-9]{1,5})\\s*\\((.+)\\)$");
    private static final Pattern NAME_CODE = Pattern.compile("^(.+?)\\s*\\(([A-Z][A-Z0-9]{1,5})\\)$");
    private static final Pattern PARTIES =
            Pattern.compile("(?i)from|to|cc|author|sender|recipient|lead|prepared by|assigned to|owner");
    private static final Pattern ADDRESSEE = Pattern.compile("(?i)to|recipient|assigned to|owner");
    private static final Pattern FOCUS = Pattern.compile("(?i).*(?:focus|responsib|duties|remit).*");
    private static final Pattern CRITICAL = Pattern.compile("(?i)critical.*");
    private static final Pattern SKILLS = Pattern.compile("(?i)capabilit.*|skills?|expertise|tools?");
    private static final int LONGEST_NAME = 5;

    private final Reading reading;
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final List<AgentId> introduced = new ArrayList<>();
    private @Nullable AgentId addressee;

    private AgentExtractor(Reading reading) {
        this.reading = reading;
    }

    static Roster extract(Reading reading) {
        AgentExtractor extractor = new AgentExtractor(reading);
        extractor.parties();
        extractor.introductions();
        extractor.owners();
        Mentions.codes(
                        reading.document(),
                        !extractor.agents.isEmpty() ? Mentions.Codes.IN_USE : Mentions.Codes.NOT_SEEN)
                .stream()
                .filter(code -> !extractor.isBeginning(code))
                .forEach(extractor::meet);
        List<Agent> all = List.copyOf(extractor.agents.values());
        List<AgentId> everyone =
                extractor.introduced.isEmpty() ? all.stream().map(Agent::id).toList() : extractor.introduced;
        return new Roster(all, everyone, extractor.addressee);
    }

    /// True if the code is the beginning of a name that is known, as GOAP is of `GOAP agent`.
    private boolean isBeginning(String code) {
        String first = code.toLowerCase(Locale.ROOT) + " ";
        return agents.values().stream()
                .anyMatch(agent -> agent.name().toLowerCase(Locale.ROOT).startsWith(first));
    }

    private void parties() {
        for (Text line : reading.document().opening()) {
            Field field = line.field();
            if (field != null && PARTIES.matcher(field.key()).matches() && isName(field.value())) {
                AgentId id = meet(field.value());
                addressee = ADDRESSEE.matcher(field.key()).matches() && addressee == null ? id : addressee;
            }
        }
    }

    private void introductions() {
        for (Section section : reading.document().about(Topic.AGENTS)) {
            boolean below = section.ancestors().stream().anyMatch(above -> above.topic() == Topic.AGENTS);
            if (below && isName(section.title())) {
                introduce(
                        section.title(),
                        Stream.concat(
                                        section.lines().stream(),
                                        section.entries().stream().map(Entry::text))
                                .toList());
            } else {
                section.entries().forEach(this::introduced);
            }
            section.tables().forEach(this::introduced);
        }
    }

    private void introduced(Entry entry) {
        String lead = entry.text().lead();
        if (lead != null && isName(lead)) {
            introduce(
                    lead,
                    List.of(Text.plain(entry.line(), "Focus: " + entry.text().rest())));
        }
    }

    private void introduced(Table table) {
        Columns columns = Columns.of(table);
        for (Row row : table.rows()) {
            String owner = columns.cell(row, Columns.Role.OWNER);
            String name = owner.isEmpty() ? columns.cell(row, Columns.Role.ROLE) : owner;
            if (!name.isEmpty()) {
                introduce(
                        name, List.of(Text.plain(row.line(), "Focus: " + columns.cell(row, Columns.Role.DESCRIPTION))));
            }
        }
    }

    private void introduce(String name, List<Text> lines) {
        AgentId id = meet(name);
        Agent known = agents.values().stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow();
        Agent described = new Agent(
                id,
                known.name(),
                known.role(),
                known.kind(),
                listed(lines, FOCUS),
                listed(lines, CRITICAL),
                listed(lines, SKILLS),
                known.capacity(),
                null);
        agents.replaceAll((key, agent) -> agent.id().equals(id) ? described : agent);
        if (!introduced.contains(id)) {
            introduced.add(id);
        }
    }

    private static List<String> listed(List<Text> lines, Pattern key) {
        return lines.stream()
                .map(Text::field)
                .filter(field -> field != null && key.matcher(field.key()).matches())
                .flatMap(field -> Phrases.list(field.value()).stream())
                .toList();
    }

    private void owners() {
        OwnerPhrases.in(reading.document()).forEach(this::meet);
    }

    private AgentId meet(String written) {
        String trimmed = written.strip();
        Matcher codeFirst = CODE_NAME.matcher(trimmed);
        Matcher nameFirst = NAME_CODE.matcher(trimmed);
        if (codeFirst.matches()) {
            return meet(codeFirst.group(2), codeFirst.group(1));
        }
        return nameFirst.matches() ? meet(nameFirst.group(1), nameFirst.group(2)) : meet(trimmed, trimmed);
    }

    private AgentId meet(String name, String role) {
        for (Agent agent : agents.values()) {
            if (Stream.of(agent.name(), agent.role())
                    .anyMatch(known -> known.equalsIgnoreCase(name) || known.equalsIgnoreCase(role))) {
                return agent.id();
            }
        }
        AgentId id = new AgentId(reading.names().unique(role));
        agents.put(id.value(), new Agent(id, name, role, kind(), List.of(), List.of(), List.of(), 1, null));
        return id;
    }

    /// A document that speaks of agents means agents by its names; any other means people.
    private AgentKind kind() {
        return Mentions.speaksOfAgents(reading.document()) ? AgentKind.AI : AgentKind.HUMAN;
    }

    private static boolean isName(String text) {
        String bare = Headings.bare(text);
        return !bare.isEmpty()
                && Character.isLetter(bare.charAt(0))
                && Phrases.count(bare) <= LONGEST_NAME
                && !bare.toLowerCase(Locale.ROOT).startsWith("all ")
                && bare.chars().noneMatch(character -> ".:;!?`|".indexOf(character) >= 0);
    }
}
