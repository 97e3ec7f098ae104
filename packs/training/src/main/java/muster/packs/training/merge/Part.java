package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The columns of one file in the rows of the spine, in its order and without the key.
record Part(Source source, Spine spine, KeyFacts keys) {
    /// DuckDB's own. All parts have the same, so that their chunks can share row groups.
    private static final int ROW_GROUP = 122_880;

    /// Writes it and proves what was written.
    ///
    /// @return rows
    long write(Session lane, Path file) throws SQLException, IOException {
        var why = isRun() ? written(lane, file, run()) : "it has to be joined";
        if (!why.isEmpty()) {
            why = written(lane, file, join());
        }
        if (!why.isEmpty()) {
            throw new IOException(source.name() + " was not aligned as it should be: " + why);
        }
        return spine.rows();
    }

    /// Beyond one row group the engine does not keep the order of a union, which the proof would find.
    private boolean isRun() {
        return keys.isRun() && (keys.head() == 0 || spine.rows() <= ROW_GROUP);
    }

    private String written(Session lane, Path file, String query) throws SQLException, IOException {
        lane.execute(Objects.requireNonNull(lane.dialect().writeParquet(query, file.toString(), ROW_GROUP)));
        return new PartProof(source, spine, keys).against(lane, Footer.read(file));
    }

    /// The rows as they stand, after NULLs for the keys that the file has not.
    private String run() {
        return "SELECT %s FROM range(%d) UNION ALL SELECT %s FROM read_parquet(%s) f"
                .formatted(
                        columns(each -> "NULL"),
                        keys.head(),
                        columns(each -> "f." + Sql.identifier(each.name())),
                        Sql.file(source.file().toString()));
    }

    private String join() {
        return "SELECT %s FROM spine s LEFT JOIN read_parquet(%s) f ON f.%s = s.key ORDER BY s.place"
                .formatted(
                        columns(each -> "f." + Sql.identifier(each.name())),
                        Sql.file(source.file().toString()),
                        Sql.identifier(spine.key()));
    }

    private String columns(Function<Source.Taken, String> expression) {
        return source.columns().stream()
                .map(each -> expression.apply(each) + " AS " + Sql.identifier(each.as()))
                .collect(Collectors.joining(", "));
    }
}
