package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

/// What every engine has to keep that takes statements back together.
interface TransactionContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    @Test
    default void aCommitThatReturnsWithoutHavingCommittedIsFound() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        Scratch.figures(scratch.perform("views"));
        var lying = new TamperedAccess(scratch.access(), "", "", TamperedAccess.Commits.LIES);

        var result = scratch.performBy(lying, "run-1", "rename");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("the commit returned, but"));
        assertThat(scratch.catalog().tables()).containsExactly(WarehouseContract.OLD);
    }

    @Test
    default void afterAnErrorInABatchNothingOfItStays() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        var renames =
                List.of("ALTER TABLE %s RENAME TO moved".formatted(WarehouseContract.OLD), "ALTER TABLE a RENAME TO b");

        try (var session = Session.open(scratch.access())) {
            assertThatThrownBy(() -> session.executeTogether(renames)).isInstanceOf(SQLException.class);
        }

        assertThat(scratch.catalog().tables()).containsExactly(WarehouseContract.OLD);
    }
}
