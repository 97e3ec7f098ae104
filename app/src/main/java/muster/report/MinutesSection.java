package muster.report;

import java.util.List;

record MinutesSection(String title, List<String> entries) {
    void addTo(List<String> lines) {
        lines.add("");
        lines.add("**" + title + "**");
        lines.add("");
        if (entries.isEmpty()) {
            lines.add("- none");
        }
        entries.forEach(entry -> lines.add("- " + entry.replaceAll("\\s+", " ")));
    }
}
