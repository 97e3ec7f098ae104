package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probing;

/// Whether a database can be connected to, and which version answers.
record AnswersProbe(Databases databases) {

    List<Observation> of(DataProbe.Answers expected, Probing probing) {
        return databases.reading(
                "answers", expected.database(), Limits.of(probing), reader -> List.of(answered(reader, expected)));
    }

    private static Observation answered(Reader reader, DataProbe.Answers expected) throws SQLException {
        var notes = new Notes(expected.database());
        var version = version(reader);
        var product = reader.connection().getMetaData().getDatabaseProductName();
        notes.measured("product", product);
        notes.measured("version", version);
        var matcher = expected.version();
        if (matcher != null) {
            notes.compared("version-differs", "version", Matching.match(matcher, new Value.Text(version)));
        }
        return notes.judged("answers", product + " " + version + " answers");
    }

    /// Without what a distributor writes behind it, or a letter before.
    private static String version(Reader reader) throws SQLException {
        var sql = switch (reader.engine()) {
            case DUCKDB -> "SELECT ltrim(version(), 'v')";
            case POSTGRESQL -> "SELECT split_part(current_setting('server_version'), ' ', 1)";
            case SQLITE -> "SELECT sqlite_version()";
        };
        return reader.column(sql).getFirst();
    }
}
