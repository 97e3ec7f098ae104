package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import muster.charts.Implied.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseClustersTest {
    @Test
    void whatFitsStaysAsItIs() {
        assertThat(of(3, List.of(new Pair(0, 1), new Pair(1, 2)), 3)).containsExactly(0, 1, 2);
    }

    @Test
    void phasesBetweenTheSameTwoAreOne() {
        var links = new ArrayList<Pair>();
        for (int phase = 1; phase < 9; phase++) {
            links.add(new Pair(0, phase));
            links.add(new Pair(phase, 9));
        }

        assertThat(of(10, links, 4)).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 2);
    }

    @Test
    void whatTheEndHangsOnStandsApartFromItsLikes() {
        var links = List.of(new Pair(0, 1), new Pair(0, 2), new Pair(0, 3), new Pair(0, 4));

        assertThat(PhaseClusters.of(5, links, phase -> phase == 0 || phase == 3, 3))
                .containsExactly(0, 1, 1, 2, 1);
    }

    @Test
    void aLongRowIsCutIntoEqualParts() {
        var links = IntStream.range(1, 40)
                .mapToObj(phase -> new Pair(phase - 1, phase))
                .toList();

        var clusters = of(40, links, 10);

        assertThat(clusters).isSorted();
        assertThat(IntStream.of(clusters).distinct().count()).isEqualTo(10);
        assertThat(IntStream.of(clusters).filter(each -> each == 0).count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheLinksFewEnoughAreLeftAndNoRingArises(long seed) {
        var random = new Random(seed);
        int phases = 600 + random.nextInt(600);
        Set<Pair> links = new LinkedHashSet<>();
        for (int link = 0; link < 2 * phases; link++) {
            int to = 1 + random.nextInt(phases - 1);
            links.add(new Pair(random.nextInt(to), to));
        }

        int[] clusters = PhaseClusters.of(phases, links, phase -> phase % 7 == 0, 100);

        int left = IntStream.of(clusters).max().orElseThrow() + 1;
        assertThat(left).isBetween(2, 100);
        assertThat(IntStream.of(clusters).distinct().count()).isEqualTo(left);
        assertThat(links).allMatch(link -> clusters[link.from()] <= clusters[link.to()]);
    }

    private static int[] of(int phases, List<Pair> links, int most) {
        return PhaseClusters.of(phases, links, _ -> false, most);
    }
}
