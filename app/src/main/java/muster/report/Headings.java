package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.plan.Deliverable;

/// What every document begins with.
final class Headings {
    private Headings() {}

    /// The words of the file name, such as `SCRIPT INVENTORY`, without extension and date.
    static String of(Deliverable deliverable) {
        var name = deliverable.path().substring(deliverable.path().lastIndexOf('/') + 1);
        return name.replaceFirst("\\.[^.]*$", "").replaceFirst("_\\d{8}$", "").replace('_', ' ');
    }

    static List<Field> overview(ReportInput input) {
        var overview = new ArrayList<Field>();
        overview.add(new Field("Plan", input.plan().header().title(), List.of()));
        overview.add(new Field("As of", input.audit().at().toString(), List.of()));
        overview.add(new Field("Decision", Status.of(input.audit().decision().verdict()), List.of()));
        return overview;
    }

    /// With commas between thousands.
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
