package muster.markdown;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Columns.Role;
import muster.plan.AlertRule;
import muster.plan.AlertSeverity;
import muster.plan.Metric;
import muster.plan.Threshold;
import muster.plan.Threshold.Bound;
import muster.plan.Watch;
import org.jspecify.annotations.Nullable;

/// Reads metrics and alert rules, from lists and from tables.
final class Watching {
    private static final Pattern CONDITION = Pattern.compile(
            "(?i)^(.*?)\\s*(?:(?:is|goes|rises|drops|falls)\\s+)?(>=?|≥|<=?|≤|above|over|exceeds|exceeding|greater than|more than|below|under|less than)\\s*(\\d+(?:\\.\\d+)?)\\s*(%|[A-Za-z]+/?[A-Za-z]*)?");
    private static final Pattern WINDOW =
            Pattern.compile("(?i)\\b(?:for|over|during|within)\\s+(?:at least |more than )?(\\d[\\d.]*\\s*\\w+)");
    private static final Pattern BELOW = Pattern.compile("(?i)<=?|≤|below|under|less than");

    private final Reading reading;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<AlertRule> alerts = new ArrayList<>();

    private Watching(Reading reading) {
        this.reading = reading;
    }

    static Watch extract(Reading reading) {
        Watching watching = new Watching(reading);
        reading.document().about(Topic.METRIC).forEach(watching::metrics);
        reading.document().about(Topic.ALERT).forEach(watching::alerts);
        return new Watch(watching.metrics, watching.alerts);
    }

    private void metrics(Section section) {
        for (Entry entry : section.entries()) {
            Field field = entry.text().field();
            String title = field == null ? entry.text().plain() : field.key();
            metric(section, title, field == null ? "" : field.value(), entry.line());
        }
        section.tables().forEach(table -> table.rows().forEach(row -> metric(section, Columns.of(table), row)));
    }

    private void metric(Section section, Columns columns, Row row) {
        List<String> cells = row.cells().stream().map(Text::plain).toList();
        String title = columns.has(Role.METRIC) ? columns.cell(row, Role.METRIC) : cells.getFirst();
        metric(
                section,
                title,
                String.join(
                        "; ",
                        cells.stream()
                                .filter(cell -> !cell.equals(title) && !cell.isEmpty())
                                .toList()),
                row.line());
    }

    private void metric(Section section, String title, String description, int line) {
        metrics.add(new Metric(reading.item("metric", title), title, section.title(), description, reading.at(line)));
    }

    private void alerts(Section section) {
        AlertSeverity severity = severity(section.title());
        section.entries().forEach(entry -> alert(severityOf(severity, entry), condition(entry), entry.line()));
        section.tables().forEach(table -> table.rows().forEach(row -> alert(severity, Columns.of(table), row)));
    }

    /// The line without a severity before its colon.
    private static String condition(Entry entry) {
        Field field = entry.text().field();
        return field == null || severity(field.key()) == null ? entry.text().plain() : field.value();
    }

    private static @Nullable AlertSeverity severityOf(@Nullable AlertSeverity severity, Entry entry) {
        return severity == null ? severity(entry.under() + " " + entry.text().plain()) : severity;
    }

    private void alert(@Nullable AlertSeverity severity, Columns columns, Row row) {
        AlertSeverity named = severity == null ? severity(columns.cell(row, Role.LEVEL)) : severity;
        String words = Stream.of(Role.METRIC, Role.THRESHOLD)
                .map(role -> columns.cell(row, role))
                .filter(cell -> !cell.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse(row.cells().getFirst().plain());
        String window = columns.cell(row, Role.WINDOW);
        alert(named, window.isEmpty() ? words : words + " for " + window, row.line());
    }

    private void alert(@Nullable AlertSeverity severity, String words, int line) {
        if (severity == null) {
            reading.notes()
                    .ask(
                            line,
                            "How severe is the alert '" + Phrases.brief(words, 80) + "'?",
                            "The document gives no severity; warning is set until that is decided.");
        }
        alerts.add(new AlertRule(
                reading.item("alert", words),
                words,
                severity == null ? AlertSeverity.WARNING : severity,
                threshold(words),
                window(words),
                reading.at(line)));
    }

    private static @Nullable AlertSeverity severity(String words) {
        if (words.matches("(?i).*\\b(?:critical|page|p0|p1|sev-?1|immediate)\\b.*")) {
            return AlertSeverity.CRITICAL;
        }
        if (words.matches("(?i).*\\b(?:warning|warn|p2|sev-?2)\\b.*")) {
            return AlertSeverity.WARNING;
        }
        return words.matches("(?i).*\\b(?:info(?:rmational)?|notice|p3|sev-?3|daily)\\b.*") ? AlertSeverity.INFO : null;
    }

    static @Nullable Threshold threshold(String words) {
        Matcher matcher = CONDITION.matcher(words);
        if (!matcher.find() || matcher.group(1).isBlank()) {
            return null;
        }
        Bound bound = BELOW.matcher(matcher.group(2)).matches() ? Bound.BELOW : Bound.ABOVE;
        String unit = matcher.group(4);
        return new Threshold(
                matcher.group(1).strip(), bound, new BigDecimal(matcher.group(3)), unit == null ? "" : unit);
    }

    static Duration window(String words) {
        Matcher matcher = WINDOW.matcher(words);
        Duration window = matcher.find() ? Durations.first(matcher.group(1)) : null;
        return window == null ? Duration.ZERO : window;
    }
}
