package muster.report;

import java.util.ArrayList;
import java.util.List;

/// What every document begins with.
final class Headings {
    private Headings() {}

    /// The words of the file name, such as `SCRIPT INVENTORY`, without extension and date.
    static String of(ReportView.Document document) {
        var name = document.path().substring(document.path().lastIndexOf('/') + 1);
        return name.replaceFirst("\\.[^.]*$", "").replaceFirst("_\\d{8}$", "").replace('_', ' ');
    }

    static List<Field> overview(ReportView view) {
        var overview = new ArrayList<Field>();
        var plan = view.plan();
        overview.add(
                plan == null ? new Field("Path", view.path(), List.of()) : new Field("Plan", plan.title(), List.of()));
        overview.add(new Field("As of", view.at().toString(), List.of()));
        overview.add(new Field("Decision", Status.of(view.decision()), List.of()));
        if (!view.complete().whole()) {
            overview.add(new Field("Partial", partial(view), List.of()));
        }
        return overview;
    }

    /// Why a partial report is one.
    static String partial(ReportView view) {
        return "the audit was interrupted: " + Show.number(view.complete().probed()) + " of "
                + Show.number(view.complete().expected()) + " expectations were probed";
    }
}
