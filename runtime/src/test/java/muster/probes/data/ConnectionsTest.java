package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.ProbeResult;
import muster.plan.DataProbe;
import muster.plan.Matcher;
import muster.plan.Probing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final Connections HERE = new Connections(Map.of("SECRET", "hunter22-secret"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsOpenedForReadingCannotBeWritten(Engine engine) {
        var stock = Stocked.of(engine, folder);

        assertThatThrownBy(() -> {
                    try (var connection = stock.opener(Access.READ).open()) {
                        Databases.execute(connection, "CREATE TABLE made (id INTEGER)");
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(stock.tables()).isEmpty();
    }

    @Test
    void aFileIsRecognisedByWhatItHolds() {
        Stocked.of(Engine.DUCKDB, folder);
        Stocked.of(Engine.SQLITE, folder);

        assertThat(HERE.opener(folder.resolve("stock.duckdb").toString(), Access.READ))
                .isInstanceOf(Connected.Ready.class);
        assertThat(HERE.opener(folder.resolve("stock.sqlite").toString(), Access.READ))
                .isInstanceOf(Connected.Ready.class);
        assertThat(HERE.opener("jdbc:sqlite:" + folder.resolve("stock.sqlite"), Access.READ))
                .isInstanceOf(Connected.Ready.class);
        assertThat(problem(folder + "/none")).contains("cannot be read");
    }

    @Test
    void aFileThatIsNotThereIsNotMade() {
        for (var scheme : new String[] {"duckdb:", "sqlite:"}) {
            var ready = (Connected.Ready) HERE.opener(scheme + folder.resolve("new"), Access.SCRATCH);

            assertThatThrownBy(() -> ready.opener().open()).hasMessageContaining("there is no file");
            assertThat(folder.resolve("new")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:hunter22@localhost/shop",
                "jdbc:postgresql://localhost/shop?user=me&password=hunter22",
                "postgres://me:@localhost/shop"
            })
    void aPasswordInTheAddressIsRefusedAndNotRepeated(String address) {
        assertThat(problem(address))
                .contains("password must not stand in the address")
                .doesNotContain("hunter22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/shop?socketFactory=evil",
                "postgresql://localhost/shop?loggerFile=/tmp/x",
                "postgresql:///shop",
                "postgresql://localhost/",
                "postgresql://a b/shop",
                "mysql://localhost/shop",
                "duckdb:/tmp/x?access_mode=READ_WRITE",
                "sqlite:/tmp/x?open_mode=6",
                "postgresql://localhost/shop?password-env=NOT_SET"
            })
    void whatCannotBeUsedIsRefused(String address) {
        assertThat(problem(address)).isNotEmpty();
    }

    @Test
    void aPasswordComesFromTheEnvironmentAndIsToBeRedacted() {
        var ready = (Connected.Ready) HERE.opener("postgresql://me@localhost/shop?password-env=SECRET", Access.READ);

        assertThat(ready.secrets()).containsExactly("hunter22-secret");
        assertThat(ready.opener().access()).isEqualTo(Access.READ);
    }

    @Test
    void aQueryCannotReadOtherFiles() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        var stock = Stocked.of(Engine.DUCKDB, folder);

        for (var from : new String[] {"read_text('" + secret + "')", "'" + secret + "'", "\"" + secret + "\""}) {
            var seen = stock.query("SELECT * FROM " + from, new Matcher.Not(new Matcher.Equal("")));
            assertThat(seen.result()).isEqualTo(ProbeResult.ERROR);
        }
    }

    @Test
    void aConnectionThatCouldReadOtherFilesIsNotAsked() {
        var openers = new TreeMap<String, DatabaseOpener>();
        openers.put("open", () -> DriverManager.getConnection("jdbc:duckdb:"));
        openers.put("confined", () -> Connections.confined(DriverManager.getConnection("jdbc:duckdb:")));

        assertThat(one(openers, "open")).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(one(openers, "confined")).isEqualTo(ProbeResult.PASS);
    }

    private static ProbeResult one(SortedMap<String, DatabaseOpener> openers, String database) {
        var query = new DataProbe.Query(database, "SELECT 1", new Matcher.Equal("1"));
        return new DataProbes(openers)
                .of(query, Probing.ONCE, Stocked.NOW)
                .getFirst()
                .result();
    }

    private static String problem(String spec) {
        return HERE.opener(spec, Access.READ) instanceof Connected.Refused refused ? refused.problem() : "";
    }
}
