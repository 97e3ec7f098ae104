package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.plan.ImportNotes;
import muster.plan.NeedsDecision;
import muster.plan.Repair;

/// Collects what an import has to say beside the plan.
final class Notes {
    private final Document document;
    private final Names names;
    private final List<NeedsDecision> decisions = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Notes(Document document, Names names) {
        this.document = document;
        this.names = names;
    }

    /// Something that a person has to decide.
    void ask(int line, String question, String text) {
        decisions.add(new NeedsDecision(names.item("decide", question), question, text, document.at(line)));
    }

    void warn(int line, String warning) {
        warnings.add(document.at(line) + ": " + warning);
    }

    ImportNotes with(List<Repair> repairs) {
        return new ImportNotes(decisions, repairs, warnings, Definitions.in(document), Templates.in(document));
    }
}
