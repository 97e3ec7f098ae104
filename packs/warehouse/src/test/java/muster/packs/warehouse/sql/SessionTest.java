package muster.packs.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    @TempDir
    Path folder;

    @Test
    void afterTheFirstErrorNothingOfABatchStays() throws Exception {
        try (var session = Session.open(new DuckDbFile(folder.resolve("one.duckdb")))) {
            assertThatThrownBy(() -> session.executeTogether(
                            List.of("CREATE TABLE first(id INTEGER)", "ALTER TABLE nobody RENAME TO somebody")))
                    .isInstanceOf(SQLException.class);

            assertThat(Catalog.read(session).tables()).isEmpty();
        }
    }

    @Test
    void theEngineItselfWouldCommitThePartThatWorked() throws Exception {
        try (var connection = new DuckDbFile(folder.resolve("two.duckdb")).open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE first(id INTEGER)");
            assertThatThrownBy(() -> statement.execute("ALTER TABLE nobody RENAME TO somebody"))
                    .isInstanceOf(SQLException.class);

            connection.commit();

            try (var reader = connection.createStatement()) {
                assertThat(reader.executeQuery("SELECT * FROM first").next()).isFalse();
            }
        }
    }
}
