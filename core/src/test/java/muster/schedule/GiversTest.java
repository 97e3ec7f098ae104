package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GiversTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theFirstWhoGivesBackACapacityAtAnInstantCounts(long seed) {
        var random = new Random(seed);
        var givers = new Givers();
        var twin = new HashMap<String, Integer>();

        for (int item = 0; item < 5_000; item++) {
            int capacity = random.nextInt(4);
            long hour = 3_600L * (random.nextInt(3_000) - 1_500);
            givers.add(item, capacity, hour);
            twin.putIfAbsent(capacity + " " + hour, item);
        }

        for (int capacity = 0; capacity < 5; capacity++) {
            for (long hour = -1_501; hour <= 1_501; hour++) {
                assertThat(givers.at(capacity, 3_600 * hour))
                        .isEqualTo(twin.getOrDefault(capacity + " " + 3_600 * hour, Givers.NOBODY));
            }
        }
    }
}
