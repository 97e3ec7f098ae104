package muster.markdown;

import java.util.List;
import muster.plan.Plan;

/// What was read from a document: the plan, and what a plan has no place for.
///
/// @param boxes how many tasks have a box to tick
/// @param definitions the document's own severities and categories of readiness
/// @param templates forms that the document prescribes, such as that of a hand-off
public record Imported(Plan plan, int boxes, List<Definition> definitions, List<Template> templates) {
    public Imported {
        definitions = List.copyOf(definitions);
        templates = List.copyOf(templates);
    }

    /// The figures of the import.
    public ImportCounts counts() {
        return ImportCounts.of(this);
    }
}
