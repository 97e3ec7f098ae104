package muster.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;

/// Random small plans against a twin that takes away whatever waits for nothing until only rings are left.
class WaitsTest {
    private static final int PLANS = 2_000;
    private static final int TASKS = 3;

    @Test
    void aPlanIsWrongIfAndOnlyIfSomethingInItWaitsForItself() {
        int wrong = 0;
        for (long seed = 0; seed < PLANS; seed++) {
            var random = new Random(seed);
            Map<String, List<String>> waits = new HashMap<>();
            var text = plan(random, waits);

            var read = PlanReader.read("p", text.getBytes(UTF_8));

            assertThat(read instanceof Parsed.Failed<?>)
                    .as("seed %d:\n%s", seed, text)
                    .isEqualTo(hasRing(waits));
            wrong += read instanceof Parsed.Failed<?> ? 1 : 0;
        }
        assertThat(wrong).isBetween(PLANS / 10, PLANS * 9 / 10);
    }

    private static boolean hasRing(Map<String, List<String>> waits) {
        var left = new HashMap<>(waits);
        while (left.entrySet().removeIf(each -> each.getValue().stream().noneMatch(left::containsKey))) {}
        return !left.isEmpty();
    }

    private static String plan(Random random, Map<String, List<String>> waits) {
        int phases = 1 + random.nextInt(3);
        return "muster: 1\nplan: {id: p, title: P, start: 2026-01-05T08:00:00Z}\nphases:\n"
                + IntStream.range(0, phases)
                        .mapToObj(phase -> phase(phase, phases, random, waits))
                        .collect(Collectors.joining());
    }

    private static String phase(int phase, int phases, Random random, Map<String, List<String>> waits) {
        boolean inTurn = random.nextInt(4) == 0;
        var needs = some(IntStream.range(0, phases).mapToObj(each -> "p" + each), random, 5);
        var begun = "begun p" + phase;
        var done = new ArrayList<>(List.of(begun));
        waits.put("p" + phase, done);
        waits.put(begun, needs);
        var text = new ArrayList<String>();
        for (int task = 0; task < TASKS; task++) {
            var id = "t" + phase + task;
            var before = some(
                    IntStream.range(0, phases * TASKS).mapToObj(each -> "t" + each / TASKS + each % TASKS), random, 12);
            text.add("{\"id\": \"%s\", \"title\": \"T\", \"needs\": [%s]}".formatted(id, quoted(before)));
            var all = new ArrayList<>(before);
            all.add(inTurn && task > 0 ? done.getLast() : begun);
            waits.put(id, all);
            done.add(id);
        }
        return "  - {id: p%d, title: P, mode: %s, needs: %s, tasks: [%s]}\n"
                .formatted(phase, inTurn ? "sequential" : "parallel", needs, String.join(", ", text));
    }

    private static List<String> some(Stream<String> all, Random random, int seldom) {
        return all.filter(_ -> random.nextInt(seldom) == 0).toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
