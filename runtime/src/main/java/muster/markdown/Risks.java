package muster.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Columns.Role;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// Reads risks: sections about risk that state a level, and rows of tables with a risk column.
final class Risks {
    private static final Pattern LEVEL = Pattern.compile("(?i)(?:risk )?(?:level|rating|severity)|risk");

    private final Reading reading;
    private final List<Phase> phases;

    private Risks(Reading reading, List<Phase> phases) {
        this.reading = reading;
        this.phases = phases;
    }

    static List<Risk> extract(Reading reading, List<Phase> phases) {
        Risks risks = new Risks(reading, phases);
        List<Risk> found = new ArrayList<>();
        for (Section section : reading.document().sections()) {
            if (section.topic() == Topic.RISK) {
                risks.section(section).forEach(found::add);
            }
            section.tables().forEach(table -> risks.rows(table).forEach(found::add));
        }
        return found;
    }

    private Stream<Risk> section(Section section) {
        RiskLevel level = level(section);
        return level == null ? Stream.empty() : Stream.of(risk(section, level));
    }

    /// The level that a section states, or null.
    private static @Nullable RiskLevel level(Section section) {
        return Stream.concat(
                        section.lines().stream(), section.entries().stream().map(Entry::text))
                .map(Text::field)
                .filter(field -> field != null && LEVEL.matcher(field.key()).matches())
                .map(field -> RiskLevels.in(field.value()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The levels that sections about risk state for phases and their parts, by number, such as `3` and `3.1`.
    static Map<String, RiskLevel> byNumber(Document document) {
        Map<String, RiskLevel> levels = new HashMap<>();
        for (Section section : document.about(Topic.RISK)) {
            Headings.PhaseName name = Headings.phase(section.title());
            RiskLevel level = name == null ? null : level(section);
            if (name != null && level != null) {
                levels.put(name.number(), level);
            }
        }
        return levels;
    }

    private Risk risk(Section section, RiskLevel level) {
        return new Risk(
                reading.item("risk", section.title()),
                section.title(),
                level,
                phase(section.title()),
                under(section, "mitigation|response|countermeasure|prevention"),
                under(section, "success|criteria"),
                reading.at(section.line()));
    }

    private static List<String> under(Section section, String words) {
        return section.entries().stream()
                .filter(entry -> entry.under().toLowerCase(Locale.ROOT).matches(".*(?:" + words + ").*"))
                .map(entry -> entry.text().plain())
                .toList();
    }

    private @Nullable PhaseId phase(String title) {
        Headings.PhaseName name = Headings.phase(title);
        if (name == null) {
            return null;
        }
        String whole =
                name.kind().toLowerCase(Locale.ROOT) + "-" + name.number().toLowerCase(Locale.ROOT);
        return Stream.of(whole, whole.replaceFirst("\\..*", ""))
                .flatMap(id -> phases.stream()
                        .map(Phase::id)
                        .filter(known -> known.value().equals(id)))
                .findFirst()
                .orElse(null);
    }

    private List<Risk> rows(Block.Table table) {
        Columns columns = Columns.of(table);
        return columns.has(Role.RISK)
                        && (columns.has(Role.LEVEL) || columns.has(Role.LIKELIHOOD) || columns.has(Role.MITIGATION))
                ? table.rows().stream().map(row -> row(columns, row)).toList()
                : List.of();
    }

    private Risk row(Columns columns, Row row) {
        String title = columns.cell(row, Role.RISK);
        RiskLevel level = RiskLevels.in(columns.cell(row, Role.LEVEL));
        if (level == null) {
            reading.notes()
                    .ask(
                            row.line(),
                            "How high is the risk '" + Phrases.brief(title, 80) + "'?",
                            "The table names no level; medium is set until that is decided.");
        }
        String mitigation = columns.cell(row, Role.MITIGATION);
        return new Risk(
                reading.item("risk", title),
                title,
                level == null ? RiskLevel.MEDIUM : level,
                phase(columns.cell(row, Role.PHASE)),
                mitigation.isEmpty() ? List.of() : List.of(mitigation),
                List.of(),
                reading.at(row.line()));
    }
}
