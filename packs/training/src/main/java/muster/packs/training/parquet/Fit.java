package muster.packs.training.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Whether files can stand side by side.
final class Fit {

    private Fit() {}

    /// Why they cannot: every reason, none if they can. Rows must be cut into the same groups, because a chunk
    /// belongs to one; names must differ, without regard to case, because engines read them so.
    static List<String> reasons(List<Footer> footers) {
        if (footers.isEmpty()) {
            return List.of("there is nothing to stitch");
        }
        var reasons = new ArrayList<String>();
        footers.forEach(footer -> reasons.addAll(cut(footers.getFirst(), footer)));
        reasons.addAll(repeated(footers));
        return reasons;
    }

    private static List<String> cut(Footer first, Footer footer) {
        return footer.cut().equals(first.cut())
                ? List.of()
                : List.of("%s has %d rows in groups of %s, but %s has %d in groups of %s"
                        .formatted(
                                footer.file().getFileName(),
                                footer.rows(),
                                footer.cut(),
                                first.file().getFileName(),
                                first.rows(),
                                first.cut()));
    }

    private static List<String> repeated(List<Footer> footers) {
        var names = new HashSet<String>();
        return footers.stream()
                .flatMap(footer -> footer.columns().stream()
                        .filter(column -> !names.add(column.name().toLowerCase(Locale.ROOT)))
                        .map(column -> "column %s of %s stands in another file too"
                                .formatted(column.name(), footer.file().getFileName())))
                .toList();
    }
}
