package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedColumnsTest {
    private final SortedColumns<String, Integer> columns = new SortedColumns<>(3);

    @Test
    void entriesInOrderAreASortedMap() {
        columns.add("a", 1);
        columns.add("b", 2);
        columns.add("c", 3);

        var twin = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
        assertThat(columns).isEqualTo(twin);
        assertThat(columns.entrySet()).containsExactlyElementsOf(twin.entrySet());
        assertThat(columns.firstKey()).isEqualTo("a");
        assertThat(columns.lastKey()).isEqualTo("c");
        assertThat(columns.subMap("a", "c")).isEqualTo(twin.subMap("a", "c"));
        assertThat(columns.headMap("b")).isEqualTo(twin.headMap("b"));
        assertThat(columns.tailMap("b")).isEqualTo(twin.tailMap("b"));
    }

    @Test
    void aKeyThatDoesNotComeAfterTheOneBeforeIsUnreadable() {
        columns.add("b", 1);

        assertThatThrownBy(() -> columns.add("b", 2)).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> columns.add("a", 2)).isInstanceOf(UnreadableEntry.class);
    }
}
