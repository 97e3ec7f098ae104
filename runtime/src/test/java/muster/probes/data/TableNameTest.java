package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableNameTest {

    @Test
    void pointsPartANameUnlessTheyStandInsideMarks() {
        assertThat(TableName.of("prices")).isEqualTo(new TableName(null, "prices"));
        assertThat(TableName.of("main.prices")).isEqualTo(new TableName("main", "prices"));
        assertThat(TableName.of("a.main.prices")).isEqualTo(new TableName("main", "prices"));
        assertThat(TableName.of("\"odd.name\"")).isEqualTo(new TableName(null, "odd.name"));
        assertThat(TableName.of("`a.b`.`c`")).isEqualTo(new TableName("a.b", "c"));
        assertThat(TableName.of("\"a\"\"b\".c")).isEqualTo(new TableName("a\"b", "c"));
        assertThat(TableName.of("odd \"name")).isEqualTo(new TableName(null, "odd \"name"));
        assertThat(TableName.of("\"open.name")).isEqualTo(new TableName("\"open", "name"));
    }
}
