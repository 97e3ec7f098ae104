import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;

/// The tables that the benchmark of the warehouse begins with.
record WarehouseTables(WarehouseAccess access) {
    private static final String MINUTE = "TIMESTAMP '2020-01-01' + i * INTERVAL '1' MINUTE AS interval_time";

    /// One table of 8 values a minute for each name.
    void create(List<String> tables, int rows) throws SQLException {
        var columns = new StringBuilder(MINUTE);
        for (int i = 1; i <= 8; i++) {
            columns.append(", CAST(%s AS DOUBLE PRECISION) AS val%d".formatted("100 + sin(i * " + i + ")", i));
        }
        for (int from = 0; from < tables.size(); from += 200) {
            var statements = tables.subList(from, Math.min(tables.size(), from + 200)).stream()
                    .map(name -> "CREATE TABLE %s AS SELECT %s FROM generate_series(1, %d) AS r(i)"
                            .formatted(
                                    name,
                                    name.matches("cov_(agg|align)_.*|.*_bqx_.*")
                                            ? columns.toString().replace("100 +", "0.1 *")
                                            : columns,
                                    rows))
                    .toList();
            try (var session = Session.open(access)) {
                session.executeTogether(statements);
            }
        }
    }

    /// Nested windows with their copies, as the project had them.
    void createLags(List<String> tables, int rows) throws SQLException {
        try (var session = Session.open(access)) {
            for (var name : tables.stream()
                    .sorted((a, b) -> Boolean.compare(b.contains("_w"), a.contains("_w")))
                    .toList()) {
                var window = name.substring(name.lastIndexOf('_') + 1).replace("w", "");
                var variant = name.contains("bqx") ? "bqx" : "idx";
                var original =
                        "lag_" + variant + "_" + name.replaceAll("lag_(bqx_|idx_)?([a-z]{6})_.*", "$2") + "_w" + window;
                if (!name.equals(original)) {
                    session.execute("CREATE TABLE " + name + " AS SELECT * FROM " + original);
                    continue;
                }
                var columns = new StringBuilder(MINUTE);
                for (int i = 1; i <= 9; i++) {
                    columns.append(", 100 + sin(i * %d.1 + %s) AS x%d_%s".formatted(i, window, i, window));
                }
                session.execute("CREATE TABLE %s AS SELECT %s FROM generate_series(%s, %d) AS r(i)"
                        .formatted(name, columns, window, rows));
            }
        }
    }
}
