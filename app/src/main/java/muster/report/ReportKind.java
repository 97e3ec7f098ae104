package muster.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The documents an audit can write, told by the words of a deliverable's file name; the first that matches wins. Names
/// and fields are those of seed 003.
enum ReportKind {
    SUMMARY("summary", List.of()),
    BLOCKERS(
            "blocker",
            List.of(
                    "Type",
                    "Impact",
                    "Affected Phase",
                    "Estimated Delay",
                    "Mitigation",
                    "Workaround",
                    "Recommended Action")),
    INFRASTRUCTURE(
            "infrastructure",
            List.of("Status", "Table Count", "Storage", "Access", "Quotas", "Cost Tracking", "Blockers")),
    DEPENDENCIES(
            "dependenc",
            List.of("Type", "Version Required", "Version Installed", "Location", "Purpose", "Status", "Fallback")),
    SCRIPTS(
            "script.*inventory|inventory",
            List.of(
                    "Status",
                    "Location",
                    "Purpose",
                    "M008 Compliance",
                    "M005 Ready",
                    "Last Modified",
                    "Lines of Code",
                    "Dependencies",
                    "Execution Mode",
                    "Cost Estimate",
                    "Blockers",
                    "Recommendation")),
    READINESS("readiness", List.of("Status", "Exists", "Time to Create", "Risk", "Affected Phase", "Recommendation"));

    private final Pattern words;
    private final String fields;

    ReportKind(String words, List<String> fields) {
        this.words = Pattern.compile(words);
        this.fields = String.join("|", fields);
    }

    static Optional<ReportKind> of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.words.matcher(name).find())
                .findFirst();
    }

    /// Number signs of a section's heading. Source: the format templates of seed 003, where a script is a heading
    /// of level 2 and everything else of level 3.
    String level() {
        return this == SCRIPTS ? "#" : "##";
    }

    /// What stands for the plan's deliverable if there is none.
    ReportView.Document document() {
        var title = switch (this) {
            case SUMMARY -> "AUDIT_SUMMARY";
            case BLOCKERS -> "EXECUTION_BLOCKER_ANALYSIS";
            case INFRASTRUCTURE -> "INFRASTRUCTURE_READINESS_REPORT";
            case DEPENDENCIES -> "DEPENDENCY_ANALYSIS";
            case SCRIPTS -> "IMPLEMENTATION_SCRIPT_INVENTORY";
            case READINESS -> "READINESS_REPORT";
        };
        return new ReportView.Document(title + ".md", title, null, List.of());
    }

    /// The labels of an entry, in order, unless the plan states its own.
    List<String> fields() {
        return List.of(fields.split("\\|"));
    }
}
