package muster.packs.bigquery;

import java.net.URI;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `bigquery://PROJECT/DATASET?most-bytes=N&endpoint=URL`.
///
/// @param mostBytes that one job may be billed; null for any
/// @param endpoint a double on this machine, which gets no credential; null for BigQuery
record BigQueryAddress(
        String project,
        String dataset,
        @Nullable Long mostBytes,
        @Nullable URI endpoint) {
    static final String SCHEME = "bigquery://";

    private static final Pattern FORM = Pattern.compile("bigquery://([a-z0-9.:-]+)/(\\w+)(?:\\?(.*))?");
    private static final Pattern BYTES = Pattern.compile("most-bytes=([1-9]\\d{0,17})");
    private static final Pattern LOOPBACK = Pattern.compile("endpoint=(http://127\\.0\\.0\\.1:\\d{1,5})");

    /// @throws SQLException if the words are no such address
    static BigQueryAddress of(String words) throws SQLException {
        var form = FORM.matcher(words);
        if (!form.matches()) {
            throw new SQLException("'" + words + "' is no data set of BigQuery\nMaybe bigquery://PROJECT/DATASET");
        }
        var address = new BigQueryAddress(form.group(1), form.group(2), null, null);
        var options = form.group(3);
        for (var option : options == null ? new String[0] : options.split("&")) {
            address = address.with(option);
        }
        return address;
    }

    private BigQueryAddress with(String option) throws SQLException {
        var bytes = BYTES.matcher(option);
        if (bytes.matches()) {
            return new BigQueryAddress(project, dataset, Long.valueOf(bytes.group(1)), endpoint);
        }
        var loopback = LOOPBACK.matcher(option);
        if (loopback.matches()) {
            return new BigQueryAddress(project, dataset, mostBytes, URI.create(loopback.group(1)));
        }
        throw new SQLException(
                "'" + option
                        + "' is no option of a BigQuery address\nMaybe most-bytes=N, or endpoint=http://127.0.0.1:PORT for tests");
    }
}
