package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names and columns that the example carries.
class TableFactsTest {
    @TempDir
    Path folder;

    @Test
    void theWindowOfATableGoesIntoItsColumnNames() throws IOException {
        facts("lag_eurusd_45");

        assertThat(TableFacts.read(folder)).containsOnlyKeys("lag_eurusd_45");
        assertThat(TableFacts.read(folder).get("lag_eurusd_45")).containsExactly("t TIMESTAMP", "lag_45 FLOAT64");
    }

    @Test
    void aTableWithoutARuleIsNamed() throws IOException {
        facts("lag_eurusd_46");

        assertThatThrownBy(() -> TableFacts.read(folder)).hasMessageContaining("matches table lag_eurusd_46");
    }

    private void facts(String table) throws IOException {
        Files.writeString(folder.resolve("tables.csv"), "table_name\n" + table + "\n");
        Files.writeString(folder.resolve("schemas.json"), """
                {"symbols": {"pair": ["eurusd"], "w": ["45", "90"]},
                 "lists": {"lag": ["t TIMESTAMP", "lag_{w} FLOAT64"]},
                 "rules": [{"tables": "lag_{pair}_{w}", "columns": "lag"}]}
                """);
    }
}
