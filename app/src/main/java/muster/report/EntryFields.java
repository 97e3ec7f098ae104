package muster.report;

import java.util.List;
import java.util.Locale;
import muster.plan.Need;

/// Fills in the labelled lines that a document's format asks for. A label that nothing is known of says NOT-RUN.
record EntryFields(Reading reading) {

    List<Field> of(List<String> labels) {
        return labels.stream().map(this::field).toList();
    }

    Entry entry(String heading, List<String> labels) {
        return new Entry(heading, of(labels), reading.judged().remarks());
    }

    private Field field(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "status" -> cited(label, Status.of(reading.readiness()) + ", " + judged().reason());
            case "exists" -> cited(label, exists());
            case "location" ->
                reading.has("location") ? reading.attribute(label, "location") : plain(label, judged().about());
            case "purpose" -> reading.has("purpose") ? reading.attribute(label, "purpose") : plain(label, purpose());
            case "lines of code" -> reading.attribute(label, "lines");
            case "execution mode" -> reading.attribute(label, "arguments");
            case "table count" -> reading.attribute(label, "tables");
            case "access" -> cited(label, reading.summary());
            case "type" -> plain(label, judged().type());
            case "version required" -> plain(label, judged().versionRequired());
            case "blockers" -> plain(label, blockers());
            case "time to create" -> plain(label, reading.timeToCreate());
            case "risk" -> plain(label, risk());
            case "affected phase" -> plain(label, reading.phases());
            case "fallback", "workaround" -> plain(label, fallback());
            case "recommendation", "recommended action" -> plain(label, recommendation());
            default -> reading.attribute(label, slug(label));
        };
    }

    private ReportView.Judged judged() {
        return reading.judged();
    }

    private Field cited(String label, String value) {
        return new Field(label, value, judged().evidence());
    }

    private static Field plain(String label, String value) {
        return new Field(label, value, List.of());
    }

    private static String slug(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String exists() {
        return switch (reading.readiness()) {
            case READY, PARTIAL -> "yes";
            case MISSING -> "no";
            case BLOCKED -> "yes, but it cannot be used";
            case UNKNOWN -> "NOT KNOWN";
        };
    }

    private String purpose() {
        var impact = judged().impact();
        return impact == null ? judged().title() : "without it: " + impact;
    }

    private String blockers() {
        return switch (reading.readiness()) {
            case READY -> "None identified";
            case UNKNOWN -> "NOT KNOWN: not tested";
            case PARTIAL, MISSING, BLOCKED ->
                reading.blocker()
                        .map(blocker -> blocker.severity() + ": " + blocker.impact())
                        .orElse("None identified");
        };
    }

    private String risk() {
        return switch (reading.readiness()) {
            case READY -> "LOW";
            case UNKNOWN -> "NOT KNOWN: not tested";
            case PARTIAL, MISSING, BLOCKED ->
                reading.blocker().map(EntryFields::risk).orElse("LOW");
        };
    }

    private static String risk(ReportView.Blocker blocker) {
        return switch (blocker.severity()) {
                    case P0 -> "HIGH: ";
                    case P1 -> "MEDIUM: ";
                    case P2, P3 -> "LOW: ";
                }
                + blocker.impact();
    }

    private String fallback() {
        var workaround = judged().workaround();
        if (workaround != null) {
            return workaround;
        }
        return judged().need() == Need.REQUIRED ? "None (critical dependency)" : "None, but it is optional";
    }

    private String recommendation() {
        return switch (reading.readiness()) {
            case READY -> "Ready to be used";
            case UNKNOWN -> "Test it before it is relied on";
            case PARTIAL, MISSING, BLOCKED ->
                reading.blocker().map(Show::action).orElse("Decide how to meet it");
        };
    }
}
