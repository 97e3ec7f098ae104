package muster.report;

import java.util.List;

/// One document of entries.
///
/// @param overview lines that stand before the sections
public record Page(String title, List<Field> overview, List<Section> sections) {
    public Page {
        overview = List.copyOf(overview);
        sections = List.copyOf(sections);
    }
}
