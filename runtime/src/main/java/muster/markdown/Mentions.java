package muster.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Agents that prose mentions by a code of capital letters, such as `EA audits ...` or `direct QA to ...`.
final class Mentions {
    private static final Pattern ACTING = Pattern.compile(
            "(?<![\\w-])([A-Z]{2,4})\\s+(?:will|must|shall|should|is|audits?|delivers?|reviews?|confirms?|"
                    + "creates?|approves?|owns?|waits?|leads?|reports?)\\b(?!-)");
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?i:\\b(?:direct|ask|notify|tell|escalate to|report to|coordination with|coordinate with|"
                    + "waits? for|hand (?:off|over) to|integration by|approved by|owned by|assigned to))\\s+([A-Z]{2,4})\\b");
    private static final Pattern AGENT = Pattern.compile("(?i)\\bagents?\\b");
    private static final Set<String> NOT_AGENTS = Set.of(
            "UTC", "GMT", "API", "SQL", "CLI", "URL", "JSON", "YAML", "ALL", "ANY", "THE", "AND", "NOT", "NO", "GO",
            "ONLY", "THIS", "THAT", "IT", "WE", "YOU", "IF", "GCS", "AWS", "GCP", "IAM", "CPU", "RAM", "TBD", "TODO",
            "ETA", "CI", "CD", "PR", "UI", "DB", "VM", "KPI", "SLA", "SLO", "MVP", "EOD", "CSV", "PDF", "SSH", "SSL",
            "TLS", "DNS", "HTTP", "ETL", "ML", "AI", "NONE", "YES");

    private Mentions() {}

    /// Whether the document already names agents; only then do capital letters count as codes of agents.
    enum Codes {
        IN_USE,
        NOT_SEEN
    }

    static List<String> codes(Document document, Codes codes) {
        if (codes == Codes.NOT_SEEN) {
            return List.of();
        }
        return document.prose()
                .flatMap(line -> List.of(ACTING, ADDRESSED).stream()
                        .flatMap(pattern ->
                                pattern.matcher(line.plain()).results().map(match -> match.group(1))))
                .filter(code -> !NOT_AGENTS.contains(code))
                .distinct()
                .toList();
    }

    static boolean speaksOfAgents(Document document) {
        return document.prose().map(line -> AGENT.matcher(line.plain())).anyMatch(Matcher::find);
    }
}
