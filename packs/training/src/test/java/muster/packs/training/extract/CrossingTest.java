package muster.packs.training.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.training.Desk;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that pass by way of text come out as they went in.
class CrossingTest {
    @TempDir
    Path folder;

    @Test
    void numbersTextsTimesAndNullsAreTheSameBitByBit() throws Exception {
        var desk = Desk.of(folder);
        var query = """
                SELECT i, CASE WHEN i % 5 = 0 THEN NULL ELSE (hash(i) % 1000003) / 7.0 END AS x, 1.0::DOUBLE / (i + 3) AS y,
                  TIMESTAMP '2025-01-01 00:00:00.000123' + i * INTERVAL '1' MINUTE AS at, i % 2 = 0 AS even,
                  CASE i % 4 WHEN 0 THEN '' WHEN 1 THEN 'it''s, "so"' WHEN 2 THEN '\\N' ELSE 'a' || chr(10) || 'b' END AS words
                FROM range(1000) r(i)""";

        try (var session = Session.open(desk.access())) {
            session.execute("CREATE TABLE t AS " + query);
            Crossing.write(session, TableQuery.of(session, "t", "i"), folder.resolve("t.parquet"));

            assertThat(session.one("SELECT count(*) FROM (FROM t EXCEPT ALL FROM read_parquet('" + folder
                                    + "/t.parquet'))")
                            .number(0))
                    .isZero();
        }
        assertThat(folder.resolve("t.parquet.csv")).doesNotExist();
    }
}
