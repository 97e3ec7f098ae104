package muster.plan;

import java.util.List;

/// What an importer reports beside the plan.
///
/// @param definitions words that the document explains
/// @param templates forms that it prescribes
public record ImportNotes(
        List<NeedsDecision> needsDecision,
        List<Repair> repairs,
        List<String> warnings,
        List<Definition> definitions,
        List<FormTemplate> templates) {
    public static final ImportNotes NONE = new ImportNotes(List.of(), List.of(), List.of(), List.of(), List.of());

    public ImportNotes {
        needsDecision = List.copyOf(needsDecision);
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
        definitions = List.copyOf(definitions);
        templates = List.copyOf(templates);
    }
}
