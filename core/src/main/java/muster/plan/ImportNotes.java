package muster.plan;

import java.util.List;

/// What an importer reports beside the plan.
public record ImportNotes(List<NeedsDecision> needsDecision, List<Repair> repairs, List<String> warnings) {
    public static final ImportNotes NONE = new ImportNotes(List.of(), List.of(), List.of());

    public ImportNotes {
        needsDecision = List.copyOf(needsDecision);
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
    }
}
