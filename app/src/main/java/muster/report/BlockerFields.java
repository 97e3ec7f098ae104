package muster.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import muster.plan.Severity;

/// Fills in the labelled lines of a blocker.
record BlockerFields(ReportView.Blocker blocker, Reading reading) {

    Entry entry(List<String> labels) {
        return new Entry(
                "Blocker: " + blocker.title(),
                labels.stream().map(this::field).toList(),
                reading.judged().remarks());
    }

    private Field field(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "type" ->
                new Field(label, word(blocker.severity()), reading.judged().evidence());
            case "impact" -> plain(label, blocker.impact());
            case "affected phase" -> plain(label, reading.report().phases(blocker.phases()));
            case "estimated delay" -> plain(label, delay());
            case "mitigation" -> plain(label, blocker.mitigation());
            case "workaround" -> plain(label, Objects.requireNonNullElse(blocker.workaround(), "None"));
            case "recommended action" -> plain(label, Show.action(blocker));
            default -> new EntryFields(reading).of(List.of(label)).getFirst();
        };
    }

    private String delay() {
        var delay = blocker.delay();
        return delay == null ? "NOT KNOWN: no remedy is stated" : Show.delay(delay) + " (cheapest remedy)";
    }

    private static Field plain(String label, String value) {
        return new Field(label, value, List.of());
    }

    /// The severity as seed 003 writes it.
    static String word(Severity severity) {
        return switch (severity) {
            case P0 -> "P0-CRITICAL";
            case P1 -> "P1-HIGH";
            case P2 -> "P2-MEDIUM";
            case P3 -> "P3-LOW";
        };
    }
}
