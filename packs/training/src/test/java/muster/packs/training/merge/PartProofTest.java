package muster.packs.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.training.Desk;
import muster.packs.training.parquet.Footer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts that were made wrong on purpose.
class PartProofTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void aFile() throws Exception {
        desk = Desk.of(folder);
        desk.file("spine.parquet", "SELECT i AS k FROM range(100) r(i)");
        desk.file("a.parquet", "SELECT i AS k, i * 1.5::DOUBLE AS x, i % 5 AS y FROM range(10, 100) r(i)");
    }

    @Test
    void aRightPartPassesWhateverTheOrderOfItsFile() throws Exception {
        assertThat(verdict("SELECT x, y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .isEmpty();
        desk.file(
                "a.parquet",
                "SELECT i AS k, i * 1.5::DOUBLE AS x, i % 5 AS y FROM range(10, 100) r(i) ORDER BY hash(i)");
        assertThat(verdict("SELECT x, y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .isEmpty();
    }

    @Test
    void lostAndDoubledRowsAreSeen() throws Exception {
        assertThat(verdict("SELECT x, y FROM @a.parquet ORDER BY k")).isEqualTo("it has 90 rows, the spine 100");
    }

    @Test
    void aColumnThatIsShiftedByOneRowIsSeen() throws Exception {
        assertThat(
                        verdict(
                                "SELECT lag(x) OVER (ORDER BY k) AS x, y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .contains("the values of x are not beside");
    }

    @Test
    void aValueThatBecameNullIsSeen() throws Exception {
        assertThat(verdict("SELECT x, nullif(y, 4) AS y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .contains("the values of y are not beside");
    }

    @Test
    void aChangedTypeIsSeen() throws Exception {
        assertThat(verdict("SELECT x::FLOAT AS x, y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .isEqualTo("column x DOUBLE became x FLOAT");
    }

    @Test
    void aChangeInTheTwelfthDigitIsSeen() throws Exception {
        assertThat(
                        verdict(
                                "SELECT CASE WHEN k = 50 THEN x + 1e-12 ELSE x END AS x, y FROM @spine.parquet LEFT JOIN @a.parquet USING (k) ORDER BY k"))
                .contains("the values of x are not beside");
    }

    private String verdict(String query) throws Exception {
        desk.file("part.parquet", query.replaceAll("@([\\w.]+)", "(FROM read_parquet('" + folder + "/$1'))"));
        try (var engine = Lane.engine()) {
            var spine = Spine.read(engine, folder.resolve("spine.parquet"), "k");
            var source = Source.read(
                    folder.resolve("a.parquet"), new Source.Wish("k", Source.Names.PLAIN, java.util.List.of()));
            try (var lane = Lane.open(spine)) {
                return new PartProof(source, spine, KeyFacts.of(lane, source, spine))
                        .against(lane, Footer.read(folder.resolve("part.parquet")));
            }
        }
    }
}
