package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The columns of one file in the rows of the spine, in its order and without the key.
record Part(Source source, Spine spine) {
    /// DuckDB's own. All parts have the same, so that their chunks can share row groups.
    private static final int ROW_GROUP = 122_880;

    /// Writes it and proves what was written.
    ///
    /// @return rows
    long write(Session lane, Path file) throws SQLException, IOException {
        var columns = source.columns().stream()
                .map(each -> "f." + Sql.identifier(each.name()) + " AS " + Sql.identifier(each.as()))
                .collect(Collectors.joining(", "));
        var query = "SELECT %s FROM spine s LEFT JOIN read_parquet(%s) f ON f.%s = s.key ORDER BY s.place"
                .formatted(columns, Sql.text(source.file().toString()), Sql.identifier(spine.key()));
        lane.execute(Objects.requireNonNull(lane.dialect().writeParquet(query, file.toString(), ROW_GROUP)));
        var footer = Footer.read(file);
        var why = new PartProof(source, spine).against(lane, footer);
        if (!why.isEmpty()) {
            throw new IOException(source.name() + " was not aligned as it should be: " + why);
        }
        return footer.rows();
    }
}
