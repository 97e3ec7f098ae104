package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import muster.charts.Implied.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which links of a graph are drawn, against a search of every way.
class GraphLinksTest {
    private static final int NODES = 14;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aLinkIsImpliedIfAndOnlyIfThereIsADetour(long seed) {
        var links = random(seed);

        var implied = new Implied(NODES, List.copyOf(links));

        for (var link : links) {
            var others = new HashSet<>(links);
            others.remove(link);
            assertThat(implied.isImplied(link.from(), link.to()))
                    .as("%s of %s", link, links)
                    .isEqualTo(leads(others, link.from(), link.to()));
        }
        for (int from = 0; from < NODES; from++) {
            for (int to = 0; to < NODES; to++) {
                assertThat(implied.leads(from, to)).isEqualTo(leads(links, from, to));
            }
        }
    }

    @Test
    void aRingIsRefused() {
        assertThatThrownBy(() -> new Implied(2, List.of(new Pair(0, 1), new Pair(1, 0))))
                .hasMessageContaining("ring");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void jointsSayTheSameWithFewerLines(long seed) {
        var links = random(seed);
        var marked = Set.of(links.iterator().next());

        var drawn = Joints.of(NODES, links, marked, node -> node / 5);

        assertThat(drawn.links()).hasSizeLessThanOrEqualTo(links.size());
        assertThat(throughJoints(Set.copyOf(drawn.links()))).isEqualTo(links);
        assertThat(throughJoints(drawn.marked())).isEqualTo(marked);
    }

    @Test
    void aPhaseAfterAPhaseTakesOneJoint() {
        var links = new LinkedHashSet<Pair>();
        for (int from = 0; from < 5; from++) {
            for (int to = 5; to < 10; to++) {
                links.add(new Pair(from, to));
            }
        }

        var drawn = Joints.of(10, links, Set.of(), node -> node / 5);

        assertThat(drawn.links()).hasSize(10).allMatch(link -> link.from() == 10 || link.to() == 10);
    }

    private static Set<Pair> random(long seed) {
        var random = new Random(seed);
        double share = 0.15 + 0.5 * random.nextDouble();
        var links = new LinkedHashSet<Pair>();
        links.add(new Pair(0, 1));
        for (int to = 1; to < NODES; to++) {
            for (int from = 0; from < to; from++) {
                if (random.nextDouble() < share) {
                    links.add(new Pair(from, to));
                }
            }
        }
        return links;
    }

    private static boolean leads(Set<Pair> links, int from, int to) {
        return links.stream()
                .filter(link -> link.from() == from)
                .anyMatch(link -> link.to() == to || leads(links, link.to(), to));
    }

    /// The pairs of nodes that lines join, directly or by joints.
    private static Set<Pair> throughJoints(Set<Pair> lines) {
        var joined = new HashSet<Pair>();
        var open = new ArrayList<>(
                lines.stream().filter(line -> line.from() < NODES).toList());
        while (!open.isEmpty()) {
            var line = open.removeLast();
            if (line.to() < NODES) {
                joined.add(line);
            } else {
                lines.stream()
                        .filter(next -> next.from() == line.to())
                        .forEach(next -> open.add(new Pair(line.from(), next.to())));
            }
        }
        return joined;
    }
}
