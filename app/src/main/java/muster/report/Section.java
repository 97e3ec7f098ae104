package muster.report;

import java.util.List;

/// Entries under one heading.
public record Section(String title, List<Entry> entries) {
    public Section {
        entries = List.copyOf(entries);
    }
}
