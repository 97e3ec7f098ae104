package muster.markdown;

import muster.plan.ItemId;
import muster.plan.Source;

/// What every extractor reads from and reports to.
record Reading(Document document, Names names, Notes notes) {
    static Reading of(Document document) {
        Names names = new Names();
        return new Reading(document, names, new Notes(document, names));
    }

    Source at(int line) {
        return document.at(line);
    }

    ItemId item(String kind, String text) {
        return names.item(kind, text);
    }
}
