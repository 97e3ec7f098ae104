package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {

    /// Any partial permutation of names, played statement by statement, ends where it was to end, never over
    /// a name that is there; and backwards it ends where it began.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyExchangeOfNamesCanBePlayedForwardsAndBackwards(int seed) {
        var random = new Random(seed);
        var wanted = renamings(random);
        var live = new HashMap<String, String>();
        wanted.forEach(each -> live.put(each.from(), each.from()));
        var before = Map.copyOf(live);

        var steps =
                Chain.of(wanted).stream().flatMap(each -> each.steps().stream()).toList();
        steps.forEach(step -> move(live, step.from(), step.to()));

        assertThat(live).isEqualTo(wanted.stream().collect(Collectors.toMap(Renaming::to, Renaming::from)));
        steps.reversed().forEach(step -> move(live, step.to(), step.from()));
        assertThat(live).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatTheJournalSaysAddsUpToWhatWasAskedFor(int seed) {
        var wanted = renamings(new Random(seed));

        var changes = Chain.of(wanted).stream()
                .flatMap(each -> each.steps().stream())
                .map(step -> new Change(Change.Kind.RENAMED, step.from(), step.to(), 0, "", 0))
                .toList()
                .reversed();

        assertThat(Change.sum(changes)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(Change.before(changes))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(Renaming::from).toList());
    }

    /// Some names change to others, of which some are given up and some are new.
    private static List<Renaming> renamings(Random random) {
        var names = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            names.add("t" + i);
        }
        var targets = new ArrayList<>(names);
        targets.add("new1");
        targets.add("new2");
        Collections.shuffle(targets, random);
        var wanted = new ArrayList<Renaming>();
        for (int i = 0; i < names.size(); i++) {
            wanted.add(new Renaming(names.get(i), targets.get(i)));
        }
        wanted.removeIf(each -> each.from().equals(each.to()));
        return wanted;
    }

    private static void move(Map<String, String> live, String from, String to) {
        assertThat(live).containsKey(from).doesNotContainKey(to);
        live.put(to, live.remove(from));
    }
}
