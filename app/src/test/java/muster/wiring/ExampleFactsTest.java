package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import muster.probes.data.TableFacts;
import org.junit.jupiter.api.Test;

/// Names and columns that the example carries.
class ExampleFactsTest {
    @Test
    void everyTableOfTheExampleHasColumnsOfKnownTypes() throws IOException {
        var tables = TableFacts.read(SmallExample.whole().resolve("facts"));

        assertThat(tables).hasSize(5_817);
        assertThat(tables.values())
                .allSatisfy(columns -> assertThat(columns)
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allMatch(column -> column.matches("\\w+ (TIMESTAMP|FLOAT64|INT64|STRING|BOOL)")));
    }
}
