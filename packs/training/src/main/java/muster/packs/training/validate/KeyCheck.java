package muster.packs.training.validate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Keys: none NULL, none twice, strictly ascending, from the first to the last date, without a gap longer than allowed.
/// Of all columns only the key is read.
///
/// @param span the dates that must be covered
record KeyCheck(Span span) {

    /// @param from first day, empty if any
    /// @param until last day, likewise
    /// @param gap longest time between rows, in minutes
    record Span(String from, String until, int gap) {}

    List<Defect> of(Session engine, TrainingFile file) throws SQLException {
        if (!file.keyType().startsWith("TIMESTAMP") && !file.keyType().equals("DATE")) {
            return List.of(new Defect(
                    Defect.Kind.COLUMNS, file.key(), "is %s, and a key is a time".formatted(file.keyType())));
        }
        var facts = engine.one("""
                SELECT count(*) - count(k), count(k) - count(DISTINCT k), count(*) FILTER (WHERE k < before), min(k), max(k),
                  count(*) FILTER (WHERE k - before > to_minutes(%1$d)), max(k - before)
                FROM (SELECT k, lag(k) OVER () AS before FROM (SELECT CAST(%2$s AS TIMESTAMP) AS k FROM %3$s))""".formatted(span.gap(), Sql.identifier(file.key()), file.source()));
        var defects = new ArrayList<Defect>();
        add(defects, facts.number(0), new Defect(Defect.Kind.NULLS, file.key(), facts.text(0) + " rows have no key"));
        add(
                defects,
                facts.number(1),
                new Defect(Defect.Kind.DUPLICATES, file.key(), facts.text(1) + " rows repeat a key"));
        add(
                defects,
                facts.number(2),
                new Defect(Defect.Kind.ORDER, file.key(), facts.text(2) + " rows stand after a later one"));
        if (facts.number(5) > 0) {
            defects.add(new Defect(
                    Defect.Kind.DATES,
                    file.key(),
                    "%s gaps are longer than %d minutes, the longest %s"
                            .formatted(facts.text(5), span.gap(), facts.text(6))));
        }
        defects.addAll(covered(
                file,
                String.valueOf(facts.values().get(3)),
                String.valueOf(facts.values().get(4))));
        return defects;
    }

    /// Times are texts of one form, whose order is that of time.
    private List<Defect> covered(TrainingFile file, String first, String last) {
        var defects = new ArrayList<Defect>();
        if (!span.from().isEmpty() && first.compareTo(span.from() + " 24") > 0) {
            defects.add(
                    new Defect(Defect.Kind.DATES, file.key(), "begins at %s, after %s".formatted(first, span.from())));
        }
        if (!span.until().isEmpty() && last.compareTo(span.until()) < 0) {
            defects.add(
                    new Defect(Defect.Kind.DATES, file.key(), "ends at %s, before %s".formatted(last, span.until())));
        }
        return defects;
    }

    private static void add(List<Defect> defects, long count, Defect defect) {
        if (count > 0) {
            defects.add(defect);
        }
    }
}
