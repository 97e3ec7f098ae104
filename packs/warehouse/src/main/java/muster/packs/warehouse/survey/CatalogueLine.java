package muster.packs.warehouse.survey;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.csv.CsvText;
import muster.packs.warehouse.naming.Code;
import muster.packs.warehouse.naming.ColumnVerdict;
import muster.packs.warehouse.naming.Flaw;
import muster.packs.warehouse.naming.Verdict;

/// One column of one table.
///
/// @param type as the engine calls it
/// @param rows of the table
record CatalogueLine(Verdict table, ColumnVerdict column, String type, long rows) {
    static final String HEADER = "table,family,variant,column,type,kind,rows,table_codes,column_codes";

    static final Comparator<CatalogueLine> ORDER = Comparator.<CatalogueLine, String>comparing(
                    each -> each.table().table())
            .thenComparing(each -> each.column().column());

    private static final List<String> NO_FEATURES = List.of("reserved", "target");

    /// Whether it is neither a name that the standard reserves nor a target.
    boolean isFeature() {
        return !NO_FEATURES.contains(column.kind());
    }

    String csv() {
        return List.of(
                        table.table(),
                        table.category(),
                        table.variant().token(),
                        column.column(),
                        type,
                        isFeature() ? "feature" : column.kind(),
                        Long.toString(rows),
                        codes(table.flaws()),
                        codes(column.flaws()))
                .stream()
                .map(CsvText::cell)
                .collect(Collectors.joining(","));
    }

    private static String codes(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::code).map(Code::name).collect(Collectors.joining("|"));
    }
}
