package muster.packs.training.validate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Targets: as many as expected; the last `h` rows of one with horizon `h` are NULL, for their future has not happened,
/// and the row before them is not; where the file has the column that it foretells, it is that column `h` rows later.
///
/// @param expected how many, 0 if any
record TargetCheck(int expected) {

    List<Defect> of(Session engine, TrainingFile file) throws SQLException {
        var defects = new ArrayList<Defect>();
        var targets = file.targets();
        if (targets.isEmpty() || (expected > 0 && targets.size() != expected)) {
            defects.add(new Defect(
                    Defect.Kind.TARGETS, "", "there are %d targets, expected %d".formatted(targets.size(), expected)));
        }
        if (targets.isEmpty()) {
            return defects;
        }
        var facts = engine.one(query(file, targets));
        for (int at = 0; at < targets.size(); at++) {
            defects.addAll(defects(
                    targets.get(at),
                    List.of(facts.number(3 * at), facts.number(3 * at + 1), facts.number(3 * at + 2))));
        }
        return defects;
    }

    /// Three figures per target, in one reading.
    private static String query(TrainingFile file, List<Target> targets) {
        var figures = new StringJoiner(", ");
        var columns = new StringJoiner(", ");
        var names = file.columns().stream().map(ColumnFacts::name).collect(Collectors.toSet());
        for (int at = 0; at < targets.size(); at++) {
            var target = targets.get(at);
            var own = Sql.identifier(target.name());
            var later = names.contains(target.of())
                    ? "lead(%s, %d) OVER (ORDER BY %s)"
                            .formatted(Sql.identifier(target.of()), target.horizon(), Sql.identifier(file.key()))
                    : own;
            columns.add("%s AS y%d, %s AS later%d".formatted(own, at, later, at));
            figures.add(
                    "count(y%1$d) FILTER (WHERE n > %2$d), count(y%1$d) FILTER (WHERE n = %2$d), count(*) FILTER (WHERE n <= %2$d AND y%1$d IS DISTINCT FROM later%1$d)"
                            .formatted(at, file.rows() - target.horizon()));
        }
        return "SELECT %s FROM (SELECT %s, row_number() OVER (ORDER BY %s) AS n FROM %s)"
                .formatted(figures, columns, Sql.identifier(file.key()), file.source());
    }

    private static List<Defect> defects(Target target, List<Long> facts) {
        var defects = new ArrayList<Defect>();
        if (facts.get(0) > 0) {
            defects.add(defect(
                    target,
                    "%d of the last %d rows have a value, though their future is not in the file"
                            .formatted(facts.get(0), target.horizon())));
        }
        if (facts.get(1) == 0) {
            defects.add(defect(
                    target, "the row before the last %d is NULL: its horizon is longer".formatted(target.horizon())));
        }
        if (facts.get(2) > 0) {
            defects.add(defect(
                    target,
                    "%d values are not %s %d rows later".formatted(facts.get(2), target.of(), target.horizon())));
        }
        return defects;
    }

    private static Defect defect(Target target, String what) {
        return new Defect(Defect.Kind.TARGETS, target.name(), what);
    }
}
