package muster.report;

import java.util.List;

/// One document of entries.
///
/// @param level number signs of a section's heading; its entries stand one level below
/// @param overview lines that stand before the sections
public record Page(String title, String level, List<Field> overview, List<Section> sections) {
    public Page {
        overview = List.copyOf(overview);
        sections = List.copyOf(sections);
    }
}
