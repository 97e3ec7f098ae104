package muster.markdown;

import java.util.List;

/// Lists that a plan keeps in words: success criteria and next steps.
final class ListedLines {
    private ListedLines() {}

    static List<String> under(Document document, Topic topic) {
        return document.about(topic).stream()
                .flatMap(section -> section.entries().stream())
                .map(entry -> entry.text().plain().replaceFirst("^[^\\p{L}\\p{N}(\"'<>]+", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
