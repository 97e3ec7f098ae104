package muster.report;

import java.util.List;
import java.util.Locale;
import muster.audit.Assessment;
import muster.audit.Blocker;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Need;
import muster.plan.Probe;
import muster.review.Wording;

/// Fills in the labelled lines that a document's format asks for. A label that nothing is known of says NOT-RUN.
record EntryFields(Reading reading) {

    List<Field> of(List<String> labels) {
        return labels.stream().map(this::field).toList();
    }

    Entry entry(String heading, List<String> labels) {
        return new Entry(heading, of(labels), reading.assessment().remarks());
    }

    private Field field(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "status" ->
                cited(
                        label,
                        Status.of(reading.readiness()) + ", " + assessment().reason());
            case "exists" -> cited(label, exists());
            case "location" ->
                reading.has("location") ? reading.attribute(label, "location") : plain(label, reading.target());
            case "purpose" -> reading.has("purpose") ? reading.attribute(label, "purpose") : plain(label, purpose());
            case "lines of code" -> reading.attribute(label, "lines");
            case "execution mode" -> reading.attribute(label, "arguments");
            case "table count" -> reading.attribute(label, "tables");
            case "access" -> cited(label, reading.summary());
            case "type" -> plain(label, type());
            case "version required" -> plain(label, versionRequired());
            case "blockers" -> plain(label, blockers());
            case "time to create" -> plain(label, reading.timeToCreate());
            case "risk" -> plain(label, risk());
            case "affected phase" -> plain(label, reading.phases());
            case "fallback", "workaround" -> plain(label, fallback());
            case "recommendation", "recommended action" -> plain(label, recommendation());
            default -> reading.attribute(label, slug(label));
        };
    }

    private Assessment assessment() {
        return reading.assessment();
    }

    private Expectation expectation() {
        return assessment().expectation();
    }

    private Field cited(String label, String value) {
        return new Field(label, value, assessment().evidenceIds());
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
        var impact = expectation().impact();
        return impact == null ? expectation().title() : "without it: " + impact;
    }

    private String type() {
        return switch (expectation().probe()) {
            case Probe.Dependency wanted ->
                switch (wanted.ecosystem()) {
                    case "pip" -> "Python package";
                    case "npm" -> "Node package";
                    default -> wanted.ecosystem() + " package";
                };
            case Probe.Tool _ -> "System tool";
            case Probe.Remote _, CloudProbe _ -> "Remote service";
            case Probe.HandedOver _ -> "Hand-over from another party";
            case Probe.Table _, Probe.ScratchTable _, Probe.Listing _, DataProbe _ -> "Database";
            case Probe.Command _ -> "Command";
            case HostProbe _ -> "Machine";
            case ContentProbe _ -> "File";
            case Probe.FileThere _, Probe.Script _, Probe.Capability _, Probe.Tracked _, Probe.Written _ -> "File";
        };
    }

    private String versionRequired() {
        return switch (expectation().probe()) {
            case Probe.Dependency wanted -> orAny(wanted.range());
            case Probe.Tool tool -> orAny(tool.range());
            case Probe.FileThere _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Command _,
                    Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Listing _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    HostProbe _,
                    ContentProbe _,
                    DataProbe _,
                    CloudProbe _ -> "any";
        };
    }

    private static String orAny(String range) {
        return range.isEmpty() ? "any" : range;
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

    private static String risk(Blocker blocker) {
        return switch (blocker.severity()) {
                    case P0 -> "HIGH: ";
                    case P1 -> "MEDIUM: ";
                    case P2, P3 -> "LOW: ";
                }
                + blocker.impact();
    }

    private String fallback() {
        var workaround = expectation().workaround();
        if (workaround != null) {
            return workaround;
        }
        return expectation().need() == Need.REQUIRED ? "None (critical dependency)" : "None, but it is optional";
    }

    private String recommendation() {
        return switch (reading.readiness()) {
            case READY -> "Ready to be used";
            case UNKNOWN -> "Test it before it is relied on";
            case PARTIAL, MISSING, BLOCKED ->
                reading.blocker().map(EntryFields::action).orElse("Decide how to meet it");
        };
    }

    static String action(Blocker blocker) {
        var owner = blocker.owner();
        var delay = blocker.delay();
        return blocker.action()
                + (owner == null ? "" : ", owner " + owner)
                + (delay == null ? "" : ", " + Wording.of(delay));
    }
}
