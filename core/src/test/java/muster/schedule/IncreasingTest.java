package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Places of numbers against their twin, a look at all values.
class IncreasingTest {
    @Test
    void findsTheSamePlacesAsALookAtAllValues() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var numbers = new Increasing(1 + random.nextInt(8));
            var values = new ArrayList<Long>();
            long value = random.nextInt(1_000) - 500L;
            for (int count = random.nextInt(60); count > 0; count--) {
                numbers.add(value);
                values.add(value);
                value += 1 + random.nextInt(1 << random.nextInt(10));
                assertSame(numbers, values, random.nextLong(-600, value + 600), seed);
            }
            for (long asked = -600; asked < value + 600; asked += 1 + random.nextInt(5)) {
                assertSame(numbers, values, asked, seed);
            }
        }
    }

    private static void assertSame(Increasing numbers, List<Long> values, long asked, long seed) {
        long twin = values.stream().filter(each -> each <= asked).count() - 1;
        assertThat(numbers.lastAtMost(asked)).as("seed %d, %d", seed, asked).isEqualTo((int) twin);
    }
}
