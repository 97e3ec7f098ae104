package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.observation.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedTablesTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name\nOrders\nreturns\ncustomers\n",
                "orders\nreturns\ncustomers\n",
                "rows,table_name\n1,\"orders\"\n2,returns\n\n3,customers\n"
            })
    void theNamesOfAListingAreRead(String text) throws IOException {
        Files.writeString(root.resolve("tables.csv"), text);

        var listed = ListedTables.in(new Ground(root));

        assertThat(listed).isNotNull();
        assertThat(listed.names()).containsExactly("customers", "orders", "returns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name\norders\n",
                "legs,price\n4,10\n3,20\n4,30\n",
                "name\noak table\npine table\nglass table\n",
                "orders,1\nreturns,2\ncustomers,3\n"
            })
    void whatIsNoListingOfTablesIsNotTakenForOne(String text) throws IOException {
        Files.writeString(root.resolve("tables.csv"), text);

        assertThat(ListedTables.in(new Ground(root))).isNull();
    }

    @Test
    void ofTwoListingsNobodyKnowsWhichCounts() throws IOException {
        Files.writeString(root.resolve("tables.csv"), "a_a\nb_b\nc_c\n");
        Files.writeString(root.resolve("tables.txt"), "a_a\nb_b\nc_c\n");

        assertThat(ListedTables.in(new Ground(root))).isNull();
    }
}
