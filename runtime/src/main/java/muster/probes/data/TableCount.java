package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// How many tables a database has, by two paths that share no query. Views and our own scratch tables are not
/// counted.
record TableCount(long first, long second) {

    static TableCount of(Reader reader) throws SQLException {
        var relations = new Relations(reader);
        return new TableCount(counted(relations.second()), counted(relations.own()));
    }

    private static long counted(List<Relation> all) {
        return all.stream()
                .filter(one -> one.isTable() && !ScratchName.isOurs(one.name()))
                .count();
    }

    /// Nothing is concluded from counts that differ, nor from none.
    Observation judged(String kind, String database, LongFunction<Observation> ofAgreed) {
        return verdict(kind, database, ofAgreed)
                .with("tables", first)
                .with("tables-second-path", second)
                .found(PageSizes.alarm(first, database));
    }

    private Observation verdict(String kind, String database, LongFunction<Observation> ofAgreed) {
        if (first != second) {
            var message = "one path counts " + first + " tables, the other " + second;
            return Observation.inconclusive(kind, database, message)
                    .found(Findings.defect(
                            "paths-disagree",
                            database,
                            message + ". Maybe the user may not see all of them, or a table was made meanwhile"));
        }
        return first == 0
                ? Observation.inconclusive(kind, database, "no tables at all, which proves nothing")
                        .found(Findings.remark("no-rows", database, "the listing is empty"))
                : ofAgreed.apply(first);
    }

    static Observation differs(String kind, String database, String code, String message) {
        return Observation.fail(kind, database, AssuranceLevel.EXISTS, message)
                .found(Findings.defect(code, database, message));
    }
}
