package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Matcher;
import muster.plan.Probing;

/// Whether a query gives what it should. It can only read.
record QueryProbe(Databases databases) {
    private static final String KIND = "query";

    /// So many first values are kept as evidence.
    private static final int SHOWN = 20;

    List<Observation> of(DataProbe.Query expected, Probing probing) {
        var refusal = SelectOnly.refusal(expected.sql());
        if (!refusal.isEmpty()) {
            return List.of(Observation.error(KIND, expected.database(), "the query is refused: " + refusal)
                    .about(List.of(expected.sql())));
        }
        return databases
                .reading(KIND, expected.database(), Limits.of(probing), reader -> asked(reader, expected, probing))
                .stream()
                .map(seen -> seen.about(List.of(expected.sql())))
                .toList();
    }

    private static List<Observation> asked(Reader reader, DataProbe.Query expected, Probing probing)
            throws SQLException {
        var unsafe = reader.readsFiles();
        if (!unsafe.isEmpty()) {
            return List.of(Observation.notRun(KIND, expected.database(), unsafe));
        }
        var sql = SelectOnly.bare(expected.sql());
        var need = new Spending.Need(KIND, expected.database(), new ExplainedCost(reader), List.of(sql));
        return Spending.within(probing.budget(), need, () -> List.of(judged(expected, reader.values(sql))));
    }

    private static Observation judged(DataProbe.Query expected, List<Value> rows) {
        var notes = new Notes(expected.database());
        notes.measured("rows", rows.size());
        if (rows.isEmpty()) {
            notes.open("no-rows", "the query gives no rows, which proves nothing");
        } else if (rows.size() > Reader.MOST_ROWS) {
            notes.open("too-many-rows", "it gives more than " + Reader.MOST_ROWS + " rows; let it aggregate them");
        } else {
            var value = isOfLists(expected.values()) || rows.size() > 1 ? new Value.Many(rows) : rows.getFirst();
            notes.compared("value-differs", "the query", Matching.match(expected.values(), value));
            notes.found(rows.size() > 1 ? PageSizes.alarm(rows.size(), expected.database()) : List.of());
        }
        return notes.judged(KIND, "the query gives what it should").printing(shown(rows));
    }

    /// What is asked of lists is asked of a single row too.
    private static boolean isOfLists(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Each _, Matcher.Exactly _, Matcher.Length _ -> true;
            case Matcher.All(var all) -> all.stream().anyMatch(QueryProbe::isOfLists);
            case Matcher.Any(var any) -> any.stream().anyMatch(QueryProbe::isOfLists);
            case Matcher.Not(var not) -> isOfLists(not);
            case Matcher.Equal _,
                    Matcher.Matches _,
                    Matcher.Contains _,
                    Matcher.AtLeast _,
                    Matcher.AtMost _,
                    Matcher.InRange _,
                    Matcher.OneOf _ -> false;
        };
    }

    private static String shown(List<Value> rows) {
        var first = rows.stream().limit(SHOWN).map(QueryProbe::text).toList();
        return String.join("\n", first) + (rows.size() > SHOWN ? "\n[...]" : "");
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Numeric(var number) -> number.toPlainString();
            case Value.Many(var many) -> many.toString();
            case Value.Absent _ -> "NULL";
        };
    }
}
