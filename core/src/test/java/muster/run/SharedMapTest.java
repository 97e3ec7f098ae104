package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against `TreeMap`, which does the same by copying.
class SharedMapTest {
    private static final int CHANGES = 400;

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsPutAndRemovedItHoldsWhatATreeMapHolds(int seed) {
        var random = new Random(seed);
        var twin = new TreeMap<Integer, Integer>();
        var map = SharedMap.of(new TreeMap<Integer, Integer>(), value -> 1 << value);

        for (var i = 0; i < CHANGES; i++) {
            var key = random.nextInt(60);
            if (random.nextInt(3) == 0) {
                map = map.without(key);
                twin.remove(key);
            } else {
                var value = random.nextInt(8);
                map = map.with(key, value);
                twin.put(key, value);
            }
            assertThat(map.entrySet()).containsExactlyElementsOf(twin.entrySet());
            assertThat(map).hasSize(twin.size());
            assertThat(map.signs())
                    .isEqualTo(
                            twin.values().stream().mapToInt(each -> 1 << each).reduce(0, (a, b) -> a | b));
            assertThat(map.having(0b101).stream().map(Map.Entry::getKey).toList())
                    .isEqualTo(twin.entrySet().stream()
                            .filter(each -> each.getValue() == 0 || each.getValue() == 2)
                            .map(Map.Entry::getKey)
                            .toList());
        }
        assertThat(map).isEqualTo(twin);
        assertThat(SharedMap.of(twin)).isEqualTo(map);
    }

    @Test
    void aChangeLeavesTheMapBeforeAsItWas() {
        var before = SharedMap.of(new TreeMap<>(Map.of("a", 1, "b", 2)));

        var after = before.with("c", 3).without("a");

        assertThat(before).containsExactlyInAnyOrderEntriesOf(Map.of("a", 1, "b", 2));
        assertThat(after).containsExactlyInAnyOrderEntriesOf(Map.of("b", 2, "c", 3));
        assertThat(after.firstKey()).isEqualTo("b");
        assertThat(after.lastKey()).isEqualTo("c");
    }

    /// An unbalanced tree of so many keys in order would be as deep as it is large.
    @Test
    void keysInOrderDoNotMakeADeepTree() {
        var map = SharedMap.of(new TreeMap<Integer, Integer>());

        for (var key = 0; key < 100_000; key++) {
            map = map.with(key, key);
        }

        assertThat(map.get(99_999)).isEqualTo(99_999);
        assertThat(map.last(value -> value < 7)).isEqualTo(6);
    }
}
